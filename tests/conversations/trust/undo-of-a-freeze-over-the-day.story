# A sign-off that a freeze made outdated does not count again by an undo of whoever added the freeze, not even under a freeze break.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-10 09:00
<smooge> !rfr freeze add F45 beta 2026-03-10 2026-03-25
| smooge: The freeze F45 beta goes from Tuesday 2026-03-10 to Wednesday 2026-03-25 (smooge).
| badges: its production date, Thursday 2026-03-12, is in the freeze F45 beta now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<smooge> !rfr freeze start F45 beta
| smooge: The freeze F45 beta is in force now (smooge), expected to end after Wednesday 2026-03-25 (by command). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges the pages are down
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the pages are down. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<kevin> !rfr +1 1
| kevin: Freeze break 1 for badges: +1 by kevin; 1 more approval needed (+1 kevin).
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; approved (+1 kevin and smooge). What it needs beside that: `!rfr next badges`.
<smooge> !rfr undo badges
| smooge: badges: 2026-03-12 is in the freeze F45 beta, and production does not change in a freeze. The first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`. A day before takes a freeze break: `!rfr freeze-break request badges REASON`.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because the production date 2026-03-12 came into the freeze F45 beta: kevin types `!rfr signoff staging badges`.
| A freeze is in force; freeze break 1 for it is approved.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
