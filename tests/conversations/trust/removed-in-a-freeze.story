# What was removed from production comes back in a freeze by no undo and no reopening, but with an approved freeze break.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/production.story
-- group sysadmin-releng tyll
-- time 2026-03-11 09:00
<smooge> !rfr remove badges to try it
| smooge: badges (Badges for everyone) was removed (it was in production): to try it (by smooge; https://forge.example.org/infra/tickets/issues/4321).
<tyll> !rfr freeze start F45 beta
| tyll: The freeze F45 beta is in force now (tyll), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<smooge> !rfr undo badges
| smooge: badges stays where it is: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
<smooge> !rfr reopen badges it is wanted after all
| smooge: badges stays where it is: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
<smooge> !rfr why
| smooge: Your last refusal: badges stays where it is: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
| SOP: changes to frozen hosts need a freeze break request with two approvals, not counting the requester's own; staging is never frozen.
<ralph> !rfr freeze-break request badges users wait for it
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: users wait for it. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<kevin> !rfr +1 1
| kevin: Freeze break 1 for badges: +1 by kevin; 1 more approval needed (+1 kevin).
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; approved (+1 kevin and tyll). It may go ahead: `!rfr reopen badges REASON`.
<smooge> !rfr reopen badges it is wanted after all
| smooge: badges (Badges for everyone) is open again, in production: it is wanted after all (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. It is under freeze break 1. `!rfr next badges` tells more.
