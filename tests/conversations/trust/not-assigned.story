# A tracker that says yes and assigns nobody is found out, and the room hears that somebody else must do it.
-- after tracker/team.story
<vera> !rfr new badges 4321
| vera: New RFR badges: ticket 4321 (by vera; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| Title and requester come from the ticket as soon as the tracker answers; I say so then.
| ticket 4321 has the label of pre-sponsorship
| ticket 4321: The RFR **badges** follows this ticket from now on, says vera in chat.
| ticket 4321:
| ticket 4321: - Phase: **pre-sponsorship**
| ticket 4321: - Sponsor: none yet
| ticket 4321: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
| * badges is called “Badges for everyone” by its ticket, and nora requested it: the requester is nora now, in place of vera (https://forge.example.org/infra/tickets/issues/4321).
-- tracker assigns nobody
<otto> !rfr sponsor badges
| otto: badges (Badges for everyone) is sponsored by otto (https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a ticket assigned to its sponsor. `!rfr next badges` tells more.
| * badges: I may not assign ticket 4321 to otto: the server took the call and assigned nobody: the token's account needs write access to infra/tickets. Somebody who may does that at https://forge.example.org/infra/tickets/issues/4321; until then the next phase stays shut.
<otto> !rfr advance badges
| otto: badges stays in pre-sponsorship; planning needs: ticket 4321 assigned to otto (it is assigned to nobody): I notice when somebody assigns it, which can be done at https://forge.example.org/infra/tickets/issues/4321. `!rfr why` shows the rules.
-- ticket 4321 assigned otto
| * badges: ticket 4321 is assigned to its sponsor otto, as the SOP asks (https://forge.example.org/infra/tickets/issues/4321).
<otto> !rfr advance badges
| otto: badges (Badges for everyone) moved from pre-sponsorship to planning (by otto; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
| ticket 4321 has the label of planning
| ticket 4321: **badges** (Badges for everyone) moved from pre-sponsorship to planning (by otto; <https://forge.example.org/infra/tickets/issues/4321>). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| ticket 4321:
| ticket 4321: - Phase: **planning**
| ticket 4321: - Sponsor: otto
| ticket 4321: - Missing for development, and who can give it: a discussion on the infrastructure list and somebody who deploys and maintains it (nora).
