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
<ralph> !rfr hold badges waits for hardware
<ralph> !rfr reminders badges
-- in 8 days
<ralph> !rfr reminders badges
