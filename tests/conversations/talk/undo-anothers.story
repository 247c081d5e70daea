# What somebody else changed last is not undone; the opposite command says openly what is meant.
-- after setup/staging.story
<kevin> !rfr hold badges the database moves
| kevin: badges (Badges for everyone) is on hold: the database moves (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr undo
| ralph: badges was last changed by kevin on 2026-03-02; an undo takes back only your own change, while nobody has changed it after you. What happened: `!rfr history badges`.
<ralph> !rfr why
| ralph: Your last refusal: badges was last changed by kevin on 2026-03-02; an undo takes back only your own change, while nobody has changed it after you. What happened: `!rfr history badges`.
| House rule: an undo takes back one's own last change while nobody has built on it; everything else has its opposite command, so that history stays readable.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
