# In a freeze status, list, digest, next and advance say the same: what is missing, that it is frozen, and how far its freeze break is.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<mallory> !rfr status badges
| mallory: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 for 8 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| Frozen by F45 beta, and no freeze break is asked for: `!rfr freeze-break request badges REASON`.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| Not for you to type: freeze-break request is for those involved, or sysadmin-main.
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 8 days; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more; frozen by F45 beta, no freeze break asked for.
<mallory> !rfr digest
| mallory: 1 RFR is open: 1 in staging.
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 8 days; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin); frozen by F45 beta, no freeze break asked for.
| Freezes: F45 beta has been in force since Tuesday 2026-03-10, expected to end after Wednesday 2026-03-25; no other is predicted.
<mallory> !rfr next badges
| mallory: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Frozen by F45 beta, and no freeze break is asked for: `!rfr freeze-break request badges REASON`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: schedule, freeze-break request and done are for those involved, or sysadmin-main.
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`. Frozen by F45 beta, and no freeze break is asked for: `!rfr freeze-break request badges REASON`. `!rfr why` shows the rules.
<ralph> !rfr schedule badges 2026-03-30
| ralph: badges: production deployment on Monday 2026-03-30, in 20 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
<mallory> !rfr status badges
| mallory: badges (Badges for everyone): ▰▰▰▰▱▱ staging 2 of 2 for 8 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that production needs is missing.
| Frozen by F45 beta, and no freeze break is asked for: `!rfr freeze-break request badges REASON`.
| production on Monday 2026-03-30; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| Not for you to type: freeze-break request is for those involved, or sysadmin-main.
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 2 of 2 for 8 days; sponsor kevin; every MUST for production is met; frozen by F45 beta, no freeze break asked for; production on Monday 2026-03-30.
<mallory> !rfr digest
| mallory: 1 RFR is open: 1 in staging.
| 1 RFR moved since Tuesday 2026-03-03 09:00 UTC:
| badges: ralph: production deployment on Monday 2026-03-30; kevin: staging signed off.
| badges: ▰▰▰▰▱▱ staging 2 of 2 for 8 days; every MUST for production is met; frozen by F45 beta, no freeze break asked for.
| Production dates: badges on Monday 2026-03-30.
| Freezes: F45 beta has been in force since Tuesday 2026-03-10, expected to end after Wednesday 2026-03-25; no other is predicted.
<mallory> !rfr next badges
| mallory: badges cannot move from staging to production today.
| Frozen by F45 beta, and no freeze break is asked for: `!rfr freeze-break request badges REASON`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: freeze-break request and done are for those involved, or sysadmin-main.
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
<ralph> !rfr freeze-break request badges its database is full
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: its database is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; 1 more approval needed (+1 tyll).
<mallory> !rfr status badges
| mallory: badges (Badges for everyone): ▰▰▰▰▱▱ staging 2 of 2 for 8 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that production needs is missing.
| Frozen by F45 beta, and freeze break 1 lacks 1 approval (+1 tyll): `!rfr +1 1`.
| production on Monday 2026-03-30; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng.
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 2 of 2 for 8 days; sponsor kevin; every MUST for production is met; frozen by F45 beta, freeze break 1 lacks 1 approval (+1 tyll); production on Monday 2026-03-30.
<mallory> !rfr digest
| mallory: 1 RFR is open: 1 in staging.
| 1 RFR moved since Tuesday 2026-03-03 09:00 UTC:
| badges: ralph: production deployment on Monday 2026-03-30; kevin: staging signed off.
| badges: ▰▰▰▰▱▱ staging 2 of 2 for 8 days; every MUST for production is met; frozen by F45 beta, freeze break 1 lacks 1 approval (+1 tyll).
| Production dates: badges on Monday 2026-03-30.
| Freeze breaks: 1 for badges lacks 1 approval: `!rfr +1 1`.
| Freezes: F45 beta has been in force since Tuesday 2026-03-10, expected to end after Wednesday 2026-03-25; no other is predicted.
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng.
<mallory> !rfr next badges
| mallory: badges cannot move from staging to production today.
| Frozen by F45 beta, and freeze break 1 lacks 1 approval (+1 tyll): `!rfr +1 1`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng; done is for those involved, or sysadmin-main.
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Freeze break 1 lacks 1 more approval; a member of sysadmin-main or sysadmin-releng types `!rfr +1 1`.
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; approved (+1 smooge and tyll). It may go ahead: `!rfr advance badges`.
<mallory> !rfr status badges
| mallory: badges (Badges for everyone): ▰▰▰▰▱▱ staging 2 of 2 for 8 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that production needs is missing: `!rfr advance badges`.
| A freeze is in force; freeze break 1 for it is approved.
| production on Monday 2026-03-30; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| Not for you to type: advance is for those involved, or sysadmin-main.
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 2 of 2 for 8 days; sponsor kevin; ready for production; under freeze break 1; production on Monday 2026-03-30.
<mallory> !rfr digest
| mallory: 1 RFR is open: 1 in staging.
| 1 RFR moved since Tuesday 2026-03-03 09:00 UTC:
| badges: ralph: production deployment on Monday 2026-03-30; kevin: staging signed off.
| badges: ▰▰▰▰▱▱ staging 2 of 2 for 8 days; ready for production; under freeze break 1.
| Production dates: badges on Monday 2026-03-30.
| Freeze breaks: 1 for badges is approved.
| Freezes: F45 beta has been in force since Tuesday 2026-03-10, expected to end after Wednesday 2026-03-25; no other is predicted.
<mallory> !rfr next badges
| mallory: badges can move to production today: `!rfr advance badges`.
| A freeze is in force; freeze break 1 for it is approved.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: advance and done are for those involved, or sysadmin-main.
<kevin> !rfr hold badges the rack moves
| kevin: badges (Badges for everyone) is on hold: the rack moves (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<mallory> !rfr status badges
| mallory: badges (Badges for everyone): ▰▰▰▰▱▱ staging 2 of 2 for 8 days, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by kevin on 2026-03-10: the rack moves. `!rfr release badges` lifts that.
| Nothing that production needs is missing.
| A freeze is in force; freeze break 1 for it is approved.
| production on Monday 2026-03-30; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| Not for you to type: release is for whoever holds it, the sponsor, sysadmin-main or security-officer.
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 2 of 2 for 8 days; sponsor kevin; on hold; under freeze break 1; production on Monday 2026-03-30.
<mallory> !rfr digest
| mallory: 1 RFR is open: 1 in staging.
| 1 RFR moved since Tuesday 2026-03-03 09:00 UTC:
| badges: ralph: production deployment on Monday 2026-03-30; kevin: staging signed off, put on hold: the rack moves.
| badges: ▰▰▰▰▱▱ staging 2 of 2 for 8 days; on hold by kevin on 2026-03-10: the rack moves; under freeze break 1.
| Production dates: badges on Monday 2026-03-30.
| Freeze breaks: 1 for badges is approved.
| Freezes: F45 beta has been in force since Tuesday 2026-03-10, expected to end after Wednesday 2026-03-25; no other is predicted.
