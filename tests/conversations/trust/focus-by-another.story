# Somebody else's focus cannot make a sponsor sign unawares: the reply names the RFR, and undo takes it back.
-- after setup/staging.story
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<kevin> !rfr sponsor koschei
| kevin: koschei (Continuous integration for packages) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4449). Next: planning, by `!rfr advance koschei`.
<mallory> !rfr advance koschei
| mallory: koschei (Continuous integration for packages) moved from pre-sponsorship to planning (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next koschei` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer koschei N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<mallory> !rfr discussed koschei https://lists.example.org/archives/thread/BBBB/
| mallory: koschei: list discussion recorded, https://lists.example.org/archives/thread/BBBB/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people koschei add NAME`.
<mallory> !rfr people koschei add mallory
| mallory: koschei: mallory recorded as maintainer; question 4 answered: mallory (maintainer).
| Every MUST for development is met: `!rfr advance koschei`.
<mallory> !rfr answer koschei 1 no
| mallory: koschei: question 1 answered: no; load-balancing decided: no.
<mallory> !rfr answer koschei 2 no
| mallory: koschei: question 2 answered: no; caching decided: no.
<mallory> !rfr answer koschei 3 yes
| mallory: koschei: question 3 answered: yes; deployment decided: yes.
<mallory> !rfr advance koschei
| mallory: koschei (Continuous integration for packages) moved from planning to development (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next koschei` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done koschei ITEM`.
| Mind: only mallory maintains it; single points of failure are to be avoided: `!rfr people koschei add NAME`.
<mallory> !rfr sop koschei https://docs.example.org/sop/koschei
| mallory: koschei: SOP linked, https://docs.example.org/sop/koschei.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development koschei`.
| Should there be a document on updating it? `!rfr sop koschei update URL`, or `!rfr sop koschei update none WHY…`.
| * koschei: all but the development sign-off is there: kevin types `!rfr signoff development koschei`; `!rfr review koschei` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development koschei
| kevin: koschei: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance koschei`.
<mallory> !rfr advance koschei
| mallory: koschei (Continuous integration for packages) moved from development to staging (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next koschei` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done koschei ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
| Mind: only mallory maintains it; single points of failure are to be avoided: `!rfr people koschei add NAME`.
<kevin> !rfr signoff staging
| kevin: Which RFR? It could be badges or koschei, so name it; until then nothing is done.
<kevin> !rfr done koschei config-management
| kevin: koschei: config-management done.
<mallory> !rfr focus koschei
| mallory: This place talks about koschei (staging) now; `!rfr focus off` ends that.
<kevin> !rfr signoff staging
| kevin: koschei: staging signed off with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule koschei DATE`.
<kevin> !rfr undo
| kevin: koschei: the last change was undone (staging signed off).
| Still missing for production: (1) a date for production: `!rfr schedule koschei DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging koschei`.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
