# Once somebody else has changed the RFR, what was before is no longer undone silently.
-- after setup/staging.story
<ralph> !rfr hold badges the database moves
| ralph: badges (Badges for everyone) is on hold: the database moves (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<mallory> !rfr note badges which database?
| mallory: badges: noted: which database?.
<ralph> !rfr undo
| ralph: badges was changed by mallory on 2026-03-02, after you or instead of you; an undo takes back only one's own last change. What happened: `!rfr history badges`.
<ralph> !rfr release badges
| ralph: badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off; a date for production. `!rfr next badges` tells more.
