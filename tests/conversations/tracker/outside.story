# What happens to a ticket outside is told in one line.
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
-- ticket 4321 called Badges for nobody
| * badges: ticket 4321 is called “Badges for nobody” now: `!rfr title badges Badges for nobody` takes that over (https://forge.example.org/infra/tickets/issues/4321).
-- ticket 4321 is read
-- ticket 4321 closed
| * badges: ticket 4321 was closed in the tracker, though the RFR is open: `!rfr drop badges REASON` ends it, or somebody reopens the ticket (https://forge.example.org/infra/tickets/issues/4321).
<vera> !rfr status badges
| vera: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 2 of 2 since today; sponsor otto; https://forge.example.org/infra/tickets/issues/4321
| Nothing that planning needs is missing: `!rfr advance badges`.
| Its ticket was closed in the tracker, though the RFR is open: `!rfr drop badges REASON` ends it, or somebody reopens the ticket.
| Not for you to type: advance is for those involved, or sysadmin-main; drop is for the requester, the sponsor, or sysadmin-main.
# What is sent again, or comes too late, does nothing.
-- ticket 4321 as an hour ago
-- ticket 4321 reopened
| * badges: ticket 4321 was reopened in the tracker (https://forge.example.org/infra/tickets/issues/4321).
<vera> !rfr history badges
| vera: badges: 7 changes, newest first.
| 2026-03-02 14:00 rfrbot: the ticket: “Badges for nobody”, open, assigned to otto [tracker]
| 2026-03-02 14:00 rfrbot: the ticket: “Badges for nobody”, closed, assigned to otto [tracker]
| 2026-03-02 14:00 rfrbot: the ticket: “Badges for nobody”, open, assigned to otto [tracker]
| 2026-03-02 14:00 rfrbot: the ticket: “Badges for everyone”, open, assigned to otto [tracker]
| 2026-03-02 14:00 otto: sponsored by otto; the ticket has to be assigned to the sponsor [libera/#fedora-admin]
| 2026-03-02 14:00 rfrbot: title from the ticket: Badges for everyone, requested by nora; the ticket: “Badges for everyone”, open, assigned to nobody [tracker]
| 2026-03-02 14:00 vera: requested: ticket 4321; title and requester come from the ticket [libera/#fedora-admin]
<vera> !rfr status badges
| vera: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 2 of 2 since today; sponsor otto; https://forge.example.org/infra/tickets/issues/4321
| Nothing that planning needs is missing: `!rfr advance badges`.
| Not for you to type: advance is for those involved, or sysadmin-main.
# A server may say any time: one to come does not keep out what is true.
-- ticket 4321 as in a year to come
| * badges: ticket 4321 is called “Badges for nobody in a year to come” now: `!rfr title badges Badges for nobody in a year to come` takes that over (https://forge.example.org/infra/tickets/issues/4321).
-- ticket 4321 called Badges for some
| * badges: ticket 4321 is called “Badges for some” now: `!rfr title badges Badges for some` takes that over (https://forge.example.org/infra/tickets/issues/4321).
-- in 120 minutes
-- ticket 4321 called Badges for everyone
