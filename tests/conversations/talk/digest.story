# Before a meeting one asks for the digest: what is where, what it needs and from whom, and which dates a freeze is in.
-- freeze F45 beta 2026-03-20 2026-04-03
<mallory> !rfr digest
| mallory: No RFR is open. `!rfr new NAME TICKET TITLE…` requests one.
| Freezes: the next one, F45 beta, begins in 18 days (2026-03-20 to 2026-04-03).
-- after setup/staging.story
<smooge> !rfr new mote 4322 Meeting minutes
| smooge: New RFR mote: Meeting minutes (by smooge; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<ralph> !rfr schedule badges 2026-03-17
| ralph: badges: production deployment on Tuesday 2026-03-17, in 15 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze F45 beta begins on Friday 2026-03-20, which leaves little time to mend things.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr ask badges How long are awards kept?
| ralph: badges: question 5 opened: How long are awards kept?
| Still missing for production: (1) an answer to question 5 (“How long are awards kept?”): `!rfr answer badges 5 …`; (2) the sponsor's staging sign-off: up to kevin once the rest is there.
-- in 10 days
<kevin> !rfr freeze add F45 beta 2026-03-16 2026-04-03
| kevin: The freeze F45 beta goes from Monday 2026-03-16 to Friday 2026-04-03 (kevin); it was 2026-03-20 to 2026-04-03.
| badges: its production date, Tuesday 2026-03-17, is in the freeze F45 beta now. It concerns kevin, ralph and lmacken; the first free day is Saturday 2026-04-04: `!rfr schedule badges 2026-04-04`.
<kevin> !rfr new anitya 4323 Release monitoring
| kevin: New RFR anitya: Release monitoring (by kevin; https://forge.example.org/infra/tickets/issues/4323). Next: planning, which needs a sponsor who accepted. `!rfr next anitya` tells more.
<kevin> !rfr sponsor anitya
| kevin: anitya (Release monitoring) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4323). Next: planning, by `!rfr advance anitya`.
<mallory> !rfr digest
| mallory: 3 RFRs are open: 2 in pre-sponsorship, 1 in staging; 1 open question.
| 1 RFR moved since Thursday 2026-03-05 14:00 UTC:
| anitya: kevin: requested: Release monitoring, sponsored by kevin.
| mote: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 10 days; needs a sponsor who accepted (sysadmin-main).
| anitya: ▰▱▱▱▱▱ pre-sponsorship 2 of 2 since today; ready for planning.
| badges: ▰▰▰▰▱▱ staging 1 of 3 for 10 days; needs an answer to question 5 (ralph or lmacken); the sponsor's staging sign-off (kevin); oldest question (5) “How long are awards kept?” for 10 days, https://lists.example.org/archives/thread/AAAA/.
| Production dates: badges on Tuesday 2026-03-17, which is in the freeze F45 beta (first free day Saturday 2026-04-04).
| Wanted: people; without a sponsor: mote; with one person only: mote, anitya.
| Freezes: the next one, F45 beta, begins in 4 days (2026-03-16 to 2026-04-03).
-- time 2026-03-17 10:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Friday 2026-04-03 (by command). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<kevin> !rfr hold anitya waiting for hardware
| kevin: anitya (Release monitoring) is on hold: waiting for hardware (by kevin; https://forge.example.org/infra/tickets/issues/4323). Nothing is signed or moved until `!rfr release anitya`.
-- time 2026-04-10 10:00
<kevin> !rfr agenda
| kevin: 3 RFRs are open: 2 in pre-sponsorship, 1 in staging; 1 open question.
| mote: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 39 days; needs a sponsor who accepted (sysadmin-main).
| anitya: ▰▱▱▱▱▱ pre-sponsorship 2 of 2 for 29 days; on hold by kevin on 2026-03-17: waiting for hardware.
| badges: ▰▰▰▰▱▱ staging 1 of 3 for 39 days; needs an answer to question 5 (ralph or lmacken); the sponsor's staging sign-off (kevin); frozen by F45 beta, no freeze break asked for; oldest question (5) “How long are awards kept?” for 39 days, https://lists.example.org/archives/thread/AAAA/.
| Dates that passed: badges on Tuesday 2026-03-17, which is in the freeze F45 beta (first free day Saturday 2026-04-11).
| Wanted: people; without a sponsor: mote; with one person only: mote, anitya.
| Freezes: F45 beta has been in force since Tuesday 2026-03-17 and is 7 days overdue (time to lift it?); no other is predicted.
