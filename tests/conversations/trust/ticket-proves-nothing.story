# A comment asks, and never answers, signs or moves: a login there proves nobody in chat.
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
<otto> !rfr sponsor badges
| otto: badges (Badges for everyone) is sponsored by otto (https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a ticket assigned to its sponsor. `!rfr next badges` tells more.
| ticket 4321 is assigned to otto
| * badges: ticket 4321 is assigned to its sponsor otto, as the SOP asks (https://forge.example.org/infra/tickets/issues/4321).
-- comment by otto in 4321: !rfr advance badges
-- comment by otto in 4321: I sign off on this. +1
-- comment by otto in 4321: Answer 1: no
-- comment by otto in 4321: > Question: was that quoted?
-- comment by otto in 4321: Question: is @everybody there? #1
| * badges: in the ticket otto asks “is @everybody there? #1”: `!rfr ask badges from 1` takes that as a question (https://forge.example.org/infra/tickets/issues/4321#issuecomment-5).
# In a ticket of nobody's.
-- comment by otto in 4000: Question: what?
