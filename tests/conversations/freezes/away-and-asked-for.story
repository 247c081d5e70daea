# Whoever is to act and is away is named with the day until which, and with somebody who may act meanwhile; nobody who said so is around.
-- after setup/staging.story
-- around kevin
-- around smooge
<mallory> !rfr drop badges no
| mallory: badges: that is for the requester, the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge, all around now. Who takes part: `!rfr who badges`.
<kevin> !rfr away until 2026-03-20 on a boat
| kevin: Noted: kevin is away from Monday 2026-03-02 to Friday 2026-03-20, there again on Saturday 2026-03-21 “on a boat”; `!rfr back` ends it.
<ralph> !rfr away 1 week
| ralph: Noted: ralph is away from Monday 2026-03-02 to Sunday 2026-03-08, there again on Monday 2026-03-09; `!rfr back` ends it.
<mallory> !rfr away
| mallory: ralph is away until Sunday 2026-03-08.
| kevin is away until Friday 2026-03-20 “on a boat”.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
<mallory> !rfr status badges
| mallory: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (lmacken); the sponsor's staging sign-off (kevin, away until Friday 2026-03-20; smooge may take over). `!rfr next badges` says what to type.
| ralph (maintainer, away until Sunday 2026-03-08), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; needs a date for production (lmacken) and 1 more.
<mallory> !rfr digest
| mallory: 1 RFR is open: 1 in staging.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 12 more things: `!rfr history badges`.
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; needs a date for production (lmacken); the sponsor's staging sign-off (kevin, away until Friday 2026-03-20; smooge may take over).
| Away: ralph until Sunday 2026-03-08; kevin until Friday 2026-03-20.
| Freezes: none is in force, and none is predicted.
<mallory> !rfr next badges
| mallory: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges` (away until Friday 2026-03-20; meanwhile smooge may: `!rfr handover badges smooge`).
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: schedule and done are for those involved, or sysadmin-main; handover is for the sponsor, or sysadmin-main.
<mallory> !rfr who badges
| mallory: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02, away until Friday 2026-03-20; ralph (maintainer, away until Sunday 2026-03-08), lmacken (maintainer).
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges` (away until Friday 2026-03-20; meanwhile smooge may: `!rfr handover badges smooge`). `!rfr why` shows the rules.
| Not for you to type: handover is for the sponsor, or sysadmin-main.
<mallory> !rfr signoff staging badges
| mallory: badges: only its sponsor signs off, and that is kevin, who is away until Friday 2026-03-20. What it needs: `!rfr next badges`.
<mallory> !rfr drop badges no
| mallory: badges: that is for the requester, the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge; kevin is away until Friday 2026-03-20; around now: smooge. Who takes part: `!rfr who badges`.
<smooge> !rfr handover badges smooge
| smooge: badges: smooge was asked to sponsor it and types `!rfr accept badges`; until then kevin stays the sponsor.
<smooge> !rfr accept badges
| smooge: badges (Badges for everyone) is now sponsored by smooge, who takes over from kevin (https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<lmacken> !rfr away tomorrow
| lmacken: Noted: lmacken is away on Tuesday 2026-03-03, there again on Wednesday 2026-03-04; `!rfr away cancel` takes it back.
-- in 1 day
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 1 day; sponsor smooge; needs a date for production (ralph, away until Sunday 2026-03-08 or lmacken, away until Tuesday 2026-03-03; smooge may too) and 1 more.
-- in 8 days
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 9 days; sponsor smooge; needs a date for production (ralph or lmacken) and 1 more.
-- time 2026-03-21 09:00
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 19 days; sponsor smooge; needs a date for production (ralph or lmacken) and 1 more.
<mallory> !rfr away
| mallory: Nobody is away, as far as I know.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
