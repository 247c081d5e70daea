# A production date when the sponsor or every maintainer is away is taken with a warning that names the first better day.
-- after setup/staging.story
<kevin> !rfr away 2026-03-09 2026-03-13 on a boat
| kevin: Noted: kevin is away from Monday 2026-03-09 to Friday 2026-03-13, there again on Saturday 2026-03-14 “on a boat”; `!rfr away cancel` takes it back.
<kevin> !rfr away 2026-03-09 2026-03-13
| kevin: You were already away for 2026-03-09 to 2026-03-13; nothing changed.
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the sponsor, kevin, is away on Tuesday 2026-03-10; the first day when they are there is Saturday 2026-03-14.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr schedule badges 2026-03-16
| ralph: badges: production deployment on Monday 2026-03-16, in 14 days (was 2026-03-10).
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; ralph (maintainer), lmacken (maintainer).
<lmacken> !rfr away 2026-03-16 until 2026-03-20
| lmacken: Noted: lmacken is away from Monday 2026-03-16 to Friday 2026-03-20, there again on Saturday 2026-03-21; `!rfr away cancel` takes it back.
<ralph> !rfr away from 2026-03-17 2026-03-18
| ralph: Noted: ralph is away from Tuesday 2026-03-17 to Wednesday 2026-03-18, there again on Thursday 2026-03-19; `!rfr away cancel` takes it back.
<ralph> !rfr schedule badges 2026-03-17
| ralph: badges: production deployment on Tuesday 2026-03-17, in 15 days (was 2026-03-16).
| Mind: everybody who maintains it is away on Tuesday 2026-03-17; the first day when they are there is Thursday 2026-03-19.
<smooge> !rfr back
| smooge: You are not away as far as I know; nothing changed.
-- time 2026-03-11 09:00
<kevin> !rfr back
| kevin: Welcome back, kevin: the absence of 2026-03-09 to 2026-03-13 ends today.
| No RFR moved since Monday 2026-03-09.
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, tomorrow (was 2026-03-17).
<mallory> !rfr away 2026-03-01 2026-03-02
| mallory: 2026-03-02 is over; a freeze or an absence is recorded for days to come.
<mallory> !rfr away
| mallory: lmacken will be away from Monday 2026-03-16 to Friday 2026-03-20.
| ralph will be away from Tuesday 2026-03-17 to Wednesday 2026-03-18.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
