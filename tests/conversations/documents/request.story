# Whoever has an account asks, and is told who can say yes.
-- after documents/team.story
<vera> !rfr new badges 4321 Badges for everyone
| vera: New RFR badges: Badges for everyone (by vera; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<vera> !rfr sponsor badges otto
| vera: badges: otto was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: otto was asked and types `!rfr accept badges`.
| * badges (Badges for everyone): vera asks otto to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls otto)
<otto> !rfr accept badges
| otto: badges (Badges for everyone) is sponsored by otto (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<vera> !rfr advance badges
| vera: badges (Badges for everyone) moved from pre-sponsorship to planning (by vera; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
