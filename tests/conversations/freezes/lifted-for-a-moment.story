# A freeze that is started again soon after it was lifted names what went into production in between.
-- freeze F45 beta 2026-03-02 2026-03-25
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-26
| ralph: badges: production deployment on Thursday 2026-03-26, in 24 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<kevin> !rfr freeze lift
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
-- in 60 minutes
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: the deployment was scheduled for Thursday 2026-03-26, which is still ahead.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen. It was lifted at 2026-03-02 14:00 UTC, and went into production since then: badges.
<kevin> !rfr freeze lift
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
-- in 2 days
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
