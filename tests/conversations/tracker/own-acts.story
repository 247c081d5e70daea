# What the bot itself does with a ticket is told as nobody else's, also where it is read before the bot knows that it did it.
-- after tracker/team.story
<nora> !rfr new badges 4321 Badges for everyone
| nora: New RFR badges: Badges for everyone (by nora; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| ticket 4321 has the label of pre-sponsorship
| ticket 4321: The RFR **badges** follows this ticket from now on, says nora in chat.
| ticket 4321:
| ticket 4321: - Phase: **pre-sponsorship**
| ticket 4321: - Sponsor: none yet
| ticket 4321: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
<otto> !rfr drop badges nobody needs it
| otto: badges (Badges for everyone) was dropped in pre-sponsorship: nobody needs it (by otto; https://forge.example.org/infra/tickets/issues/4321).
| ticket 4321: **badges** (Badges for everyone) was dropped in pre-sponsorship: nobody needs it (by otto; <https://forge.example.org/infra/tickets/issues/4321>).
| ticket 4321:
| ticket 4321: - Phase: **pre-sponsorship**, ended
| ticket 4321: - Sponsor: none yet
| ticket 4321 is closed
-- tracker down
<otto> !rfr reopen badges somebody does
| otto: badges (Badges for everyone) is open again, in pre-sponsorship: somebody does (by otto; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- ticket 4321 reopened
-- tracker up
| ticket 4321: **badges** (Badges for everyone) is open again, in pre-sponsorship: somebody does (by otto; <https://forge.example.org/infra/tickets/issues/4321>). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| ticket 4321:
| ticket 4321: - Phase: **pre-sponsorship**
| ticket 4321: - Sponsor: none yet
| ticket 4321: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
# What others do is told.
-- in 5 minutes
-- ticket 4321 closed
| * badges: ticket 4321 was closed in the tracker, though the RFR is open: `!rfr drop badges REASON` ends it, or somebody reopens the ticket (https://forge.example.org/infra/tickets/issues/4321).
-- ticket 4321 reopened
| * badges: ticket 4321 was reopened in the tracker (https://forge.example.org/infra/tickets/issues/4321).
