# A clock that steps forward brings one post, one that steps back repeats nothing.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
<ralph> !rfr sponsor badges kevin
# The machine slept for ten days.
-- clock 2026-03-12 14:00
# Its clock is set back by an hour, and by a day.
-- clock 2026-03-12 13:00
-- clock 2026-03-11 13:00
-- time 2026-03-16 10:00
