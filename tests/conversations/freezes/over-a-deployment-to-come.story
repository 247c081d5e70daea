# A freeze that comes over the day of an RFR that is in production and not deployed yet is told with it; who signs or moves an RFR whose day lies in a freeze reads so.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<smooge> !rfr freeze add F45 beta 2026-03-10 2026-03-25
| smooge: The freeze F45 beta goes from Tuesday 2026-03-10 to Wednesday 2026-03-25 (smooge).
| badges: its production date, Thursday 2026-03-12, is in the freeze F45 beta now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| Mind: its production date, Thursday 2026-03-12, is in the freeze F45 beta; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: the deployment was scheduled for Thursday 2026-03-12, which is still ahead.
| Mind: its production date, Thursday 2026-03-12, is in the freeze F45 beta; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<smooge> !rfr freeze remove F45 beta
| smooge: There will be no freeze F45 beta (smooge); it was predicted for 2026-03-10 to 2026-03-25.
<smooge> !rfr freeze add F45 beta 2026-03-11 2026-03-25
| smooge: The freeze F45 beta goes from Wednesday 2026-03-11 to Wednesday 2026-03-25 (smooge).
| badges: its production date, Thursday 2026-03-12, is in the freeze F45 beta now. It concerns kevin, ralph and lmacken; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<ralph> !rfr freeze
| ralph: No freeze is in force.
| Next: F45 beta from Wednesday 2026-03-11 to Wednesday 2026-03-25 (by command), in 9 days.
| Production dates in a freeze: badges (Thursday 2026-03-12, F45 beta).
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in production.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: kevin: development signed off; ralph: moved from development to staging; kevin: staging signed off; smooge: staging sign-off outdated: the production date 2026-03-12 came into the freeze F45 beta; kevin: staging signed off; ralph: moved from staging to production; and 17 more things: `!rfr history badges`.
| badges: ▰▰▰▰▰▱ production 0 of 2 since today; needs staging changes merged and the resource deployed and monitoring that is confirmed to work (ralph or lmacken).
| Production dates: badges on Thursday 2026-03-12, which is in the freeze F45 beta (first free day Thursday 2026-03-26).
| Freezes: the next one, F45 beta, begins in 9 days (2026-03-11 to 2026-03-25).
<ralph> !rfr todo
| ralph: 3 things wait for ralph, oldest first:
| badges: staging changes merged and the resource deployed: `!rfr done badges deployed`
| badges: monitoring that is confirmed to work: `!rfr done badges monitoring`
| badges: its day for production, Thursday 2026-03-12, lies in the freeze F45 beta: `!rfr schedule badges 2026-03-26`
<ralph> !rfr schedule badges 2026-03-26
| ralph: badges: production deployment on Thursday 2026-03-26, in 24 days (was 2026-03-12).
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done badges monitoring`.
<smooge> !rfr freeze add F45 final 2026-03-26 2026-03-30
| smooge: The freeze F45 final goes from Thursday 2026-03-26 to Monday 2026-03-30 (smooge).
