# After a week of downtime the bot says everything that it missed once, in one post, and a restart repeats nothing.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
<ralph> !rfr new koschei 4322 Continuous rebuilds
<kevin> !rfr sponsor koschei
<ralph> !rfr ask koschei Where does it run?
<ralph> !rfr schedule koschei 2026-03-16
-- time 2026-03-12 14:00
-- downtime 7 days
-- restart
-- in 1 days
-- lose the database
-- in 1 days
