# A digest comes at its times, and one that prepares a meeting before it or not at all.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- no one-person
-- no no-sponsor
-- post weekly mon 14:00 UTC
-- post meeting 60 minutes before every second thursday 15:00 Europe/Prague from 2026-03-12
-- time 2026-03-04 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- time 2026-03-13 12:00
| — Mon 2026-03-09 14:00
| * RFRs on Monday 2026-03-09
| 1 RFR is open: 1 in pre-sponsorship.
| 1 RFR moved since Monday 2026-03-02 14:00 UTC:
| badges: ralph: requested: Badges for everyone.
| badges: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 5 days; needs a sponsor who accepted (sysadmin-main).
| Wanted: people; without a sponsor: badges; with one person only: badges.
| Freezes: none is in force, and none is predicted.
| — Thu 2026-03-12 13:00
| * RFRs on Thursday 2026-03-12
| 1 RFR is open: 1 in pre-sponsorship.
| badges: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 8 days; needs a sponsor who accepted (sysadmin-main).
| Wanted: people; without a sponsor: badges; with one person only: badges.
| Freezes: none is in force, and none is predicted.
# The bot is down on Monday, and makes up for it on Tuesday.
-- downtime 4 days
| — Tue 2026-03-17 12:00
| * RFRs on Tuesday 2026-03-17
| 1 RFR is open: 1 in pre-sponsorship.
| badges: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 13 days; needs a sponsor who accepted (sysadmin-main).
| Wanted: people; without a sponsor: badges; with one person only: badges.
| Freezes: none is in force, and none is predicted.
-- restart
-- in 1 days
