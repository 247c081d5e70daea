# A freeze that comes over a production date makes the staging sign-off outdated, and its people are named.
-- after setup/staging.story
-- announce libera/#fedora-admin libera/#fedora-noc
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| [libera/#fedora-noc] * badges: production deployment on Thursday 2026-03-12 (by ralph).
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| [libera/#fedora-noc] * badges: staging signed off, still open: integration, staging-testing, staging-mail (by kevin).
<smooge> !rfr freeze add F45 beta 2026-03-10 2026-03-25
| smooge: The freeze F45 beta goes from Tuesday 2026-03-10 to Wednesday 2026-03-25 (smooge).
| badges: its production date, Thursday 2026-03-12, is in the freeze F45 beta now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
| [libera/#fedora-noc] * The freeze F45 beta goes from Tuesday 2026-03-10 to Wednesday 2026-03-25 (smooge).
| [libera/#fedora-noc] badges: its production date, Thursday 2026-03-12, is in the freeze F45 beta now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<smooge> !rfr undo badges
| smooge: badges: 2026-03-12 is in the freeze F45 beta, and production does not change in a freeze. The first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because the production date 2026-03-12 came into the freeze F45 beta: kevin types `!rfr signoff staging badges`.
| Mind: its production date, Thursday 2026-03-12, is in the freeze F45 beta; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr todo
| ralph: 1 thing waits for ralph, oldest first:
| badges: its day for production, Thursday 2026-03-12, lies in the freeze F45 beta: `!rfr schedule badges 2026-03-26`
<kevin> !rfr todo
| kevin: 2 things wait for kevin, oldest first:
| badges: all but the staging sign-off has been there since today: `!rfr signoff staging badges`
| badges: its day for production, Thursday 2026-03-12, lies in the freeze F45 beta: `!rfr schedule badges 2026-03-26`
<ralph> !rfr freeze
| ralph: No freeze is in force.
| Next: F45 beta from Tuesday 2026-03-10 to Wednesday 2026-03-25 (by command), in 8 days.
| Production dates in a freeze: badges (Thursday 2026-03-12, F45 beta).
<ralph> !rfr schedule badges 2026-03-26
| ralph: badges: production deployment on Thursday 2026-03-26, in 24 days (was 2026-03-12).
| [libera/#fedora-noc] * badges: production deployment on Thursday 2026-03-26 (was 2026-03-12) (by ralph).
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| [libera/#fedora-noc] * badges: staging signed off, still open: integration, staging-testing, staging-mail (by kevin).
<smooge> !rfr freeze add F45 beta 2026-03-10 2026-03-24
| smooge: The freeze F45 beta goes from Tuesday 2026-03-10 to Tuesday 2026-03-24 (smooge); it was 2026-03-10 to 2026-03-25.
| [libera/#fedora-noc] * The freeze F45 beta goes from Tuesday 2026-03-10 to Tuesday 2026-03-24 (smooge); it was 2026-03-10 to 2026-03-25.
