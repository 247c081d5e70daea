# After a whole life by private messages an outsider can tell from the channel what happened.
-- after setup/team.story
-- private libera
<ralph> new badges 4321 Badges for everyone
| New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| [libera/#fedora-admin] * New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> sponsor badges kevin
| badges: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept badges`.
| [libera/#fedora-admin] * badges (Badges for everyone): ralph asks kevin to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| [libera/#fedora-admin] (calls kevin)
<kevin> accept badges
| badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [libera/#fedora-admin] * badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> advance badges
| badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
| [libera/#fedora-admin] * badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
<ralph> discussed badges https://lists.example.org/archives/thread/AAAA/
| badges: list discussion recorded, https://lists.example.org/archives/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> people badges add ralph lmacken
| badges: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
| [libera/#fedora-admin] * badges: question 4 answered: ralph, lmacken (maintainer) (by ralph).
| [libera/#fedora-admin] * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| [libera/#fedora-admin] (calls lmacken)
<ralph> advance badges
| badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
| [libera/#fedora-admin] * badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
<maja> ask badges where do the backups go?
| badges: question 5 opened: where do the backups go?
| Still missing for staging: (1) an answer to question 5 (“where do the backups go?”): `!rfr answer badges 5 …`; (2) a decision on caching: `!rfr decide badges caching …`; (3) a decision on load-balancing: `!rfr decide badges load-balancing …`; (4) a decision on deployment: `!rfr decide badges deployment …`; (5) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (6) the sponsor's development sign-off: up to kevin once the rest is there.
| [libera/#fedora-admin] * badges: question 5 opened: where do the backups go? (by maja).
<ralph> answer badges 5 to the backup host
| badges: question 5 answered: to the backup host.
| Still missing for staging: (1) a decision on caching: `!rfr decide badges caching …`; (2) a decision on load-balancing: `!rfr decide badges load-balancing …`; (3) a decision on deployment: `!rfr decide badges deployment …`; (4) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (5) the sponsor's development sign-off: up to kevin once the rest is there.
| [libera/#fedora-admin] * badges: question 5 answered: to the backup host (by ralph).
<ralph> decide badges caching none
| badges: caching decided: none; question 2 answered: none.
| Still missing for staging: (1) a decision on load-balancing: `!rfr decide badges load-balancing …`; (2) a decision on deployment: `!rfr decide badges deployment …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (4) the sponsor's development sign-off: up to kevin once the rest is there.
| [libera/#fedora-admin] * badges: caching decided: none; question 2 answered: none (by ralph).
<ralph> decide badges load-balancing two nodes
| badges: load-balancing decided: two nodes; question 1 answered: two nodes.
| Still missing for staging: (1) a decision on deployment: `!rfr decide badges deployment …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
| [libera/#fedora-admin] * badges: load-balancing decided: two nodes; question 1 answered: two nodes (by ralph).
<ralph> decide badges deployment its own host
| badges: deployment decided: its own host; question 3 answered: its own host.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
| [libera/#fedora-admin] * badges: deployment decided: its own host; question 3 answered: its own host (by ralph).
<ralph> sop badges https://docs.example.org/sop/badges
| badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| [libera/#fedora-admin] * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| [libera/#fedora-admin] (calls kevin)
<kevin> signoff development badges
| badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
| [libera/#fedora-admin] * badges: development signed off, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (by kevin).
<ralph> advance badges
| badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
| [libera/#fedora-admin] * badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<ralph> done badges config-management
| badges: config-management done.
<ralph> schedule badges 2026-03-10
| badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| [libera/#fedora-admin] * badges: production deployment on Tuesday 2026-03-10 (by ralph).
| [libera/#fedora-admin] * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| [libera/#fedora-admin] (calls kevin)
<kevin> signoff staging badges
| badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| [libera/#fedora-admin] * badges: staging signed off, still open: integration, staging-testing, staging-mail (by kevin).
-- time 2026-03-10 10:00
<ralph> advance badges
| badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| [libera/#fedora-admin] * badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
<ralph> done badges deployed
| badges: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done badges monitoring`.
<ralph> done badges monitoring https://nagios.example.org/badges
| badges: monitoring done “https://nagios.example.org/badges”.
| Every MUST for maintenance is met: `!rfr advance badges`.
<ralph> advance badges
| badges (Badges for everyone) is finished: it moved from production to maintenance (by ralph; https://forge.example.org/infra/tickets/issues/4321).
| [libera/#fedora-admin] * badges (Badges for everyone) is finished: it moved from production to maintenance (by ralph; https://forge.example.org/infra/tickets/issues/4321).
