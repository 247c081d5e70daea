# What nobody acts on goes to the list too, where the operator said so, and only then.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- to list hold 2
-- limit hold 7 7 7
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr hold badges waits for hardware
| ralph: badges (Badges for everyone) is on hold: waits for hardware (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr reminders badges
| ralph: Coming, unless somebody acts before:
| Mon 2026-03-09 15:00 UTC: badges has been on hold for 7 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
| They do not call you. `!rfr remind me on|off|dm`
-- in 8 days
| — Mon 2026-03-09 15:00
| * badges has been on hold for 7 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr reminders badges
| ralph: Coming, unless somebody acts before:
| Mon 2026-03-16 15:00 UTC (and to the list): badges has been on hold for 14 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
| They do not call you. `!rfr remind me on|off|dm`
