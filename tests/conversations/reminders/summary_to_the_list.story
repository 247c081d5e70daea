# A weekly post that the operator wants on the list too is said in the room, and mailed once.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- no one-person
-- no no-sponsor
-- list
-- post weekly-to-list mon 14:00 UTC
-- time 2026-03-04 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| mail: Subject: [badges] New request: Badges for everyone
| mail: Message-ID: <1.0.64c333c5c7800.rfrbot@fedoraproject.example.org>
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
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/G32N77NDHZKLYDT2DHUDBWVXLAX52F5W/). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- time 2026-03-13 12:00
| — Mon 2026-03-09 14:00
| mail: Subject: Requests For Resources: weekly summary, 2026-03-09
| mail: Message-ID: <2.1.64c97d1915800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: This is what is under way among the Requests For Resources. 1 RFR is open: 1 in pre-sponsorship.
| mail:
| mail: What happened since Monday 2026-03-02 14:00 UTC:
| mail:
| mail: - badges: ralph: requested: Badges for everyone.
| mail:
| mail: In pre-sponsorship:
| mail:
| mail: - badges (Badges for everyone), for 5 days: needs a sponsor who accepted (sysadmin-main).
| mail:
| mail: Who could help?
| mail:
| mail: - without a sponsor: badges
| mail: - with one person only: badges
| mail:
| mail: Freezes:
| mail:
| mail: - None is in force, and none is predicted.
| mail:
| mail: “!rfr next RFR” in chat tells what one of them lacks; questions are answered in chat and in their threads here.
| * RFRs on Monday 2026-03-09
| 1 RFR is open: 1 in pre-sponsorship.
| 1 RFR moved since Monday 2026-03-02 14:00 UTC:
| badges: ralph: requested: Badges for everyone.
| badges: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 5 days; needs a sponsor who accepted (sysadmin-main).
| Wanted: people; without a sponsor: badges; with one person only: badges.
| Freezes: none is in force, and none is predicted.
-- restart
-- in 1 days
