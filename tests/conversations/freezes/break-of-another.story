# A freeze break is for one RFR: that of another opens nothing.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
<ralph> !rfr schedule badges 2026-03-09
| ralph: badges: production deployment on Monday 2026-03-09, in 7 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze F45 beta begins on Tuesday 2026-03-10, which leaves little time to mend things.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<lmacken> !rfr new mote 4400 Meeting logs
| lmacken: New RFR mote: Meeting logs (by lmacken; https://forge.example.org/infra/tickets/issues/4400). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<lmacken> !rfr freeze-break request mote the disk is full
| lmacken: Freeze break 1 for mote (F45 beta) is asked for by lmacken: the disk is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<smooge> !rfr +1 mote
| smooge: Freeze break 1 for mote: +1 by smooge; 1 more approval needed (+1 smooge).
<tyll> !rfr +1 mote
| tyll: Freeze break 1 for mote: +1 by tyll; approved (+1 smooge and tyll). It may go ahead: `!rfr freeze-break done 1` when it is done.
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
<smooge> !rfr +1 badges
| smooge: I know no such freeze break. All of them: `!rfr freeze-breaks`.
<ralph> !rfr freeze-break done 1
| ralph: That is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Ask one of them.
<ralph> !rfr freeze-break request badges mote has one, too
| ralph: Freeze break 2 for badges (F45 beta) is asked for by ralph: mote has one, too. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 2`.
<smooge> !rfr +1 badges
| smooge: Freeze break 2 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Freeze break 2 lacks 1 more approval; a member of sysadmin-main or sysadmin-releng types `!rfr +1 2`.
