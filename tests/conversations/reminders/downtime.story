# After a week of downtime the bot says everything that it missed once, in one post, and a restart repeats nothing.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr new koschei 4322 Continuous rebuilds
| ralph: New RFR koschei: Continuous rebuilds (by ralph; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<kevin> !rfr sponsor koschei
| kevin: koschei (Continuous rebuilds) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4322). Next: planning, by `!rfr advance koschei`.
<ralph> !rfr ask koschei Where does it run?
| ralph: koschei: question 1 opened: Where does it run?
<ralph> !rfr schedule koschei 2026-03-16
| ralph: koschei: production deployment on Monday 2026-03-16, in 14 days.
-- time 2026-03-12 14:00
-- downtime 7 days
| — Thu 2026-03-19 14:00
| * badges has had no sponsor for 17 days. For sysadmin-main: `!rfr sponsor badges` (https://forge.example.org/infra/tickets/issues/4321)
| koschei: question 1 has been open for 17 days: “Where does it run?”. `!rfr answer koschei 1 …` (https://forge.example.org/infra/tickets/issues/4322)
| koschei (pre-sponsorship) has been silent for 17 days; nothing is missing for the next phase. `!rfr next koschei` (https://forge.example.org/infra/tickets/issues/4322)
| koschei was to be deployed on Monday 2026-03-16: is it done? `!rfr next koschei` or `!rfr schedule koschei DATE` (https://forge.example.org/infra/tickets/issues/4322)
-- restart
-- in 1 days
-- lose the database
-- in 1 days
