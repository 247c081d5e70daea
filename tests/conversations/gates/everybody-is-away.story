# Where nobody could stand in, it is said all the same that the sponsor is away.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-20
| ralph: badges: production deployment on Friday 2026-03-20, in 18 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr away until friday
| kevin: Noted: kevin is away from Monday 2026-03-02 to Friday 2026-03-06, there again on Saturday 2026-03-07; `!rfr back` ends it.
<smooge> !rfr away until friday
| smooge: Noted: smooge is away from Monday 2026-03-02 to Friday 2026-03-06, there again on Saturday 2026-03-07; `!rfr back` ends it.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges` (away until Friday 2026-03-06).
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr review badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign staging: kevin types `!rfr signoff staging badges` (away until Friday 2026-03-06).
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] schedule (Friday 2026-03-20 by ralph 2026-03-02); [ ] open: signoff-staging.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-testing, staging-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Friday 2026-03-20; freezes: none is in force, and none is predicted; away: kevin from 2026-03-02 to 2026-03-06.
