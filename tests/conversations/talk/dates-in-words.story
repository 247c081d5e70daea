# Dates may be said as people say them, and the answer shows the day that was understood.
-- after setup/staging.story
<ralph> !rfr schedule badges tomorrow
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr schedule badges next tuesday
| ralph: “next tuesday” does not say one day. The days that may be meant: `!rfr schedule badges 2026-03-03` or `!rfr schedule badges 2026-03-10`.
<ralph> !rfr schedule badges in 2 weeks: the meeting decides
| ralph: badges: production deployment on Monday 2026-03-16, in 14 days (was 2026-03-03) “the meeting decides”.
<ralph> !rfr schedule badges on friday
| ralph: badges: production deployment on Friday 2026-03-06, in 4 days (was 2026-03-16).
<ralph> !rfr schedule badges next month
| ralph: “next month” does not say one day. The days that may be meant: `!rfr schedule badges 2026-04-01` or `!rfr schedule badges 2026-04-30`.
<ralph> !rfr schedule in 3 days
| ralph: badges: production deployment on Thursday 2026-03-05, in 3 days (was 2026-03-06).
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| production on Thursday 2026-03-05; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
