# In a channel the page begins with the line to paste, and the rest waits for more; in private after eight lines.
-- lines 4
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign staging: kevin types `!rfr signoff staging badges`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] schedule (Tuesday 2026-03-10 by ralph 2026-03-02); [ ] open: signoff-staging.
| … 4 more lines: `!rfr more`
<kevin> !rfr more
| kevin: Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-testing, staging-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Tuesday 2026-03-10; freezes: none is in force, and none is predicted; away: nobody of those involved.
-- private libera
<kevin> !rfr review badges
| badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign staging: kevin types `!rfr signoff staging badges`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] schedule (Tuesday 2026-03-10 by ralph 2026-03-02); [ ] open: signoff-staging.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-testing, staging-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Tuesday 2026-03-10; freezes: none is in force, and none is predicted; away: nobody of those involved.
<ralph> !rfr done badges testing, log-files, security, bugs -- looked into by two people of the team who do not work on it
| badges: testing done “looked into by two people of the team who do not work on it”; log-files done “looked into by two people of the team who do not work on it”; security done “looked into by two people of the team who do not work on it”; bugs done “looked into by two people of the team who do not work on it”.
<kevin> !rfr review badges
| badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign staging: kevin types `!rfr signoff staging badges`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] schedule (Tuesday 2026-03-10 by ralph 2026-03-02); [ ] open: signoff-staging.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] testing (ralph 2026-03-02 “looked into by two people of the team who do not work on it”); [x] log-files (ralph 2026-03-02 “looked into by two people of the team who do not work on it”); [x] bugs (ralph 2026-03-02 “looked into by two people of the team who do not work on it”);
| … [x] security (ralph 2026-03-02 “looked into by two people of the team who do not work on it”); [x] config-management (kevin 2026-03-02); [ ] open: packages, dev-instance, group, expiring-data, acceptable-content, packaging, configuration, other-issues, testing-mail, integration, staging-testing, staging-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges.
| … 2 more lines: `!rfr more`
<kevin> !rfr more
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Tuesday 2026-03-10; freezes: none is in force, and none is predicted; away: nobody of those involved.
