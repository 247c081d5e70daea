# Somebody who takes no part does not displace an asking that waits for its answer.
-- after setup/requested.story
<ralph> !rfr sponsor badges kevin
| ralph: badges: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept badges`.
| * badges (Badges for everyone): ralph asks kevin to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls kevin)
<mallory> !rfr sponsor badges smooge
| mallory: badges: kevin was asked to sponsor it by ralph on 2026-03-02; only those involved and sysadmin-main ask somebody else before that is answered. Who takes part: `!rfr who badges`.
<mallory> !rfr why
| mallory: Your last refusal: badges: kevin was asked to sponsor it by ralph on 2026-03-02; only those involved and sysadmin-main ask somebody else before that is answered. Who takes part: `!rfr who badges`.
| SOP: the ticket is assigned to, and accepted by, one person in sysadmin-main, who sponsors and helps.
<ralph> !rfr sponsor badges smooge
| ralph: badges: smooge was asked to sponsor it.
| * badges (Badges for everyone): ralph asks smooge to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls smooge)
<kevin> !rfr sponsor badges kevin
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<mallory> !rfr undo badges
| mallory: badges was last changed by kevin on 2026-03-02; an undo takes back only your own change, while nobody has changed it after you. What happened: `!rfr history badges`.
