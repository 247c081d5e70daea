# Whoever requests by the ticket alone need not type what stands in it.
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
<vera> !rfr status badges
| vera: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
<vera> !rfr history badges
| vera: badges: 2 changes, newest first.
| 2026-03-02 14:00 rfrbot: title from the ticket: Badges for everyone, requested by nora; the ticket: “Badges for everyone”, open, assigned to nobody [tracker]
| 2026-03-02 14:00 vera: requested: ticket 4321; title and requester come from the ticket [libera/#fedora-admin]
# A login that the config does not know is nobody's account.
-- tracker knows no logins
-- ticket 4400 by stranger: Wiki for @everybody
<vera> !rfr new wiki 4400
| vera: New RFR wiki: ticket 4400 (by vera; https://forge.example.org/infra/tickets/issues/4400). Next: planning, which needs a sponsor who accepted. `!rfr next wiki` tells more.
| Title and requester come from the ticket as soon as the tracker answers; I say so then.
| ticket 4400 has the label of pre-sponsorship
| ticket 4400: The RFR **wiki** follows this ticket from now on, says vera in chat.
| ticket 4400:
| ticket 4400: - Phase: **pre-sponsorship**
| ticket 4400: - Sponsor: none yet
| ticket 4400: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
| * wiki is called “Wiki for @everybody” by its ticket, which was written by stranger, a login that the config maps to no account: vera stays the requester (https://forge.example.org/infra/tickets/issues/4400).
# Typed words win.
-- ticket 4500 by nora: Pastebin
<vera> !rfr new paste 4500 A place for pastes
| vera: New RFR paste: A place for pastes (by vera; https://forge.example.org/infra/tickets/issues/4500). Next: planning, which needs a sponsor who accepted. `!rfr next paste` tells more.
| ticket 4500 has the label of pre-sponsorship
| ticket 4500: The RFR **paste** follows this ticket from now on, says vera in chat.
| ticket 4500:
| ticket 4500: - Phase: **pre-sponsorship**
| ticket 4500: - Sponsor: none yet
| ticket 4500: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
