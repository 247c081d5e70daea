# The SOP of 2017 wants a date for production too.
-- after setup/audit-staging.story
<maja> !rfr done badges audit-approved
| maja: badges: audit-approved done.
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with audit-approved, config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: a date for production: `!rfr schedule badges DATE`. `!rfr why` shows the rules.
<ralph> !rfr schedule badges today
| ralph: badges: production deployment on Monday 2026-03-02, today.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
