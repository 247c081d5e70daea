# An approval counts for as long as who gave it is a member: one who left the groups does not open production.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- person tyll
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
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges the disk is full
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the disk is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; approved (+1 smooge and tyll). It may go ahead: `!rfr advance badges`.
-- group sysadmin-releng maja
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Freeze break 1 lacks 1 more approval; a member of sysadmin-main or sysadmin-releng types `!rfr +1 1`.
<tyll> !rfr +1 1 still
| tyll: That is for sysadmin-main or sysadmin-releng; in these groups are kevin, maja and smooge. Ask one of them.
<ralph> !rfr freeze-breaks
| ralph: 1 badges (F45 beta), 1 more approval needed (+1 smooge); asked for by ralph on 2026-03-10: the disk is full.
<ralph> !rfr freeze-break done 1
| ralph: Freeze break 1 is not approved yet; nothing changed.
<maja> !rfr +1 1
| maja: Freeze break 1 for badges: +1 by maja; approved (+1 maja and smooge). It may go ahead: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. It is under freeze break 1. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: a freeze is in force, and this goes ahead under freeze break 1.
| Mind: the deployment was scheduled for Monday 2026-03-09, which is over.
