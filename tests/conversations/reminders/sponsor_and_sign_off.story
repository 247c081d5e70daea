# A sponsor who was asked, and one whose signature alone is missing, is reminded each week; nobody else is.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr sponsor badges smooge
| ralph: badges: smooge was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: smooge was asked and types `!rfr accept badges`.
-- in 8 days
| — Mon 2026-03-09 15:00
| * badges: smooge was asked on 2026-03-02 to sponsor it and has not answered. `!rfr accept badges` or `!rfr decline badges` (https://forge.example.org/infra/tickets/issues/4321)
<smooge> !rfr accept badges
| smooge: badges (Badges for everyone) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<ralph> !rfr discussed badges https://lists.example.org/thread/A/
| ralph: badges: list discussion recorded, https://lists.example.org/thread/A/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr advance badges
| ralph: badges stays in planning; development needs: somebody who deploys and maintains it: `!rfr people badges add NAME`. `!rfr why` shows the rules.
<ralph> !rfr decide badges caching none
| ralph: badges: caching decided: none; question 2 answered: none.
<ralph> !rfr decide badges load-balancing none
| ralph: badges: load-balancing decided: none; question 1 answered: none.
<ralph> !rfr decide badges deployment one host
| ralph: badges: deployment decided: one host; question 3 answered: one host.
<ralph> !rfr next badges
| ralph: badges cannot move from planning to development today.
| Missing: somebody who deploys and maintains it: `!rfr people badges add NAME`.
| Steps that are asked for but do not block: four-questions (the SOP's four questions considered): `!rfr questions badges`.
-- in 8 days
# The sponsor leaves sysadmin-main.
-- group sysadmin-main kevin
| — Wed 2026-03-18 14:02
| * badges: its sponsor smooge is no longer in sysadmin-main and cannot sign off. `!rfr sponsor badges` (https://forge.example.org/infra/tickets/issues/4321)
-- in 1 days
