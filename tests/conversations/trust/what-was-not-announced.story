# When the hour of an RFR with too many announced changes is over, one line tells how many there were; a restart forgets nothing.
-- budget announcements 2
-- after setup/sponsored.story
-- announce libera/#fedora-admin libera/#fedora-noc
<kevin> !rfr hold badges one
| kevin: badges (Badges for everyone) is on hold: one (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| [libera/#fedora-noc] * badges had more than 2 announced changes within an hour: what comes next is kept, but not announced until it is quieter. All of it: `!rfr history badges`
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<kevin> !rfr hold badges two
| kevin: badges (Badges for everyone) is on hold: two (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<kevin> !rfr hold badges three
| kevin: badges (Badges for everyone) is on hold: three (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- in 30 minutes
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- in 40 minutes
| — Mon 2026-03-02 15:00
| * badges had 5 more changes that were not announced; it is in pre-sponsorship. All of it: `!rfr history badges`.
| [libera/#fedora-noc] * badges had 5 more changes that were not announced; it is in pre-sponsorship. All of it: `!rfr history badges`.
<kevin> !rfr hold badges four
| kevin: badges (Badges for everyone) is on hold: four (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| [libera/#fedora-noc] * badges (Badges for everyone) is on hold: four (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [libera/#fedora-noc] * badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<kevin> !rfr hold badges five
| kevin: badges (Badges for everyone) is on hold: five (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| [libera/#fedora-noc] * badges had more than 2 announced changes within an hour: what comes next is kept, but not announced until it is quieter. All of it: `!rfr history badges`
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<kevin> !rfr hold badges six
| kevin: badges (Badges for everyone) is on hold: six (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- restart
-- in 61 minutes
| — Mon 2026-03-02 16:10
| * badges had 3 more changes that were not announced; it is in pre-sponsorship, on hold. All of it: `!rfr history badges`.
| [libera/#fedora-noc] * badges had 3 more changes that were not announced; it is in pre-sponsorship, on hold. All of it: `!rfr history badges`.
-- in 120 minutes
