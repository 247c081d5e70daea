# When the meeting of the config begins, the open RFRs are shown, once.
-- after setup/staging.story
-- bus
-- announce libera/#fedora-admin
-- bus says the meeting Infrastructure began
| * The meeting Infrastructure began.
| RFRs on Monday 2026-03-02
| 1 RFR is open: 1 in staging.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 12 more things: `!rfr history badges`.
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin).
| Freezes: none is in force, and none is predicted.
-- bus says it again
-- bus says the meeting something else began
# Another message says the same a moment later.
-- bus says the meeting infrastructure began
