# What is dropped before production can be taken up again where it was.
-- after setup/staging.story
<ralph> !rfr remove badges wrong word
| ralph: badges is in staging and not deployed: it is dropped, not removed: `!rfr drop badges REASON`.
<ralph> !rfr drop badges nobody has time
| ralph: badges (Badges for everyone) was dropped in staging: nobody has time (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr drop badges nobody has time
| ralph: badges was already dropped by ralph on 2026-03-02; nothing changed.
<ralph> !rfr advance badges
| ralph: badges was dropped by ralph on 2026-03-02: nobody has time; to go on with it: `!rfr reopen badges`.
<ralph> !rfr done badges staging-testing
| ralph: badges was dropped by ralph on 2026-03-02: nobody has time; to go on with it: `!rfr reopen badges`.
<ralph> !rfr note badges lmacken may take it up
| ralph: badges: noted: lmacken may take it up.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): dropped in staging on 2026-03-02; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Ended by ralph on 2026-03-02: nobody has time. `!rfr reopen badges` takes it up again.
<ralph> !rfr next badges
| ralph: badges was dropped by ralph on 2026-03-02: nobody has time; to go on with it: `!rfr reopen badges`.
<mallory> !rfr reopen badges
| mallory: badges: that is for the requester, the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
-- in 40 days
<ralph> !rfr reopen badges lmacken has time
| ralph: badges (Badges for everyone) is open again, in staging: lmacken has time (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
