# After an hour others have read it, so a change is taken back by its opposite and not by undo.
-- after setup/staging.story
<ralph> !rfr hold badges the database moves
| ralph: badges (Badges for everyone) is on hold: the database moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- in 59 minutes
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by ralph on 2026-03-02: the database moves. `!rfr release badges` lifts that.
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
-- in 2 minutes
<ralph> !rfr undo
| ralph: badges: your last change is of 2026-03-02 14:00 UTC, and an undo is possible for 60 minutes. Take it back by the opposite command: `!rfr help`.
<ralph> !rfr release badges
| ralph: badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
