# What an earlier gate demanded must still hold at a later one: who lost the sponsor in staging goes nowhere.
-- after setup/staging.story
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
<ralph> !rfr schedule badges 2026-03-03
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr unsponsor badges no time until summer
| kevin: badges (Badges for everyone) has no sponsor any more: no time until summer. The staging sign-off of badges no longer counts, because it lost its sponsor; the sponsor must renew it (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a sponsor who accepted; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: (1) a sponsor who accepted: a sysadmin-main member types `!rfr sponsor badges`; (2) the sponsor's staging sign-off again, because it lost its sponsor: it has no sponsor, so first `!rfr sponsor badges`, then `!rfr signoff staging badges`. `!rfr why` shows the rules.
| Not for you to type: signoff is for the RFR's sponsor, while in sysadmin-main.
<smooge> !rfr sponsor badges
| smooge: badges (Badges for everyone) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
<smooge> !rfr signoff staging badges
| smooge: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-03 09:00
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
