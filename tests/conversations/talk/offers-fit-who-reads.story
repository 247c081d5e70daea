# Whoever may not type what an answer offers is told for whom it is; whoever may is told nothing of that.
-- after setup/staging.story
-- person mallory
-- identity mallory libera/mallory
-- login mallory mallory
<mallory> !rfr next badges
| mallory: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: schedule and done are for those involved, or sysadmin-main.
<mallory> !rfr status badges
| mallory: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<kevin> !rfr hold badges the rack moves
| kevin: badges (Badges for everyone) is on hold: the rack moves (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<mallory> !rfr status badges
| mallory: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by kevin on 2026-03-02: the rack moves. `!rfr release badges` lifts that.
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| Not for you to type: release is for whoever holds it, the sponsor, sysadmin-main or security-officer.
<mallory> !rfr sponsor badges
| mallory: badges: only members of sysadmin-main sponsor; in sysadmin-main are kevin and smooge. Who sponsors it, or is asked to: `!rfr who badges`.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by kevin on 2026-03-02: the rack moves. `!rfr release badges` lifts that.
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| Not for you to type: release is for whoever holds it, the sponsor, sysadmin-main or security-officer.
<smooge> !rfr status badges
| smooge: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by kevin on 2026-03-02: the rack moves. `!rfr release badges` lifts that.
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<mallory> !rfr help sponsor
| mallory: `!rfr sponsor [RFR] [NAME]`: accepts the sponsorship yourself, or asks NAME to. For people with a known account.
| Only members of sysadmin-main sponsor; anybody with a known account may ask one of them, who becomes the sponsor by `accept`. Example: `!rfr sponsor badges`
<mallory> !rfr help answer
| mallory: `!rfr answer RFR N ANSWER…`: answers question N, or corrects its answer: `answer RFR N ANSWER -- WHY`. For people with a known account.
| Anybody with a known account answers; the SOP's questions on load balancing, caching and deployment, whose answer is recorded as the decision, and answers of others to be corrected are for those involved and sysadmin-main. What is corrected stays in view. Also: correct. Example: `!rfr answer badges 2 no, the pages are small`
