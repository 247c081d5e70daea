# Planning does not begin before somebody in sysadmin-main has accepted the sponsorship; being asked is not enough.
-- after setup/requested.story
<ralph> !rfr advance badges
| ralph: badges stays in pre-sponsorship; planning needs: a sponsor who accepted: a sysadmin-main member types `!rfr sponsor badges`. `!rfr why` shows the rules.
<ralph> !rfr sponsor badges kevin
| ralph: badges: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept badges`.
| * badges (Badges for everyone): ralph asks kevin to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls kevin)
<ralph> !rfr advance badges
| ralph: badges stays in pre-sponsorship; planning needs: a sponsor who accepted: kevin was asked and types `!rfr accept badges`. `!rfr why` shows the rules.
<kevin> !rfr accept badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
