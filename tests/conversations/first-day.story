# A request goes all the way, and everybody always knows what it lacks and who can give it.
-- group sysadmin-main kevin smooge
-- person ralph
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| [libera/#fedora-noc] * New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
<ralph> !rfr advance badges
| ralph: badges stays in pre-sponsorship; planning needs: a sponsor who accepted: a sysadmin-main member types `!rfr sponsor badges`. `!rfr why` shows the rules.
<ralph> !rfr why
| ralph: badges stayed in pre-sponsorship, because the SOP says:
| pre-sponsorship (sponsor): The ticket must be assigned to, and accepted by, someone in sysadmin-main.
<ralph> !rfr sponsor badges kevin
| ralph: badges: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept badges`.
| [libera/#fedora-noc] * badges: kevin was asked to sponsor it (by ralph).
| * badges (Badges for everyone): ralph asks kevin to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls kevin)
<kevin> !rfr accept
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [libera/#fedora-noc] * badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
| [libera/#fedora-noc] * badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
<ralph> !rfr questions badges
| ralph: badges: 4 of 4 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (2) Does it need caching? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? [asked by the SOP]
<ralph> !rfr discussed badges https://lists.example.org/archives/list/infrastructure/thread/AAAA/
| ralph: badges: list discussion recorded, https://lists.example.org/archives/list/infrastructure/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr people badges add ralph as developer
| ralph: badges: ralph recorded as developer; question 4 answered: ralph (developer).
| Every MUST for development is met: `!rfr advance badges`.
<ralph> !rfr decide badges caching none needed, the pages are small
| ralph: badges: caching decided: none needed, the pages are small; question 2 answered: none needed, the pages are small.
<ralph> !rfr answer badges 1 yes, two nodes behind the proxies
| ralph: badges: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
| [libera/#fedora-noc] * badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
-- in 3 days
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: (1) a decision on deployment: `!rfr decide badges deployment …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
<ralph> !rfr done badges dev-instance badges01.dev
| ralph: badges: dev-instance done “badges01.dev”.
<kevin> !rfr signoff development
| kevin: badges: a development sign-off says that it is ready for the next step, and first it needs: (1) a decision on deployment: `!rfr decide badges deployment …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`. `!rfr why` shows the rules.
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: (1) a decision on deployment: `!rfr decide badges deployment …`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
<ralph> !rfr answer badges 3 yes, a virtual host of its own
| ralph: badges: question 3 answered: yes, a virtual host of its own; deployment decided: yes, a virtual host of its own.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development
| kevin: badges: development signed off with questions, sops, dev-instance, still open: group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
| [libera/#fedora-noc] * badges: development signed off, still open: group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (by kevin).
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: group, testing, expiring-data, log-files, acceptable-content and 6 more.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
| [libera/#fedora-noc] * badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<ralph> !rfr done badges config-management
| ralph: badges: config-management done.
<kevin> !rfr signoff staging
| kevin: badges: staging signed off with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
| [libera/#fedora-noc] * badges: staging signed off, still open: schedule, integration, staging-testing, staging-mail (by kevin).
<ralph> !rfr schedule badges next tuesday
| ralph: badges: production deployment on Tuesday 2026-03-10, in 5 days.
| Every MUST for production is met: `!rfr advance badges`.
| [libera/#fedora-noc] * badges: production deployment on Tuesday 2026-03-10 (by ralph).
<ralph> !rfr advance
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
| Mind: the deployment was scheduled for Tuesday 2026-03-10, which is still ahead.
| [libera/#fedora-noc] * badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
<ralph> !rfr advance
| ralph: badges stays in production; maintenance needs: (1) staging changes merged and the resource deployed: `!rfr done badges deployed`; (2) monitoring that is confirmed to work: `!rfr done badges monitoring`. `!rfr why` shows the rules.
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done badges monitoring`.
<ralph> !rfr done badges monitoring https://nagios.example.org/badges
| ralph: badges: monitoring done “https://nagios.example.org/badges”.
| Every MUST for maintenance is met: `!rfr advance badges`.
<ralph> !rfr advance
| ralph: badges (Badges for everyone) is finished: it moved from production to maintenance (by ralph; https://forge.example.org/infra/tickets/issues/4321).
| [libera/#fedora-noc] * badges (Badges for everyone) is finished: it moved from production to maintenance (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▰ maintenance since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Looked after: capacity not yet; updates not yet; security not yet.
| deployed on Thursday 2026-03-05; ralph (developer); discussed at https://lists.example.org/archives/list/infrastructure/thread/AAAA/.
<ralph> !rfr history badges
| ralph: badges: 21 changes, newest first.
| 2026-03-05 14:00 ralph: moved from production to maintenance [libera/#fedora-admin]
| 2026-03-05 14:00 ralph: monitoring done “https://nagios.example.org/badges” [libera/#fedora-admin]
| 2026-03-05 14:00 ralph: deployed done [libera/#fedora-admin]
| 2026-03-05 14:00 ralph: moved from staging to production [libera/#fedora-admin]
| 2026-03-05 14:00 ralph: production deployment on Tuesday 2026-03-10 [libera/#fedora-admin]
| 2026-03-05 14:00 kevin: staging signed off [libera/#fedora-admin]
| 2026-03-05 14:00 ralph: config-management done [libera/#fedora-admin]
| 2026-03-05 14:00 ralph: moved from development to staging [libera/#fedora-admin]
| 2026-03-05 14:00 kevin: development signed off [libera/#fedora-admin]
| 2026-03-05 14:00 ralph: question 3 answered: yes, a virtual host of its own; deployment decided: yes, a virtual host of its own [libera/#fedora-admin]
| 2026-03-05 14:00 ralph: SOP linked, https://docs.example.org/sop/badges [libera/#fedora-admin]
| 2026-03-05 14:00 ralph: dev-instance done “badges01.dev” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from planning to development [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: caching decided: none needed, the pages are small; question 2 answered: none needed, the pages are small [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: ralph recorded as developer; question 4 answered: ralph (developer) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: list discussion recorded, https://lists.example.org/archives/list/infrastructure/thread/AAAA/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: kevin was asked to sponsor it [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
<ralph> !rfr list all
| ralph: 1 RFR:
| badges: ▰▰▰▰▰▰ maintenance since today; sponsor kevin; deployed on Thursday 2026-03-05.
<anna> so the badges are out?
