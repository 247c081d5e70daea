# Where one of two has agreed to lift a hold of the security officers, whoever looks sees who, and that a second one must.
-- after setup/staging.story
-- group security-officer sina
<sina> !rfr hold badges a hole in its library
| sina: badges (Badges for everyone) is on hold: a hole in its library (by sina; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges it is patched
| kevin: badges (Badges for everyone) stays on hold until a second member of sysadmin-main or a member of security-officer agrees, too, that it be lifted: it is patched (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by sina on 2026-03-02: a hole in its library (kevin agreed on 2026-03-02 that it be lifted). To lift it, another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr next badges
| ralph: badges cannot move to production today: it was put on hold by sina on 2026-03-02: a hole in its library (kevin agreed on 2026-03-02 that it be lifted); another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: up to kevin once it is no longer on hold.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in staging.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; sina: put on hold: a hole in its library; kevin: agreed that the hold be lifted, the first of two: it is patched; and 14 more things: `!rfr history badges`.
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; on hold by sina on 2026-03-02: a hole in its library (kevin agreed on 2026-03-02 that it be lifted), which another member of sysadmin-main must, too.
| Freezes: none is in force, and none is predicted.
<ralph> !rfr review badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| On hold by sina on 2026-03-02: a hole in its library (kevin agreed on 2026-03-02 that it be lifted); nothing is signed until another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [ ] open: signoff-staging, schedule.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-testing, staging-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: no date for production; freezes: none is in force, and none is predicted; away: nobody of those involved.
<ralph> !rfr advance badges
| ralph: badges was put on hold by sina on 2026-03-02: a hole in its library (kevin agreed on 2026-03-02 that it be lifted); nothing is signed or moved until another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
<smooge> !rfr release badges
| smooge: badges (Badges for everyone) is no longer on hold (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
