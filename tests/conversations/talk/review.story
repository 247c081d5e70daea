# One page to sign from: what is there and by whom, what changed since the last signature, and the line to paste.
-- after setup/staging.story
-- lines 20
<ralph> !rfr link badges https://git.example.org/badges playbooks
| ralph: badges: link recorded, https://git.example.org/badges “playbooks”.
<ralph> !rfr done badges staging-testing a thousand awards a minute
| ralph: badges: staging-testing done “a thousand awards a minute”.
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign staging: kevin types `!rfr signoff staging badges`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] schedule (Tuesday 2026-03-10 by ralph 2026-03-02); [ ] open: signoff-staging.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [x] staging-testing (ralph 2026-03-02 “a thousand awards a minute”); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges. Links: playbooks https://git.example.org/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Tuesday 2026-03-10; freezes: none is in force, and none is predicted; away: nobody of those involved.
<kevin> !rfr signoff staging badges -- looked at all of it
| kevin: badges: staging signed off “looked at all of it” with schedule, config-management, staging-testing, still open: integration, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▰▱▱ staging 2 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| staging was signed off by kevin on 2026-03-02 “looked at all of it”; to take that back: `!rfr unsign staging badges REASON…`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] signoff-staging (kevin 2026-03-02 “looked at all of it”);
| … [x] schedule (Tuesday 2026-03-10 by ralph 2026-03-02).
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [x] staging-testing (ralph 2026-03-02 “a thousand awards a minute”); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges. Links: playbooks https://git.example.org/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Tuesday 2026-03-10; freezes: none is in force, and none is predicted; away: nobody of those involved.
<lmacken> !rfr away 2026-03-09 2026-03-12 at sea
| lmacken: Noted: lmacken is away from Monday 2026-03-09 to Thursday 2026-03-12, there again on Friday 2026-03-13 “at sea”; `!rfr away cancel` takes it back.
<ralph> !rfr decide badges caching two nodes of it
| ralph: badges: caching decided: two nodes of it (in place of: no, the pages are small).
| The staging sign-off of badges no longer counts, because the decision on caching changed; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr ask badges who renews the certificate?
| ralph: badges: question 5 opened: who renews the certificate?
| Still missing for production: (1) an answer to question 5 (“who renews the certificate?”): `!rfr answer badges 5 …`; (2) the sponsor's staging sign-off again, because the decision on caching changed: up to kevin once the rest is there.
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign staging: up to kevin once the rest is there.
| The staging sign-off by kevin on 2026-03-02 no longer counts, because the decision on caching changed; signed with caching: no, the pages are small; now: two nodes of it; 0 open questions; now: 1.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] sops (ralph 2026-03-02); [x] schedule (Tuesday 2026-03-10 by ralph 2026-03-02); [ ] open: questions, signoff-staging.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [x] staging-testing (ralph 2026-03-02 “a thousand awards a minute”); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-mail.
| Decided: caching: two nodes of it (ralph 2026-03-02) (in place of: no, the pages are small, by ralph on 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges. Links: playbooks https://git.example.org/badges.
| Questions since the sign-off of 2026-03-02: (5) who renews the certificate? [open, asked by ralph on 2026-03-02].
| Around it: production on Tuesday 2026-03-10; freezes: none is in force, and none is predicted; away: lmacken from 2026-03-09 to 2026-03-12 “at sea”.
<ralph> !rfr answer badges 5 the proxies do
| ralph: badges: question 5 answered: the proxies do.
| Still missing for production: the sponsor's staging sign-off again, because the decision on caching changed: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign staging: kevin types `!rfr signoff staging badges`.
| The staging sign-off by kevin on 2026-03-02 no longer counts, because the decision on caching changed; signed with caching: no, the pages are small; now: two nodes of it.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] schedule (Tuesday 2026-03-10 by ralph 2026-03-02); [ ] open: signoff-staging.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [x] staging-testing (ralph 2026-03-02 “a thousand awards a minute”); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-mail.
| Decided: caching: two nodes of it (ralph 2026-03-02) (in place of: no, the pages are small, by ralph on 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges. Links: playbooks https://git.example.org/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Tuesday 2026-03-10; freezes: none is in force, and none is predicted; away: lmacken from 2026-03-09 to 2026-03-12 “at sea”.
-- private libera
<kevin> review badges
| badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign staging: kevin types `!rfr signoff staging badges`.
| The staging sign-off by kevin on 2026-03-02 no longer counts, because the decision on caching changed; signed with caching: no, the pages are small; now: two nodes of it.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] schedule (Tuesday 2026-03-10 by ralph 2026-03-02); [ ] open: signoff-staging.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [x] staging-testing (ralph 2026-03-02 “a thousand awards a minute”); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-mail.
| Decided: caching: two nodes of it (ralph 2026-03-02) (in place of: no, the pages are small, by ralph on 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges. Links: playbooks https://git.example.org/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Tuesday 2026-03-10; freezes: none is in force, and none is predicted; away: lmacken from 2026-03-09 to 2026-03-12 “at sea”.
<ralph> !rfr hold badges the datacenter moves
| badges (Badges for everyone) is on hold: the datacenter moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| [libera/#fedora-admin] * badges (Badges for everyone) is on hold: the datacenter moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr review badges
| badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| On hold by ralph on 2026-03-02: the datacenter moves; nothing is signed until `!rfr release badges`.
| The staging sign-off by kevin on 2026-03-02 no longer counts, because the decision on caching changed; signed with caching: no, the pages are small; now: two nodes of it.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] schedule (Tuesday 2026-03-10 by ralph 2026-03-02); [ ] open: signoff-staging.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [x] staging-testing (ralph 2026-03-02 “a thousand awards a minute”); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-mail.
| Decided: caching: two nodes of it (ralph 2026-03-02) (in place of: no, the pages are small, by ralph on 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges. Links: playbooks https://git.example.org/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Tuesday 2026-03-10; freezes: none is in force, and none is predicted; away: lmacken from 2026-03-09 to 2026-03-12 “at sea”.
