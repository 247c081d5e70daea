# Staging does not begin while a question is open or a decision is missing; a withdrawn question decides nothing.
-- after setup/planning.story
<ralph> !rfr discussed badges https://lists.example.org/archives/thread/AAAA/
| ralph: badges: list discussion recorded, https://lists.example.org/archives/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr people badges add ralph lmacken
| ralph: badges: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<ralph> !rfr answer badges 1 yes, two nodes behind the proxies
| ralph: badges: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies.
<ralph> !rfr withdraw badges 2
| ralph: badges: question 2 withdrawn.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: (1) a decision on caching: `!rfr decide badges caching …`; (2) a decision on deployment: `!rfr decide badges deployment …`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
<ralph> !rfr advance badges
| ralph: badges stays in development; staging needs: (1) a decision on caching: `!rfr decide badges caching …`; (2) a decision on deployment: `!rfr decide badges deployment …`; (3) the sponsor's development sign-off: up to kevin once the rest is there. `!rfr why` shows the rules.
<ralph> !rfr answer badges 3 yes, two virtual hosts of its own
| ralph: badges: question 3 answered: yes, two virtual hosts of its own; deployment decided: yes, two virtual hosts of its own.
| Still missing for staging: (1) a decision on caching: `!rfr decide badges caching …`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr advance badges
| ralph: badges stays in development; staging needs: (1) a decision on caching: `!rfr decide badges caching …`; (2) the sponsor's development sign-off: up to kevin once the rest is there. `!rfr why` shows the rules.
<ralph> !rfr decide badges caching none needed
| ralph: badges: caching decided: none needed.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
