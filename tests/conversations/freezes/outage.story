# A planned outage is said beside a date for production on its day, and forbids nothing.
-- after setup/staging.story
-- announce libera/#fedora-admin
-- outage 2026-03-11T22:00:00+0000 2026-03-12T02:00:00+0000 Mass update and reboot
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: an outage is planned that day, from 2026-03-11 22:00 to 2026-03-12 02:00 UTC: Mass update and reboot (https://forge.example.org/infra/tickets/issues/7).
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| production on Thursday 2026-03-12, when an outage is planned (Mass update and reboot); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in staging.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 13 more things: `!rfr history badges`.
| badges: ▰▰▰▰▱▱ staging 1 of 2 since today; needs the sponsor's staging sign-off (kevin).
| Production dates: badges on Thursday 2026-03-12, when an outage is planned (Mass update and reboot).
| Freezes: none is in force, and none is predicted.
# A page that breaks changes nothing of what is known.
-- outages become nonsense
-- calendars are read again
<ralph> !rfr freeze
| ralph: No freeze is in force.
| No other freeze is predicted.
| The status page planned.json could not be read, so only what it said since the bot started counts: it is a web page, not the file itself; its server may keep robots out. Name the address of the file itself, or download it with a browser and name the file.
<ralph> !rfr schedule badges 2026-03-11
| ralph: badges: production deployment on Wednesday 2026-03-11, in 9 days (was 2026-03-12).
| Mind: an outage is planned that day, from 2026-03-11 22:00 to 2026-03-12 02:00 UTC: Mass update and reboot (https://forge.example.org/infra/tickets/issues/7).
<ralph> !rfr schedule badges 2026-03-16
| ralph: badges: production deployment on Monday 2026-03-16, in 14 days (was 2026-03-11).
