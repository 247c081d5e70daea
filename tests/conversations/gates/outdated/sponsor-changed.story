# A sign-off is the sponsor's own: whoever takes the sponsorship over signs anew.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-03
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr handover badges smooge
| kevin: badges: smooge was asked to sponsor it and types `!rfr accept badges`; until then kevin stays the sponsor.
| * badges (Badges for everyone): kevin asks smooge to take the sponsorship over: `!rfr accept badges` or `!rfr decline badges`.
| (calls smooge)
<smooge> !rfr accept badges
| smooge: badges (Badges for everyone) is now sponsored by smooge, who takes over from kevin. The staging sign-off of badges no longer counts, because smooge became its sponsor; the sponsor must renew it (https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: the sponsor's staging sign-off again, because smooge became its sponsor: smooge types `!rfr signoff staging badges`. `!rfr why` shows the rules.
<kevin> !rfr signoff staging badges
| kevin: badges: only its sponsor signs off, and that is smooge. What it needs: `!rfr next badges`.
<smooge> !rfr signoff staging badges
| smooge: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-03 09:00
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
