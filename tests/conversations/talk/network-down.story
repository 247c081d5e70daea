# What is announced while a network is down is delivered when it is up again, once.
-- after setup/requested.story
-- announce libera/#fedora-admin oftc/#fedora-admin
-- oftc down
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
-- oftc up
| [oftc/#fedora-admin] * badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [oftc/#fedora-admin] * badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
-- oftc down
-- oftc up
