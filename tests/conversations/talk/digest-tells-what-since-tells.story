# A digest tells whatever `since` tells of the time since the last one: a sign-off that no longer counts, a hold and its release, a moved date, a way back, an end; what weighs more is not hidden by what weighs less.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-20
| ralph: badges: production deployment on Friday 2026-03-20, in 18 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges -- all in configuration management
| kevin: badges: staging signed off “all in configuration management” with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- remind
-- post weekly mon 16:00
-- time 2026-03-09 16:00
| — Mon 2026-03-02 16:00
| * RFRs on Monday 2026-03-02
| 1 RFR is open: 1 in staging.
| 1 RFR moved since Monday 2026-02-23 16:00 UTC:
| badges: kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; kevin: staging signed off “all in configuration management”; and 14 more things: `!rfr history badges`.
| badges: ▰▰▰▰▱▱ staging 2 of 2 since today; ready for production.
| Production dates: badges on Friday 2026-03-20.
| Freezes: none is in force, and none is predicted.
| — Mon 2026-03-09 16:00
| * RFRs on Monday 2026-03-09
| 1 RFR is open: 1 in staging.
| badges: ▰▰▰▰▱▱ staging 2 of 2 for 7 days; ready for production.
| Production dates: badges on Friday 2026-03-20.
| Freezes: none is in force, and none is predicted.
<ralph> !rfr schedule badges 2026-03-27 the rack is late
| ralph: badges: production deployment on Friday 2026-03-27, in 18 days (was 2026-03-20) “the rack is late”.
| The staging sign-off of badges no longer counts, because the production date moved from 2026-03-20 to 2026-03-27; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr hold badges the rack is late
| kevin: badges (Badges for everyone) is on hold: the rack is late (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges it came
| kevin: badges (Badges for everyone) is no longer on hold: it came (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr undone badges config-management it was only half of it
| ralph: badges: config-management not done after all: it was only half of it.
<ralph> !rfr note badges one
| ralph: badges: noted: one.
<ralph> !rfr note badges two
| ralph: badges: noted: two.
<ralph> !rfr note badges three
| ralph: badges: noted: three.
<ralph> !rfr note badges four
| ralph: badges: noted: four.
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<mallory> !rfr drop koschei not needed
| mallory: koschei (Continuous integration for packages) was dropped in pre-sponsorship: not needed (by mallory; https://forge.example.org/infra/tickets/issues/4449).
<mallory> !rfr new mote 4402 Meeting minutes
| mallory: New RFR mote: Meeting minutes (by mallory; https://forge.example.org/infra/tickets/issues/4402). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<mallory> !rfr undo
| mallory: mote: the request was taken back; it is gone (by mallory; https://forge.example.org/infra/tickets/issues/4402).
<ralph> !rfr since 2026-03-09
| ralph: 2 RFRs moved since Monday 2026-03-09:
| koschei: mallory: requested: Continuous integration for packages, dropped: not needed.
| badges: ralph: production deployment on Friday 2026-03-27 (was 2026-03-20) “the rack is late”, staging sign-off outdated: the production date moved from 2026-03-20 to 2026-03-27; kevin: put on hold: the rack is late, released from the hold of kevin “the rack is late”: it came; ralph: config-management not done after all: it was only half of it, noted: four; and 3 more things: `!rfr history badges`.
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in staging.
| 2 RFRs moved since Monday 2026-03-09 16:00 UTC:
| koschei: mallory: requested: Continuous integration for packages, dropped: not needed.
| badges: ralph: production deployment on Friday 2026-03-27 (was 2026-03-20) “the rack is late”, staging sign-off outdated: the production date moved from 2026-03-20 to 2026-03-27; kevin: put on hold: the rack is late, released from the hold of kevin “the rack is late”: it came; ralph: config-management not done after all: it was only half of it, noted: four; and 3 more things: `!rfr history badges`.
| badges: ▰▰▰▰▱▱ staging 1 of 2 for 7 days; needs the sponsor's staging sign-off again (kevin).
| Production dates: badges on Friday 2026-03-27.
| Freezes: none is in force, and none is predicted.
<kevin> !rfr revert badges development it fell over
| kevin: badges (Badges for everyone) went back from staging to development: it fell over (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off again. `!rfr next badges` tells more.
| To be earned again: the development sign-off, the production date.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in development.
| 2 RFRs moved since Monday 2026-03-09 16:00 UTC:
| badges: ralph: staging sign-off outdated: the production date moved from 2026-03-20 to 2026-03-27; kevin: put on hold: the rack is late, released from the hold of kevin “the rack is late”: it came, went back from staging to development: it fell over, development sign-off outdated: it went back to development; and 7 more things: `!rfr history badges`.
| koschei: mallory: requested: Continuous integration for packages, dropped: not needed.
| badges: ▰▰▰▱▱▱ development 2 of 3 since today; needs the sponsor's development sign-off again (kevin).
| Freezes: none is in force, and none is predicted.
