# A restart of the bot, even with its database lost, does not take the undo away.
-- after setup/staging.story
<ralph> !rfr hold badges the database moves
| ralph: badges (Badges for everyone) is on hold: the database moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- restart
-- lose the database
<ralph> !rfr undo
| ralph: badges: undone: put on hold: the database moves. It is in staging; sponsor kevin (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
