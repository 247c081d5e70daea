# An RFR is mentioned once a day, and a place hears only so many posts a day; days that will not wait come all the same.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- limit posts 1
-- no one-person
-- time 2026-03-02 09:30
<ralph> !rfr new badges 4321 Badges for everyone
<kevin> !rfr sponsor badges
<ralph> !rfr ask badges Who pays for the certificates?
-- time 2026-03-02 13:30
<ralph> !rfr new koschei 4322 Continuous rebuilds
<kevin> !rfr sponsor koschei
<ralph> !rfr schedule koschei 2026-03-17
-- time 2026-03-18 18:00
