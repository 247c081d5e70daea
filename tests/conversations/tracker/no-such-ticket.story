# Who mistyped a ticket's number hears it, and what corrects it works.
-- after tracker/team.story
<vera> !rfr new badges 9999
| vera: New RFR badges: ticket 9999 (by vera; https://forge.example.org/infra/tickets/issues/9999). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| Title and requester come from the ticket as soon as the tracker answers; I say so then.
| * badges: ticket 9999 could not be kept up to date, and I gave up: there is no ticket 9999 in infra/tickets. `!rfr ticket badges NUMBER` names another.
<vera> !rfr ticket badges 4321
| vera: badges: ticket set to https://forge.example.org/infra/tickets/issues/4321.
| ticket 4321 has the label of pre-sponsorship
| ticket 4321: The RFR **badges** follows this ticket from now on, says vera in chat.
| ticket 4321:
| ticket 4321: - Phase: **pre-sponsorship**
| ticket 4321: - Sponsor: none yet
| ticket 4321: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
| * badges is called “Badges for everyone” by its ticket, and nora requested it: the requester is nora now, in place of vera (https://forge.example.org/infra/tickets/issues/4321).
