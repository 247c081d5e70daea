# An audit that is taken back after the sponsor signed shuts the gate again.
-- after setup/audit-staging.story
<ralph> !rfr schedule badges 2026-03-03
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: (1) the security officer's approval of the audit: a member of security-officer types `!rfr done badges audit-approved`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<maja> !rfr done badges audit-approved
| maja: badges: audit-approved done.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, audit-approved, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<maja> !rfr undone badges audit-approved the new release was not audited
| maja: badges: audit-approved not done after all: the new release was not audited.
| The staging sign-off of badges no longer counts, because audit-approved is not done after all; the sponsor must renew it (by maja; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the security officer's approval of the audit; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: (1) the security officer's approval of the audit: a member of security-officer types `!rfr done badges audit-approved`; (2) the sponsor's staging sign-off again, because audit-approved is not done after all: kevin types `!rfr signoff staging badges`. `!rfr why` shows the rules.
<maja> !rfr done badges audit-approved
| maja: badges: audit-approved done.
| Still missing for production: the sponsor's staging sign-off again, because audit-approved is not done after all: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, audit-approved, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-03 09:00
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
