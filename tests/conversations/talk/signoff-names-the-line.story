# Who signs without saying what is told the whole line; of two RFRs of which one is signed, the other is meant.
-- after setup/staging.story
<kevin> !rfr signoff
| kevin: “signoff” needs the phase. What is due: `!rfr signoff staging badges`.
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff
| kevin: “signoff” needs the phase. What is due: `!rfr signoff staging badges`.
<kevin> !rfr signoff badges
| kevin: “signoff” needs the phase. What is due: `!rfr signoff staging badges`.
<ralph> !rfr signoff
| ralph: “signoff” needs the phase, and no sign-off of yours is due. What waits for you: `!rfr todo`.
<ralph> !rfr new koschei 4449 Continuous integration for packages
| ralph: New RFR koschei: Continuous integration for packages (by ralph; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<kevin> !rfr sponsor koschei
| kevin: koschei (Continuous integration for packages) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4449). Next: planning, by `!rfr advance koschei`.
<ralph> !rfr advance koschei
| ralph: koschei (Continuous integration for packages) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4449). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next koschei` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer koschei N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<ralph> !rfr discussed koschei https://lists.example.org/archives/thread/BBBB/
| ralph: koschei: list discussion recorded, https://lists.example.org/archives/thread/BBBB/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people koschei add NAME`.
<ralph> !rfr people koschei add ralph lmacken
| ralph: koschei: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer).
| Every MUST for development is met: `!rfr advance koschei`.
| * koschei: ralph recorded you as maintainer. If you are not: `!rfr people koschei remove lmacken`.
| (calls lmacken)
<ralph> !rfr advance koschei
| ralph: koschei (Continuous integration for packages) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4449). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next koschei` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done koschei ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
<ralph> !rfr decide koschei caching none
| ralph: koschei: caching decided: none; question 2 answered: none.
| Still missing for staging: (1) a decision on load-balancing: `!rfr decide koschei load-balancing …`; (2) a decision on deployment: `!rfr decide koschei deployment …`; (3) the SOPs that it needs: `!rfr sop koschei URL` or, where none is needed, `!rfr done koschei sops WHY`; (4) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr decide koschei load-balancing none
| ralph: koschei: load-balancing decided: none; question 1 answered: none.
| Still missing for staging: (1) a decision on deployment: `!rfr decide koschei deployment …`; (2) the SOPs that it needs: `!rfr sop koschei URL` or, where none is needed, `!rfr done koschei sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr decide koschei deployment one host
| ralph: koschei: deployment decided: one host; question 3 answered: one host.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop koschei URL` or, where none is needed, `!rfr done koschei sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr sop koschei https://docs.example.org/sop/koschei
| ralph: koschei: SOP linked, https://docs.example.org/sop/koschei.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development koschei`.
| Should there be a document on updating it? `!rfr sop koschei update URL`, or `!rfr sop koschei update none WHY…`.
| * koschei: all but the development sign-off is there: kevin types `!rfr signoff development koschei`; `!rfr review koschei` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff
| kevin: “signoff” needs the phase. What is due: `!rfr signoff staging badges` or `!rfr signoff development koschei`.
<kevin> !rfr signoff koschei
| kevin: “signoff” needs the phase. What is due: `!rfr signoff development koschei`.
<kevin> !rfr signoff development koschei
| kevin: koschei: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance koschei`.
<ralph> !rfr advance koschei
| ralph: koschei (Continuous integration for packages) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4449). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next koschei` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done koschei ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
<ralph> !rfr done koschei config-management
| ralph: koschei: config-management done.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr signoff staging
| kevin: koschei: staging signed off with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule koschei DATE`.
<kevin> !rfr signoff staging
| kevin: Which RFR? It could be badges or koschei, so name it; until then nothing is done.
<kevin> !rfr unsign staging badges -- not yet
| kevin: badges: staging sign-off taken back: not yet.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
