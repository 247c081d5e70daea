# Once somebody else has changed the RFR, what was before is no longer undone silently.
-- after setup/staging.story
<ralph> !rfr hold badges the database moves
| ralph: badges (Badges for everyone) is on hold: the database moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<mallory> !rfr note badges which database?
| mallory: badges: noted: which database?
<ralph> !rfr undo
| ralph: badges was last changed by mallory on 2026-03-02; an undo takes back only your own change, while nobody has changed it after you. What happened: `!rfr history badges`.
<ralph> !rfr release badges
| ralph: badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
