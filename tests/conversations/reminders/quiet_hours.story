# Nobody is reminded at night or on a weekend of the configured zone, whatever its clocks do.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind 9-17 Europe/Prague
-- no one-person
# A Friday evening; the clocks go forward on the Sunday.
-- time 2026-03-27 22:30
<ralph> !rfr new badges 4321 Badges for everyone
<kevin> !rfr sponsor badges
<ralph> !rfr schedule badges 2026-03-30
-- time 2026-03-28 12:00
-- time 2026-03-30 06:59
# 09:00 in Prague is 07:00 UTC from this Sunday on.
-- time 2026-03-30 12:00
-- time 2026-10-23 12:00
<ralph> !rfr schedule badges 2026-10-26
-- time 2026-10-26 07:59
-- time 2026-10-26 12:00
