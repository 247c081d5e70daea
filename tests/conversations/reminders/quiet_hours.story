# Nobody is reminded at night or on a weekend of the configured zone, whatever its clocks do.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind 9-17 Europe/Prague
-- no one-person
# A Friday evening; the clocks go forward on the Sunday.
-- time 2026-03-27 22:30
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr schedule badges 2026-03-30
| ralph: badges: production deployment on Monday 2026-03-30, in 3 days.
-- time 2026-03-28 12:00
-- time 2026-03-30 06:59
# 09:00 in Prague is 07:00 UTC from this Sunday on.
-- time 2026-03-30 12:00
| — Mon 2026-03-30 07:00
| * badges is to be deployed today (https://forge.example.org/infra/tickets/issues/4321)
-- time 2026-10-23 12:00
| — Tue 2026-03-31 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Thu 2026-04-02 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-04-06 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-04-13 07:00
| * badges (pre-sponsorship) has been silent for 17 days; nothing is missing for the next phase. `!rfr next badges` (https://forge.example.org/infra/tickets/issues/4321)
| badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-04-20 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-04-27 07:00
| * badges (pre-sponsorship) has been silent for 31 days; nothing is missing for the next phase. `!rfr next badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Thu 2026-04-30 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-05-12 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-05-25 07:00
| * badges (pre-sponsorship) has been silent for 59 days; nothing is missing for the next phase. `!rfr next badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-05-26 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-06-09 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-06-23 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-07-06 07:00
| * badges (pre-sponsorship) has been silent for 101 days; nothing is missing for the next phase. `!rfr next badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-07-07 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-07-21 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-08-04 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-08-17 07:00
| * badges (pre-sponsorship) has been silent for 143 days; nothing is missing for the next phase. `!rfr next badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-08-18 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-09-01 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-09-15 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-09-28 07:00
| * badges (pre-sponsorship) has been silent for 185 days; nothing is missing for the next phase. `!rfr next badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-09-29 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-10-13 07:00
| * badges was to be deployed on Monday 2026-03-30: is it done? `!rfr done badges deployed` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr schedule badges 2026-10-26
| ralph: badges: production deployment on Monday 2026-10-26, in 3 days (was 2026-03-30).
| — Fri 2026-10-23 12:00
| * badges is to be deployed on Monday 2026-10-26 (https://forge.example.org/infra/tickets/issues/4321)
-- time 2026-10-26 07:59
-- time 2026-10-26 12:00
| — Mon 2026-10-26 08:00
| * badges is to be deployed today (https://forge.example.org/infra/tickets/issues/4321)
