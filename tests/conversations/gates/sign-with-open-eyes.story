# A signature says that it is ready: it comes after decisions, answers and SOP documents, and of staging after the tick of the SOP's own condition, or with a reason.
-- after setup/planning.story
<ralph> !rfr discussed badges https://lists.example.org/archives/thread/AAAA/
| ralph: badges: list discussion recorded, https://lists.example.org/archives/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr people badges add ralph lmacken
| ralph: badges: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
<kevin> !rfr signoff development badges
| kevin: badges: a development sign-off says that it is ready for the next step, and first it needs: (1) a decision on caching: `!rfr decide badges caching …`; (2) a decision on load-balancing: `!rfr decide badges load-balancing …`; (3) a decision on deployment: `!rfr decide badges deployment …`; (4) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`. `!rfr why` shows the rules.
<kevin> !rfr why
| kevin: badges: development was not signed off, because the SOP says:
| development (questions): Every outstanding question from the list must be answered, and caching, load balancing and how best to deploy must be decided.
| development (sops): Any SOP that the service needs must be added: update, troubleshooting, tasks for when those who know it are away.
<kevin> !rfr signoff development badges -- I know it well
| kevin: badges: a development sign-off says that it is ready for the next step, and first it needs: (1) a decision on caching: `!rfr decide badges caching …`; (2) a decision on load-balancing: `!rfr decide badges load-balancing …`; (3) a decision on deployment: `!rfr decide badges deployment …`; (4) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`. `!rfr why` shows the rules.
<ralph> !rfr decide badges caching none
| ralph: badges: caching decided: none; question 2 answered: none.
| Still missing for staging: (1) a decision on load-balancing: `!rfr decide badges load-balancing …`; (2) a decision on deployment: `!rfr decide badges deployment …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (4) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr decide badges load-balancing two nodes
| ralph: badges: load-balancing decided: two nodes; question 1 answered: two nodes.
| Still missing for staging: (1) a decision on deployment: `!rfr decide badges deployment …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr decide badges deployment its own host
| ralph: badges: deployment decided: its own host; question 3 answered: its own host.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<kevin> !rfr next badges
| kevin: badges cannot move from development to staging today.
| Missing: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off, still open: schedule, config-management, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
| Mind: by the SOP that sign-off says “fully in configuration management”, and nobody ticked that off. If it is so: `!rfr done badges config-management`; else say why you sign all the same: `!rfr signoff staging badges -- WHY…`.
<kevin> !rfr why
| kevin: badges: development was not signed off, because the SOP says:
| development (questions): Every outstanding question from the list must be answered, and caching, load balancing and how best to deploy must be decided.
| development (sops): Any SOP that the service needs must be added: update, troubleshooting, tasks for when those who know it are away.
<kevin> !rfr todo
| kevin: Nothing waits for kevin.
| kevin takes part in 1 RFR: `!rfr list kevin`.
<kevin> !rfr signoff staging badges -- the playbooks come with the next update
| kevin: badges: staging signed off “the playbooks come with the next update”, still open: schedule, config-management, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
<kevin> !rfr unsign staging badges they do not
| kevin: badges: staging sign-off taken back: they do not.
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`.
<ralph> !rfr done badges config-management
| ralph: badges: config-management done.
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<maja> !rfr ask badges who renews the certificate?
| maja: badges: question 5 opened: who renews the certificate?
| The staging sign-off of badges no longer counts, because question 5 was opened; the sponsor must renew it (by maja; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs an answer to question 5; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<kevin> !rfr signoff staging badges
| kevin: badges: a staging sign-off says that it is ready for the next step, and first it needs: an answer to question 5 (“who renews the certificate?”): `!rfr answer badges 5 …`. `!rfr why` shows the rules.
