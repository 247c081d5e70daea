# A freeze break goes from its request over two approvals of others to done; only then production moves.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
-- announce libera/#fedora-admin libera/#fedora-noc
<ralph> !rfr schedule badges 2026-03-09
| ralph: badges: production deployment on Monday 2026-03-09, in 7 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze F45 beta begins on Tuesday 2026-03-10, which leaves little time to mend things.
| [libera/#fedora-noc] * badges: production deployment on Monday 2026-03-09 (by ralph).
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| [libera/#fedora-noc] * badges: staging signed off, still open: integration, staging-testing, staging-mail (by kevin).
<ralph> !rfr freeze-break request badges too early
| ralph: No freeze is in force, so nothing has to be broken; what the RFR needs: `!rfr next badges`.
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
| [libera/#fedora-noc] * The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
<ralph> !rfr why
| ralph: Your last refusal: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
| SOP: changes to frozen hosts need a freeze break request with two approvals, not counting the requester's own; staging is never frozen.
<ralph> !rfr freeze-break request badges its database is full; move it to db02: https://example.org/patch
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: its database is full; move it to db02: https://example.org/patch. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
| [libera/#fedora-noc] * Freeze break 1 for badges (F45 beta) is asked for by ralph: its database is full; move it to db02: https://example.org/patch. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Freeze break 1 lacks 2 more approvals; a member of sysadmin-main or sysadmin-releng types `!rfr +1 1`.
<tyll> !rfr +1 1 looks safe
| tyll: Freeze break 1 for badges: +1 by tyll: looks safe; 1 more approval needed (+1 tyll).
| [libera/#fedora-noc] * Freeze break 1 for badges: +1 by tyll: looks safe; 1 more approval needed (+1 tyll).
<tyll> !rfr +1 1
| tyll: Freeze break 1 already had your +1 on 2026-03-10; nothing changed.
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Freeze break 1 lacks 1 more approval; a member of sysadmin-main or sysadmin-releng types `!rfr +1 1`.
<kevin> !rfr +1 badges
| kevin: Freeze break 1 for badges: +1 by kevin; approved (+1 kevin and tyll). It may go ahead: `!rfr advance badges`.
| [libera/#fedora-noc] * Freeze break 1 for badges: +1 by kevin; approved (+1 kevin and tyll). It may go ahead: `!rfr advance badges`.
<ralph> !rfr freeze-breaks
| ralph: 1 badges (F45 beta), approved (+1 kevin and tyll); asked for by ralph on 2026-03-10: its database is full; move it to db02: https://example.org/patch.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. It is under freeze break 1. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: a freeze is in force, and this goes ahead under freeze break 1.
| Mind: the deployment was scheduled for Monday 2026-03-09, which is over.
| [libera/#fedora-noc] * badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. It is under freeze break 1. `!rfr next badges` tells more.
<ralph> !rfr freeze-break done 1
| ralph: Freeze break 1 for badges is done (ralph).
| [libera/#fedora-noc] * Freeze break 1 for badges is done (ralph).
<ralph> !rfr freeze-break done 1
| ralph: Freeze break 1 was already done by ralph on 2026-03-10; nothing changed.
-- lose the database
<ralph> !rfr freeze-breaks
| ralph: 1 badges (F45 beta), done (+1 kevin and tyll); asked for by ralph on 2026-03-10: its database is full; move it to db02: https://example.org/patch.
