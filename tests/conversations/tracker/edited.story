# A comment that is edited is read again: what it asks now is offered, and what it asked before is not offered twice.
-- after tracker/team.story
<vera> !rfr new badges 4321 Badges
| vera: New RFR badges: Badges (by vera; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| ticket 4321 has the label of pre-sponsorship
| ticket 4321: The RFR **badges** follows this ticket from now on, says vera in chat.
| ticket 4321:
| ticket 4321: - Phase: **pre-sponsorship**
| ticket 4321: - Sponsor: none yet
| ticket 4321: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
-- comment by nora in 4321: Question: where does it keep its data?
| * badges: in the ticket nora asks “where does it keep its data?”: `!rfr ask badges from 1` takes that as a question (https://forge.example.org/infra/tickets/issues/4321#issuecomment-1).
-- comment edited: Question: where does it keep its data? //// Question: who looks after it?
| * badges: in the ticket nora asks “who looks after it?”: `!rfr ask badges from 2` takes that as a question (https://forge.example.org/infra/tickets/issues/4321#issuecomment-1).
-- comment again
-- restart
-- comment again
-- comment edited: Question: where does it keep its data? // Thanks.
-- comment edited: Question: who looks after it? //// Question: and at night?
| * badges: in the ticket nora asks “and at night?”: `!rfr ask badges from 3` takes that as a question (https://forge.example.org/infra/tickets/issues/4321#issuecomment-1).
<otto> !rfr ask badges from 2
| otto: badges: question 1 opened: who looks after it? (asked by nora in the ticket); offered as 2.
-- comment edited: Question: who looks after it? //// Question: and at night? //// Question: and on Sundays?
| * badges: in the ticket nora asks “and on Sundays?”: `!rfr ask badges from 4` takes that as a question (https://forge.example.org/infra/tickets/issues/4321#issuecomment-1).
