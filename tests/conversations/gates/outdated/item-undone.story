# What turns out not to be done after the sponsor signed makes the sponsor look again.
-- after setup/staging.story
<ralph> !rfr done badges config-management
| ralph: badges: config-management was already done by kevin on 2026-03-02; nothing changed.
<ralph> !rfr schedule badges 2026-03-03
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<lmacken> !rfr undone badges config-management the cron jobs are made by hand
| lmacken: badges: config-management not done after all: the cron jobs are made by hand.
| The staging sign-off of badges no longer counts, because config-management is not done after all; the sponsor must renew it (by lmacken; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
| * badges: all but the staging sign-off is there: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: the sponsor's staging sign-off again, because config-management is not done after all: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`. `!rfr why` shows the rules.
| Not for you to type: signoff is for the RFR's sponsor, while in sysadmin-main.
<ralph> !rfr done badges config-management
| ralph: badges: config-management done.
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: the sponsor's staging sign-off again, because config-management is not done after all: kevin types `!rfr signoff staging badges`. `!rfr why` shows the rules.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-03 09:00
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
