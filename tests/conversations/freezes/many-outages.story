# Of a day with many planned outages a few are said, and how many there are besides.
-- after setup/staging.story
-- outage 2026-03-11T22:00:00+0000 2026-03-12T02:00:00+0000 Mass update; Reboots; Storage; Network; Power
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: an outage is planned that day, from 2026-03-11 22:00 to 2026-03-12 02:00 UTC: Mass update (https://forge.example.org/infra/tickets/issues/7).
| Mind: an outage is planned that day, from 2026-03-11 22:00 to 2026-03-12 02:00 UTC: Reboots (https://forge.example.org/infra/tickets/issues/7).
| Mind: an outage is planned that day, from 2026-03-11 22:00 to 2026-03-12 02:00 UTC: Storage (https://forge.example.org/infra/tickets/issues/7).
| Mind: 2 outages are planned that day besides.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
