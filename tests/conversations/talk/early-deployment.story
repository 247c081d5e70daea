# Whoever deploys before the planned day is told so, and can undo it where it is the sponsor or sysadmin-main.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr advance badges
| kevin: badges (Badges for everyone) moved from staging to production (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: the deployment was scheduled for Tuesday 2026-03-10, which is still ahead.
<kevin> !rfr undo
| kevin: badges: undone: moved from staging to production. It is in staging; sponsor kevin (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, by `!rfr advance badges`.
