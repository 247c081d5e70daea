# Whoever deploys is told the day before and on the day, and asked afterwards until somebody says that it is done.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- no silent
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
<kevin> !rfr sponsor badges
<ralph> !rfr schedule badges 2026-03-12
-- time 2026-03-18 12:00
# Only one person works on it, for four weeks and more.
-- restart
