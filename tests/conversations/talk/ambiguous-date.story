# A date that can be read in two ways is refused with both readings, because the wrong day is worse than a question.
-- after setup/staging.story
<ralph> !rfr schedule badges 04-11-2026
| ralph: 04-11-2026 can be read in two ways. Day first: `!rfr schedule badges 2026-11-04`; month first: `!rfr schedule badges 2026-04-11`.
<ralph> !rfr schedule badges 4/11/26
| ralph: 4/11/26 can be read in two ways. Day first: `!rfr schedule badges 2026-11-04`; month first: `!rfr schedule badges 2026-04-11`.
<ralph> !rfr schedule badges 25.12.2026
| ralph: So that nobody reads 25.12.2026 differently, type `!rfr schedule badges 2026-12-25`.
<ralph> !rfr schedule badges 2026/12/03
| ralph: So that nobody reads 2026/12/03 differently, type `!rfr schedule badges 2026-12-03`.
<ralph> !rfr schedule badges 2026-02-30
| ralph: 2026-02-30 is in no calendar; dates look like 2026-12-03.
<ralph> !rfr schedule badges 2026-02-27
| ralph: badges: 2026-02-27 is over (today is 2026-03-02 UTC). With a coming day: `!rfr schedule badges DATE`.
<ralph> !rfr schedule badges soon
| ralph: “soon” is no date; 2026-12-03, december 3rd, tomorrow, friday next week and in 2 weeks are.
<ralph> !rfr schedule badges 2026-11-04
| ralph: badges: production deployment on Wednesday 2026-11-04, in 247 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
