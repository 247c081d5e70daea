# A restart in the middle of everything loses nothing, not even with the database lost.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<maja> !rfr ask badges Who can award a badge?
| maja: badges: question 5 opened: Who can award a badge?
| The staging sign-off of badges no longer counts, because question 5 was opened; the sponsor must renew it (by maja; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs an answer to question 5; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr hold badges the datacenter moves
| ralph: badges (Badges for everyone) is on hold: the datacenter moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<mallory> !rfr new mote 4803 Meeting minutes
| mallory: New RFR mote: Meeting minutes (by mallory; https://forge.example.org/infra/tickets/issues/4803). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<mallory> !rfr drop mote somebody else does it
| mallory: mote (Meeting minutes) was dropped in pre-sponsorship: somebody else does it (by mallory; https://forge.example.org/infra/tickets/issues/4803).
-- restart
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 3 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by ralph on 2026-03-02: the datacenter moves. `!rfr release badges` lifts that.
| Missing for production: an answer to question 5 (ralph or lmacken); the sponsor's staging sign-off again (kevin). `!rfr next badges` says what to type.
| 1 open question (5); production on Tuesday 2026-03-10; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
-- lose the database
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 3 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by ralph on 2026-03-02: the datacenter moves. `!rfr release badges` lifts that.
| Missing for production: an answer to question 5 (ralph or lmacken); the sponsor's staging sign-off again (kevin). `!rfr next badges` says what to type.
| 1 open question (5); production on Tuesday 2026-03-10; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr questions badges
| ralph: badges: 1 of 5 questions open.
| (5) Who can award a badge? [asked by maja on 2026-03-02]
| (1) Should it be load balanced? — yes, two nodes behind the proxies [answered by ralph on 2026-03-02]
| (2) Does it need caching? — no, the pages are small [answered by ralph on 2026-03-02]
| (3) Can it live on its own instance, apart from more critical services? — yes, two virtual hosts of its own [answered by ralph on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — ralph, lmacken (maintainer) [answered by ralph on 2026-03-02]
| Decided: caching: no, the pages are small; load-balancing: yes, two nodes behind the proxies; deployment: yes, two virtual hosts of its own.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; ralph (maintainer), lmacken (maintainer).
<ralph> !rfr list all
| ralph: 2 RFRs:
| badges: ▰▰▰▰▱▱ staging 1 of 3 since today; sponsor kevin; on hold; production on Tuesday 2026-03-10.
| mote: dropped in pre-sponsorship on 2026-03-02; no sponsor.
<mallory> !rfr new mote 4803 Meeting minutes
| mallory: There is an RFR mote already, which has ended; take it up again with `!rfr reopen mote`, or choose another name.
<ralph> !rfr release badges
| ralph: badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs an answer to question 5; the sponsor's staging sign-off again. `!rfr next badges` tells more.
