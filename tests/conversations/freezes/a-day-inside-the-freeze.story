# A day inside a freeze can be set once a freeze break for it is approved; before that, what it takes is said.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
-- time 2026-03-10 09:00
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: 2026-03-12 is in the freeze F45 beta, and production does not change in a freeze. The first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: 2026-03-12 is in the freeze F45 beta, and production does not change in a freeze. The first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`. A day before takes a freeze break: `!rfr freeze-break request badges REASON`.
<ralph> !rfr freeze-break request badges its database is full
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: its database is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<tyll> !rfr -1 1 not in this week
| tyll: Freeze break 1 for badges: -1 by tyll: not in this week; 2 more approvals needed (-1 tyll).
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: 2026-03-12 is in the freeze F45 beta, and production does not change in a freeze. The first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`. Freeze break 1 is to be approved for a day before: `!rfr +1 1`.
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 for 8 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| Frozen by F45 beta, and freeze break 1 lacks 2 approvals (-1 tyll): `!rfr +1 1`.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Frozen by F45 beta, and freeze break 1 lacks 2 approvals (-1 tyll): `!rfr +1 1`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng.
<ralph> !rfr list
| ralph: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 8 days; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more; frozen by F45 beta, freeze break 1 lacks 2 approvals (-1 tyll).
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in staging.
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 8 days; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin); frozen by F45 beta, freeze break 1 lacks 2 approvals (-1 tyll).
| Freeze breaks: 1 for badges lacks 2 approvals (-1 tyll): `!rfr +1 1`.
| Freezes: F45 beta has been in force since Tuesday 2026-03-10, expected to end after Wednesday 2026-03-25; no other is predicted.
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng.
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; 1 more approval needed (+1 smooge) (-1 tyll).
<kevin> !rfr +1 1
| kevin: Freeze break 1 for badges: +1 by kevin; approved (+1 kevin and smooge) (-1 tyll). What it needs beside that: `!rfr next badges`.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 for 8 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| A freeze is in force; freeze break 1 for it is approved (-1 tyll).
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 2 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 for 8 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| A freeze is in force; freeze break 1 for it is approved (-1 tyll).
| production on Thursday 2026-03-12; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
