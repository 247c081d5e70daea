# A freeze that is new in the config when the bot starts makes the sign-offs of the dates that it covers outdated, and says so once.
-- freeze F45 beta 2026-04-10 2026-04-25
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- restart
<ralph> !rfr next badges
| ralph: badges can move to production today: `!rfr advance badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
-- freeze F44 final 2026-03-10 2026-03-25
| * Freezes by the config: F44 final is predicted for 2026-03-10 to 2026-03-25.
| badges: its production date, Thursday 2026-03-12, is in the freeze F44 final now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
-- restart
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because the production date 2026-03-12 came into the freeze F44 final: kevin types `!rfr signoff staging badges`.
| Mind: its production date, Thursday 2026-03-12, is in the freeze F44 final; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr schedule badges 2026-03-26
| ralph: badges: production deployment on Thursday 2026-03-26, in 24 days (was 2026-03-12).
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- restart
<ralph> !rfr next badges
| ralph: badges can move to production today: `!rfr advance badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
