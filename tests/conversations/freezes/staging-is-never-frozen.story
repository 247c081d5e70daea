# A freeze in force stops nothing but the way into production.
-- freeze F45 beta 2026-03-01 2026-03-25
-- after setup/team.story
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
-- after setup/staging.story
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| Frozen by F45 beta, and no freeze break is asked for: `!rfr freeze-break request badges REASON`.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
