# Every announcing place hears of a change once, and the place where it was made hears it as the reply.
-- after setup/requested.story
-- announce libera/#fedora-admin libera/#fedora-noc oftc/#fedora-admin
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [libera/#fedora-noc] * badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [oftc/#fedora-admin] * badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- place libera/#fedora-noc
<ralph> !rfr hold badges the datacenter moves
| ralph: badges (Badges for everyone) is on hold: the datacenter moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| [libera/#fedora-admin] * badges (Badges for everyone) is on hold: the datacenter moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| [oftc/#fedora-admin] * badges (Badges for everyone) is on hold: the datacenter moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- place libera/#another-room
<ralph> !rfr release badges
| ralph: badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [libera/#fedora-admin] * badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [libera/#fedora-noc] * badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [oftc/#fedora-admin] * badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr done badges packages
| ralph: badges: packages done.
-- private libera
<ralph> advance badges
| badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: second-person.
| [libera/#fedora-admin] * badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| [libera/#fedora-noc] * badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| [oftc/#fedora-admin] * badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
