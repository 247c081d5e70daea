# A date that moves after the sponsor signed makes the sponsor look again.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr schedule badges 2026-03-17 the database move comes first
| ralph: badges: production deployment on Tuesday 2026-03-17, in 15 days (was 2026-03-10) “the database move comes first”.
| The staging sign-off of badges no longer counts, because the production date moved from 2026-03-10 to 2026-03-17; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- time 2026-03-17 09:00
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: the sponsor's staging sign-off again, because the production date moved from 2026-03-10 to 2026-03-17: kevin types `!rfr signoff staging badges`. `!rfr why` shows the rules.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
