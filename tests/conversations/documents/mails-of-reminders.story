# What nobody acts on in chat goes to the list, too, where the operator said so.
-- after documents/team.story
-- remind
-- to list no-sponsor 2
-- list
<vera> !rfr new badges 4321 Badges for everyone
| mail: Subject: [badges] New request: Badges for everyone
| mail: Message-ID: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: vera asks for a new resource in our infrastructure: Badges for everyone.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: none yet
| mail:
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| vera: New RFR badges: Badges for everyone (by vera; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- in 14 days
| — Mon 2026-03-16 14:00
| * badges has had no sponsor for 14 days. For sysadmin-main: `!rfr sponsor badges` (https://forge.example.org/infra/tickets/issues/4321)
-- in 15 days
| — Mon 2026-03-30 14:00
| mail: Subject: [badges] Waiting for somebody
| mail: Message-ID: <3.1.64e3e443c3800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: This waits for somebody. It was said in chat before, and nobody has acted on it:
| mail:
| mail: - badges has had no sponsor for 28 days. For sysadmin-main: `!rfr sponsor badges` (https://forge.example.org/infra/tickets/issues/4321)
| mail:
| mail: The commands are for chat; “!rfr snooze RFR 2 weeks” there keeps an RFR quiet until a day, and “!rfr mute RFR REASON” for good.
| * badges has had no sponsor for 28 days. For sysadmin-main: `!rfr sponsor badges` (https://forge.example.org/infra/tickets/issues/4321)
| badges: only vera works on it; a second person would avoid a single point of failure. `!rfr people badges add NAME` (https://forge.example.org/infra/tickets/issues/4321)
