# An RFR is mentioned once a day, and a place hears only so many posts a day; days that will not wait come all the same.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- limit posts 1
-- no one-person
-- time 2026-03-03 09:30
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr ask badges Who pays for the certificates?
| ralph: badges: question 1 opened: Who pays for the certificates?
-- time 2026-03-03 13:30
<ralph> !rfr new koschei 4322 Continuous rebuilds
| ralph: New RFR koschei: Continuous rebuilds (by ralph; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<kevin> !rfr sponsor koschei
| kevin: koschei (Continuous rebuilds) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4322). Next: planning, by `!rfr advance koschei`.
<ralph> !rfr schedule koschei 2026-03-18
| ralph: koschei: production deployment on Wednesday 2026-03-18, in 15 days.
-- time 2026-03-20 18:00
| — Tue 2026-03-17 09:00
| * koschei is to be deployed tomorrow (https://forge.example.org/infra/tickets/issues/4322)
| — Wed 2026-03-18 09:00
| * badges: question 1 has been open for 15 days: “Who pays for the certificates?”. `!rfr answer badges 1 …` (https://forge.example.org/infra/tickets/issues/4321)
| badges (pre-sponsorship) has been silent for 15 days; nothing is missing for the next phase. `!rfr next badges` (https://forge.example.org/infra/tickets/issues/4321)
| koschei (pre-sponsorship) has been silent for 15 days; nothing is missing for the next phase. `!rfr next koschei` (https://forge.example.org/infra/tickets/issues/4322)
| koschei is to be deployed today (https://forge.example.org/infra/tickets/issues/4322)
| — Thu 2026-03-19 09:00
| * koschei was to be deployed on Wednesday 2026-03-18: is it done? `!rfr next koschei` or `!rfr schedule koschei DATE` (https://forge.example.org/infra/tickets/issues/4322)
