# What was done and undone since then did not move anything; an undo of what stood before that moment did.
-- after setup/staging.story
-- time 2026-03-05 10:00
<ralph> !rfr hold badges the database moves
| ralph: badges (Badges for everyone) is on hold: the database moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr undo
| ralph: badges: undone: put on hold: the database moves. It is in staging; sponsor kevin (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<kevin> !rfr since today
| kevin: No RFR moved since Thursday 2026-03-05.
<ralph> !rfr note badges the database moves on Monday
| ralph: badges: noted: the database moves on Monday.
<ralph> !rfr hold badges the database moves
| ralph: badges (Badges for everyone) is on hold: the database moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr undo
| ralph: badges: undone: put on hold: the database moves. It is in staging; sponsor kevin (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<kevin> !rfr since today
| kevin: 1 RFR moved since Thursday 2026-03-05:
| badges: ralph: noted: the database moves on Monday.
-- time 2026-03-05 12:00
<ralph> !rfr schedule badges 2026-03-20
| ralph: badges: production deployment on Friday 2026-03-20, in 15 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr since 1 hour
| kevin: 1 RFR moved since Thursday 2026-03-05 11:00 UTC:
| badges: ralph: production deployment on Friday 2026-03-20.
-- time 2026-03-05 12:50
<ralph> !rfr undo
| ralph: badges: the last change was undone (production deployment on Friday 2026-03-20); no day for production is named any more.
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<kevin> !rfr since 1 hour
| kevin: No RFR moved since Thursday 2026-03-05 11:50 UTC.
-- time 2026-03-05 13:30
<kevin> !rfr since 1 hour
| kevin: 1 RFR moved since Thursday 2026-03-05 12:30 UTC:
| badges: ralph: undid “production deployment on Friday 2026-03-20”.
<kevin> !rfr since today
| kevin: 1 RFR moved since Thursday 2026-03-05:
| badges: ralph: noted: the database moves on Monday.
