# What nobody acts on goes to the list too, where the operator said so, and only then.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- to list hold 2
-- list
-- limit hold 7 7 7
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| mail: Subject: [badges] New request: Badges for everyone
| mail: Message-ID: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph asks for a new resource in our infrastructure: Badges for everyone.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: none yet
| mail:
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr hold badges waits for hardware
| ralph: badges (Badges for everyone) is on hold: waits for hardware (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr reminders badges
| ralph: Coming, unless somebody acts before:
| Mon 2026-03-09 15:00 UTC: badges has been on hold for 7 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
| They do not call you. `!rfr remind me on|off|dm`
-- in 8 days
| — Mon 2026-03-09 15:00
| * badges has been on hold for 7 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr reminders badges
| ralph: Coming, unless somebody acts before:
| Mon 2026-03-16 15:00 UTC (and to the list): badges has been on hold for 14 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
| They do not call you. `!rfr remind me on|off|dm`
-- in 7 days
| — Mon 2026-03-16 15:00
| mail: Subject: [badges] Waiting for somebody
| mail: Message-ID: <4.1.64d2579089c00.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: This waits for somebody. It was said in chat before, and nobody has acted on it:
| mail:
| mail: - badges has been on hold for 14 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
| mail:
| mail: The commands are for chat; “!rfr snooze RFR 2 weeks” there keeps an RFR quiet until a day, and “!rfr mute RFR REASON” for good.
| * badges has been on hold for 14 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
