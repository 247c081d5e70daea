# Where two freezes are in force, a break of one does not break the other.
-- freeze F45 beta 2026-03-10 2026-03-25
-- freeze a data centre move 2026-03-10 2026-03-12
| * Freezes by the config: a data centre move is predicted for 2026-03-10 to 2026-03-12.
| [libera/#fedora-noc] * Freezes by the config: a data centre move is predicted for 2026-03-10 to 2026-03-12.
-- after setup/staging.story
-- group sysadmin-releng tyll
<ralph> !rfr schedule badges 2026-03-09
| ralph: badges: production deployment on Monday 2026-03-09, in 7 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze a data centre move begins on Tuesday 2026-03-10, which leaves little time to mend things.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: Which one? `!rfr freeze start F45 beta` or `!rfr freeze start a data centre move`.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges the disk is full
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the disk is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<kevin> !rfr +1 1
| kevin: Freeze break 1 for badges: +1 by kevin; 1 more approval needed (+1 kevin).
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; approved (+1 kevin and tyll). It may go ahead: `!rfr advance badges`.
<kevin> !rfr freeze start a data centre move
| kevin: The freeze a data centre move is in force now (kevin), expected to end after Thursday 2026-03-12 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta and a data centre move are in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
<ralph> !rfr freeze-break request badges the disk is full
| ralph: Freeze break 2 for badges (F45 beta and a data centre move) is asked for by ralph: the disk is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 2`.
<kevin> !rfr freeze lift
| kevin: Which one? `!rfr freeze lift F45 beta` or `!rfr freeze lift a data centre move`.
<kevin> !rfr freeze lift A DATA centre move
| kevin: The freeze a data centre move is lifted (kevin) after 1 day; another one is still in force.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. It is under freeze break 1. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: a freeze is in force, and this goes ahead under freeze break 1.
| Mind: the deployment was scheduled for Monday 2026-03-09, which is over.
