# Notes, links and ticks say nothing against what was signed, so the sign-off stays.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-03
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<mallory> !rfr note badges I do not like it
| mallory: badges: noted: I do not like it.
<ralph> !rfr link badges https://github.com/fedora-infra/tahrir upstream source
| ralph: badges: link recorded, https://github.com/fedora-infra/tahrir “upstream source”.
<ralph> !rfr done badges staging-testing
| ralph: badges: staging-testing done.
<ralph> !rfr people badges remove lmacken
| ralph: badges: lmacken no longer takes part.
-- time 2026-03-03 09:00
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-mail.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
