# When the last maintainer leaves after the sponsor signed, the gate shuts and the sponsor must look again.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-03
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr people badges remove lmacken
| ralph: badges: lmacken no longer takes part.
<ralph> !rfr people badges remove ralph
| ralph: badges: ralph no longer takes part.
| The staging sign-off of badges no longer counts, because nobody was left who maintains it; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs somebody who deploys and maintains it; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: (1) somebody who deploys and maintains it: `!rfr people badges add NAME`; (2) the sponsor's staging sign-off again, because nobody was left who maintains it: kevin types `!rfr signoff staging badges`. `!rfr why` shows the rules.
<ralph> !rfr people badges add ralph lmacken
| ralph: badges: ralph recorded as maintainer; lmacken recorded as maintainer.
| Still missing for production: the sponsor's staging sign-off again, because nobody was left who maintains it: kevin types `!rfr signoff staging badges`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-03 09:00
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
