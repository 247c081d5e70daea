# A sponsor whose login nobody knows is told so, with who can mend it.
-- after tracker/team.story
-- tracker knows no logins
<vera> !rfr new badges 4321 Badges
| vera: New RFR badges: Badges (by vera; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| ticket 4321 has the label of pre-sponsorship
| ticket 4321: The RFR **badges** follows this ticket from now on, says vera in chat.
| ticket 4321:
| ticket 4321: - Phase: **pre-sponsorship**
| ticket 4321: - Sponsor: none yet
| ticket 4321: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
<otto> !rfr sponsor badges
| otto: badges (Badges) is sponsored by otto (https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a ticket assigned to its sponsor. `!rfr next badges` tells more.
| I cannot assign ticket 4321 to otto: the config names no login of theirs in the tracker. An operator adds it to logins of [tracker]; until the ticket is assigned to its sponsor, the next phase stays shut.
<otto> !rfr advance badges
| otto: badges stays in pre-sponsorship; planning needs: ticket 4321 assigned to otto (it is assigned to nobody): I notice when somebody assigns it, which can be done at https://forge.example.org/infra/tickets/issues/4321. `!rfr why` shows the rules.
# Where the config asks for it no more, nothing is shut by it.
-- tracker gone
<otto> !rfr advance badges
| otto: badges (Badges) moved from pre-sponsorship to planning (by otto; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
