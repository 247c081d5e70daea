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
<ralph> !rfr drop badges it was deployed elsewhere
| ralph: badges (Badges for everyone) was dropped in pre-sponsorship: it was deployed elsewhere (by ralph; https://forge.example.org/infra/tickets/issues/4321).
# In autumn the clocks go back on a Sunday: 09:00 in Prague is 08:00 UTC from then on.
-- time 2026-10-23 20:00
<ralph> !rfr new koschei 4322 Continuous rebuilds
| ralph: New RFR koschei: Continuous rebuilds (by ralph; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<kevin> !rfr sponsor koschei
| kevin: koschei (Continuous rebuilds) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4322). Next: planning, by `!rfr advance koschei`.
<ralph> !rfr schedule koschei 2026-10-26
| ralph: koschei: production deployment on Monday 2026-10-26, in 3 days.
-- time 2026-10-26 07:59
-- time 2026-10-26 12:00
| — Mon 2026-10-26 08:00
| * koschei is to be deployed today (https://forge.example.org/infra/tickets/issues/4322)
