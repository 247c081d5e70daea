# Whoever deploys is told the day before and on the day, and asked afterwards until somebody says that it is done.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- no silent
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
-- time 2026-03-18 12:00
| — Wed 2026-03-11 09:00
| * badges is to be deployed tomorrow (https://forge.example.org/infra/tickets/issues/4321)
| — Thu 2026-03-12 09:00
| * badges is to be deployed today (https://forge.example.org/infra/tickets/issues/4321)
| — Fri 2026-03-13 09:00
| * badges was to be deployed on Thursday 2026-03-12: is it done? `!rfr next badges` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-03-16 09:00
| * badges was to be deployed on Thursday 2026-03-12: is it done? `!rfr next badges` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr done badges deployed
| ralph: badges is in pre-sponsorship; deployed belongs to production and is done there. What pre-sponsorship needs: `!rfr next badges`.
-- in 30 days
| — Thu 2026-03-19 09:00
| * badges was to be deployed on Thursday 2026-03-12: is it done? `!rfr next badges` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Wed 2026-03-25 09:00
| * badges was to be deployed on Thursday 2026-03-12: is it done? `!rfr next badges` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Thu 2026-04-02 09:00
| * badges was to be deployed on Thursday 2026-03-12: is it done? `!rfr next badges` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-04-13 09:00
| * badges was to be deployed on Thursday 2026-03-12: is it done? `!rfr next badges` or `!rfr schedule badges DATE` (https://forge.example.org/infra/tickets/issues/4321)
