# Where the config says so, an objection of sysadmin-main holds a freeze break until that vote changes; elsewhere it is told with the approval.
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
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges the certificate ends tonight
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the certificate ends tonight. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; 1 more approval needed (+1 tyll).
<smooge> !rfr -1 1 there is no way back
| smooge: Freeze break 1 for badges: -1 by smooge: there is no way back; 1 more approval needed (+1 tyll) (-1 smooge).
<kevin> !rfr +1 1
| kevin: Freeze break 1 for badges: +1 by kevin; approved (+1 kevin and tyll) (-1 smooge). It may go ahead: `!rfr advance badges`.
-- objections hold
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. A member of sysadmin-main objects to freeze break 1, which holds it here until that vote changes: `!rfr freeze-breaks`.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Frozen by F45 beta, and freeze break 1 is objected to (-1 smooge): `!rfr freeze-breaks`.
| The day for production, Monday 2026-03-09, is over; another one needs another sign-off: `!rfr schedule badges DATE`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr freeze-breaks
| ralph: 1 badges (F45 beta), held, because a member of sysadmin-main objects (+1 kevin and tyll) (-1 smooge); asked for by ralph on 2026-03-10: the certificate ends tonight.
<ralph> !rfr freeze-break done 1
| ralph: Freeze break 1 is held: a member of sysadmin-main objects; nothing changed.
<smooge> !rfr +1 1 now there is
| smooge: Freeze break 1 for badges: +1 by smooge: now there is; approved (+1 kevin, smooge and tyll). It may go ahead: `!rfr advance badges`.
<tyll> !rfr -1 1 I doubt it
| tyll: Freeze break 1 for badges: -1 by tyll: I doubt it; approved (+1 kevin and smooge) (-1 tyll). It may go ahead: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. It is under freeze break 1 (-1 tyll). `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: a freeze is in force, and this goes ahead under freeze break 1.
| Mind: the deployment was scheduled for Monday 2026-03-09, which is over.
