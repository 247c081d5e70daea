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
<ralph> !rfr hold badges waits for hardware
-- in 7 days
<ralph> !rfr remind me on
<ralph> !rfr remind me on
-- in 7 days
<ralph> !rfr remind me dm
<ralph> !rfr reminders badges
# Out of sight: only the room hears it.
-- in 7 days
-- around ralph
-- in 7 days
<ralph> !rfr remind me off
-- in 7 days
<ralph> !rfr remind me sometimes
<stranger> !rfr remind me on
