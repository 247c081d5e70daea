# The digest comes before a meeting when Fedora's calendar has it, over clock changes, and not when it is cancelled.
-- after setup/staging.story
-- remind
-- meetings fedocal-meetings.ics
-- meeting Infrastructure Team Meeting is prepared 60 minutes before
-- time 2026-03-05 14:59
-- time 2026-03-05 15:00
| — Thu 2026-03-05 15:00
| * RFRs on Thursday 2026-03-05
| 1 RFR is open: 1 in staging.
| 1 RFR moved since Thursday 2026-02-26 15:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 12 more things: `!rfr history badges`.
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 3 days; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin).
| Freezes: none is in force, and none is predicted.
-- time 2026-03-12 16:30
-- time 2026-03-19 15:00
| — Mon 2026-03-16 14:00
| * badges (staging) has been silent for 14 days; missing: a date for production; the sponsor's staging sign-off. `!rfr next badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Thu 2026-03-19 15:00
| * RFRs on Thursday 2026-03-19
| 1 RFR is open: 1 in staging.
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 17 days; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin).
| Freezes: none is in force, and none is predicted.
-- time 2026-04-02 14:01
| — Thu 2026-03-26 15:00
| * RFRs on Thursday 2026-03-26
| 1 RFR is open: 1 in staging.
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 24 days; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin).
| Freezes: none is in force, and none is predicted.
| — Mon 2026-03-30 14:00
| * badges (staging) has been silent for 28 days; missing: a date for production; the sponsor's staging sign-off. `!rfr next badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Thu 2026-04-02 14:00
| * RFRs on Thursday 2026-04-02
| 1 RFR is open: 1 in staging.
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 31 days; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin).
| Freezes: none is in force, and none is predicted.
