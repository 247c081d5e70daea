# A production date in a freeze is refused with the first free day; a date just before one is taken with a warning.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-17
| ralph: badges: 2026-03-17 is in the freeze F45 beta, and production does not change in a freeze. The first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<ralph> !rfr why
| ralph: Your last refusal: badges: 2026-03-17 is in the freeze F45 beta, and production does not change in a freeze. The first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
| SOP: the deployment schedule accounts for freezes and for who is available.
<ralph> !rfr schedule badges 2026-03-09
| ralph: badges: production deployment on Monday 2026-03-09, in 7 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze F45 beta begins on Tuesday 2026-03-10, which leaves little time to mend things.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr schedule badges 2026-03-26
| ralph: badges: production deployment on Thursday 2026-03-26, in 24 days (was 2026-03-09).
