# Who stands in, as the note of an absence says, is named meanwhile, whoever else there is.
-- after setup/staging.story
-- group sysadmin-main kevin smooge tyll
<ralph> !rfr schedule badges 2026-03-20
| ralph: badges: production deployment on Friday 2026-03-20, in 18 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr away until friday, tyll stands in
| kevin: Noted: kevin is away from Monday 2026-03-02 to Friday 2026-03-06, there again on Saturday 2026-03-07 “tyll stands in”; `!rfr back` ends it.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges` (away until Friday 2026-03-06; meanwhile tyll may: `!rfr handover badges tyll`).
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: handover is for the sponsor, or sysadmin-main.
<ralph> !rfr todo kevin
| ralph: 1 thing waits for kevin, oldest first:
| badges: all but the staging sign-off has been there since today: `!rfr signoff staging badges`
| kevin is away until Friday 2026-03-06; of sysadmin-main tyll is there.
| Not for you to type: signoff is for the RFR's sponsor, while in sysadmin-main.
