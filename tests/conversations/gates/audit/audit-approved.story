# Under the SOP of 2017, production does not begin before the security officer has approved the audit.
-- after setup/audit-staging.story
<ralph> !rfr schedule badges 2026-03-03
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: (1) the security officer's approval of the audit: a member of security-officer types `!rfr done badges audit-approved`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: audit-approved, integration, staging-testing, staging-mail.
| Still missing for production: the security officer's approval of the audit: a member of security-officer types `!rfr done badges audit-approved`.
-- time 2026-03-03 09:00
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: the security officer's approval of the audit: a member of security-officer types `!rfr done badges audit-approved`. `!rfr why` shows the rules.
<maja> !rfr done badges audit-approved two findings, both mended
| maja: badges: audit-approved done “two findings, both mended”.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
