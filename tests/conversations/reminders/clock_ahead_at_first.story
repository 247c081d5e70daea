# A store that was begun by a clock years ahead makes its recurring posts as soon as the clock is right.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- no one-person
-- no no-sponsor
-- post weekly mon 14:00 UTC
-- time 2031-03-05 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- clock 2026-03-05 14:00
-- restart
-- time 2026-03-10 12:00
| — Mon 2026-03-09 14:00
| * RFRs on Monday 2026-03-09
| 1 RFR is open: 1 in pre-sponsorship.
| 1 RFR moved since Monday 2026-03-02 14:00 UTC:
| badges: ralph: requested: Badges for everyone.
| badges: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; needs a sponsor who accepted (sysadmin-main).
| Wanted: people; without a sponsor: badges; with one person only: badges.
| Freezes: none is in force, and none is predicted.
# What is said with the right clock is older, so that from then on the beginning is known.
<ralph> !rfr new mote 4322 Meetings to read
| ralph: New RFR mote: Meetings to read (by ralph; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
-- restart
-- time 2026-03-17 12:00
| — Mon 2026-03-16 14:00
| * RFRs on Monday 2026-03-16
| 2 RFRs are open: 2 in pre-sponsorship.
| 2 RFRs moved since Monday 2026-03-09 14:00 UTC:
| badges: ralph: requested: Badges for everyone.
| mote: ralph: requested: Meetings to read.
| mote: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 6 days; needs a sponsor who accepted (sysadmin-main).
| badges: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; needs a sponsor who accepted (sysadmin-main).
| Wanted: people; without a sponsor: mote, badges; with one person only: mote, badges.
| Freezes: none is in force, and none is predicted.
