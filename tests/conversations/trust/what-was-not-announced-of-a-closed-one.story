# What was not announced of an RFR that ended is told, too, and a restart does not forget it.
-- budget announcements 2
-- after setup/sponsored.story
-- announce libera/#fedora-admin libera/#fedora-noc
<kevin> !rfr hold badges one
| kevin: badges (Badges for everyone) is on hold: one (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| [libera/#fedora-noc] * badges had more than 2 announced changes within an hour: what comes next is kept, but not announced until it is quieter. All of it: `!rfr history badges`
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<kevin> !rfr drop badges Nobody needs it
| kevin: badges (Badges for everyone) was dropped in pre-sponsorship: Nobody needs it (by kevin; https://forge.example.org/infra/tickets/issues/4321).
-- restart
-- in 61 minutes
| — Mon 2026-03-02 15:00
| * badges had 2 more changes that were not announced; it has ended. All of it: `!rfr history badges`.
| [libera/#fedora-noc] * badges had 2 more changes that were not announced; it has ended. All of it: `!rfr history badges`.
