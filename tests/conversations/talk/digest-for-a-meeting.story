# A digest for a meeting says what happened since the last one, which decisions are wanted, what rests and why, who owes what, which dates passed, who is away and which freeze breaks are asked for.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
-- remind
-- post weekly mon 16:00
<vera> !rfr new koschei 4399 Continuous rebuilds
| vera: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
-- person vera
<vera> !rfr new koschei 4399 Continuous rebuilds
| vera: New RFR koschei: Continuous rebuilds (by vera; https://forge.example.org/infra/tickets/issues/4399). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<smooge> !rfr sponsor koschei
| smooge: koschei (Continuous rebuilds) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4399). Next: planning, by `!rfr advance koschei`.
<vera> !rfr advance koschei
| vera: koschei (Continuous rebuilds) moved from pre-sponsorship to planning (by vera; https://forge.example.org/infra/tickets/issues/4399). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next koschei` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer koschei N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<ralph> !rfr schedule badges 2026-03-09
| ralph: badges: production deployment on Monday 2026-03-09, in 7 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze F45 beta begins on Tuesday 2026-03-10, which leaves little time to mend things.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<smooge> !rfr new mote 4402 Meeting minutes
| smooge: New RFR mote: Meeting minutes (by smooge; https://forge.example.org/infra/tickets/issues/4402). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<smooge> !rfr hold mote no hardware yet
| smooge: mote (Meeting minutes) is on hold: no hardware yet (by smooge; https://forge.example.org/infra/tickets/issues/4402). Nothing is signed or moved until `!rfr release mote`.
<smooge> !rfr away 2026-03-12 2026-03-20
| smooge: Noted: smooge is away from Thursday 2026-03-12 to Friday 2026-03-20, there again on Saturday 2026-03-21; `!rfr away cancel` takes it back.
-- time 2026-03-10 09:00
| — Mon 2026-03-02 16:00
| * RFRs on Monday 2026-03-02
| 3 RFRs are open: 1 in pre-sponsorship, 1 in planning, 1 in staging; 4 open questions.
| 3 RFRs moved since Monday 2026-02-23 16:00 UTC:
| mote: smooge: requested: Meeting minutes, put on hold: no hardware yet.
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 13 more things: `!rfr history badges`.
| koschei: vera: requested: Continuous rebuilds; smooge: sponsored by smooge; vera: moved from pre-sponsorship to planning.
| mote: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; on hold by smooge on 2026-03-02: no hardware yet.
| koschei: ▰▰▱▱▱▱ planning 0 of 2 since today; needs a discussion on the infrastructure list and somebody who deploys and maintains it (vera); oldest question (1) “Should it be load balanced?” since today, https://forge.example.org/infra/tickets/issues/4399.
| badges: ▰▰▰▰▱▱ staging 1 of 2 since today; needs the sponsor's staging sign-off (kevin).
| Decisions wanted: koschei on load-balancing, caching and deployment.
| Production dates: badges on Monday 2026-03-09.
| Wanted: people; without a sponsor: mote; with one person only: mote, koschei.
| Away: smooge 2026-03-12 to 2026-03-20.
| Freezes: the next one, F45 beta, begins in 8 days (2026-03-10 to 2026-03-25).
| — Tue 2026-03-03 09:00
| * F45 beta freeze begins in 7 days, on Tuesday 2026-03-10, until Wednesday 2026-03-25
| — Fri 2026-03-06 09:00
| * badges is to be deployed on Monday 2026-03-09 (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-03-09 09:00
| * F45 beta freeze begins in 1 day, on Tuesday 2026-03-10, until Wednesday 2026-03-25
| badges is to be deployed today (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-03-09 15:00
| * mote has been on hold for 7 days: no hardware yet. `!rfr release mote` (https://forge.example.org/infra/tickets/issues/4402)
| — Mon 2026-03-09 16:00
| * RFRs on Monday 2026-03-09
| 3 RFRs are open: 1 in pre-sponsorship, 1 in planning, 1 in staging; 4 open questions.
| mote: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 7 days; on hold by smooge on 2026-03-02: no hardware yet.
| koschei: ▰▰▱▱▱▱ planning 0 of 2 for 7 days; needs a discussion on the infrastructure list and somebody who deploys and maintains it (vera); oldest question (1) “Should it be load balanced?” for 7 days, https://forge.example.org/infra/tickets/issues/4399.
| badges: ▰▰▰▰▱▱ staging 1 of 2 for 7 days; needs the sponsor's staging sign-off (kevin).
| Decisions wanted: koschei on load-balancing, caching and deployment.
| Production dates: badges on Monday 2026-03-09.
| Wanted: people; without a sponsor: mote; with one person only: mote, koschei.
| Away: smooge 2026-03-12 to 2026-03-20.
| Freezes: the next one, F45 beta, begins in 1 day (2026-03-10 to 2026-03-25).
| — Tue 2026-03-10 09:00
| * F45 beta freeze was predicted from Tuesday 2026-03-10 until Wednesday 2026-03-25: start it? `!rfr freeze start F45 beta`
| badges has had everything but the staging sign-off for 8 days; it is up to kevin. `!rfr signoff staging badges` (https://forge.example.org/infra/tickets/issues/4321)
| badges was to be deployed on Monday 2026-03-09: is it done? `!rfr next badges` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges its database is full
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: its database is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<mallory> !rfr digest
| mallory: 3 RFRs are open: 1 in pre-sponsorship, 1 in planning, 1 in staging; 4 open questions.
| mote: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 8 days; on hold by smooge on 2026-03-02: no hardware yet.
| koschei: ▰▰▱▱▱▱ planning 0 of 2 for 8 days; needs a discussion on the infrastructure list and somebody who deploys and maintains it (vera); oldest question (1) “Should it be load balanced?” for 8 days, https://forge.example.org/infra/tickets/issues/4399.
| badges: ▰▰▰▰▱▱ staging 1 of 2 for 8 days; needs the sponsor's staging sign-off (kevin); frozen by F45 beta, freeze break 1 lacks 2 approvals.
| Decisions wanted: koschei on load-balancing, caching and deployment.
| Dates that passed: badges on Monday 2026-03-09.
| Wanted: people; without a sponsor: mote; with one person only: mote, koschei.
| Away: smooge 2026-03-12 to 2026-03-20.
| Freeze breaks: 1 for badges lacks 2 approvals: `!rfr +1 1`.
| Freezes: F45 beta has been in force since Tuesday 2026-03-10, expected to end after Wednesday 2026-03-25; no other is predicted.
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng.
