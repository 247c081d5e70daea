# Nobody is called who did not ask for it; whoever did is called in the room, or told alone while in sight.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- no one-person
-- limit hold 7 7 7
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr hold badges waits for hardware
| ralph: badges (Badges for everyone) is on hold: waits for hardware (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- in 7 days
<ralph> !rfr remind me on
| ralph: From now on reminders of what is up to you call you by name in the room.
<ralph> !rfr remind me on
| ralph: Reminders call you by name already.
-- in 7 days
| — Mon 2026-03-09 15:00
| * badges has been on hold for 7 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
| (calls ralph)
<ralph> !rfr remind me dm
| ralph: From now on you hear reminders of what is up to you in private, too, while I see you on libera.
<ralph> !rfr reminders badges
| ralph: Coming, unless somebody acts before:
| Mon 2026-03-16 15:00 UTC: badges has been on hold for 14 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
| You hear yours in private, too. `!rfr remind me on|off|dm`
# Out of sight: only the room hears it.
-- in 7 days
| — Mon 2026-03-16 15:00
| * badges has been on hold for 14 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
-- around ralph
-- in 7 days
| — Mon 2026-03-23 15:00
| * badges has been on hold for 21 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
| [libera in private to ralph] badges has been on hold for 21 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
| [libera in private to ralph] `!rfr remind me off` stops these private reminders.
<ralph> !rfr remind me off
| ralph: From now on neither reminders nor those who ask you for something call you; the room still hears them.
-- in 7 days
| — Mon 2026-03-30 15:00
| * badges has been on hold for 28 days: waits for hardware. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr remind me sometimes
| ralph: “sometimes” is none of on, off, dm; usage: `!rfr remind me on|off|dm`, for example `!rfr remind me on`.
<stranger> !rfr remind me on
| stranger: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
