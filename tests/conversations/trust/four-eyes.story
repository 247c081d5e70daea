# Where the config wants four eyes, who requested does not sponsor, and who signed does not move into production.
-- after setup/team.story
-- four eyes
<kevin> !rfr new pkgdb #4400 Who maintains what
| kevin: New RFR pkgdb: Who maintains what (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: planning, which needs a sponsor who accepted. `!rfr next pkgdb` tells more.
<kevin> !rfr sponsor pkgdb
| kevin: pkgdb: who requested it does not sponsor it here. Another member of sysadmin-main can: `!rfr sponsor pkgdb NAME`.
<kevin> !rfr why
| kevin: Your last refusal: pkgdb: who requested it does not sponsor it here. Another member of sysadmin-main can: `!rfr sponsor pkgdb NAME`.
| House rule (four_eyes in the bot's config): who requested a resource does not sponsor it, and who signed it off does not move it into production.
<kevin> !rfr sponsor pkgdb kevin
| kevin: pkgdb: who requested it does not sponsor it here. Another member of sysadmin-main can: `!rfr sponsor pkgdb NAME`.
<kevin> !rfr sponsor pkgdb smooge
| kevin: pkgdb: smooge was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: smooge was asked and types `!rfr accept pkgdb`.
| * pkgdb (Who maintains what): kevin asks smooge to sponsor it: `!rfr accept pkgdb` or `!rfr decline pkgdb`.
| (calls smooge)
<smooge> !rfr accept pkgdb
| smooge: pkgdb (Who maintains what) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4400). Next: planning, by `!rfr advance pkgdb`.
<smooge> !rfr advance pkgdb
| smooge: pkgdb (Who maintains what) moved from pre-sponsorship to planning (by smooge; https://forge.example.org/infra/tickets/issues/4400). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next pkgdb` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer pkgdb N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<smooge> !rfr people pkgdb add kevin
| smooge: pkgdb: kevin recorded as maintainer; question 4 answered: kevin (maintainer).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed pkgdb URL`.
| * pkgdb: smooge recorded you as maintainer. If you are not: `!rfr people pkgdb remove kevin`.
| (calls kevin)
<smooge> !rfr discussed pkgdb https://lists.example.org/archives/thread/BBBB/
| smooge: pkgdb: list discussion recorded, https://lists.example.org/archives/thread/BBBB/.
| Every MUST for development is met: `!rfr advance pkgdb`.
<smooge> !rfr advance pkgdb
| smooge: pkgdb (Who maintains what) moved from planning to development (by smooge; https://forge.example.org/infra/tickets/issues/4400). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next pkgdb` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done pkgdb ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
| Mind: only kevin maintains it; single points of failure are to be avoided: `!rfr people pkgdb add NAME`.
<smooge> !rfr decide pkgdb caching none
| smooge: pkgdb: caching decided: none; question 2 answered: none.
| Still missing for staging: (1) a decision on load-balancing: `!rfr decide pkgdb load-balancing …`; (2) a decision on deployment: `!rfr decide pkgdb deployment …`; (3) the SOPs that it needs: `!rfr sop pkgdb URL` or, where none is needed, `!rfr done pkgdb sops WHY`; (4) the sponsor's development sign-off: up to smooge once the rest is there.
<smooge> !rfr decide pkgdb load-balancing none
| smooge: pkgdb: load-balancing decided: none; question 1 answered: none.
| Still missing for staging: (1) a decision on deployment: `!rfr decide pkgdb deployment …`; (2) the SOPs that it needs: `!rfr sop pkgdb URL` or, where none is needed, `!rfr done pkgdb sops WHY`; (3) the sponsor's development sign-off: up to smooge once the rest is there.
<smooge> !rfr decide pkgdb deployment one host
| smooge: pkgdb: deployment decided: one host; question 3 answered: one host.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop pkgdb URL` or, where none is needed, `!rfr done pkgdb sops WHY`; (2) the sponsor's development sign-off: up to smooge once the rest is there.
<smooge> !rfr sop pkgdb https://docs.example.org/sop/pkgdb
| smooge: pkgdb: SOP linked, https://docs.example.org/sop/pkgdb.
| Still missing for staging: the sponsor's development sign-off: smooge types `!rfr signoff development pkgdb`.
| Should there be a document on updating it? `!rfr sop pkgdb update URL`, or `!rfr sop pkgdb update none WHY…`.
<smooge> !rfr signoff development pkgdb
| smooge: pkgdb: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance pkgdb`.
<smooge> !rfr advance pkgdb
| smooge: pkgdb (Who maintains what) moved from development to staging (by smooge; https://forge.example.org/infra/tickets/issues/4400). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next pkgdb` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done pkgdb ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
| Mind: only kevin maintains it; single points of failure are to be avoided: `!rfr people pkgdb add NAME`.
<smooge> !rfr schedule pkgdb tomorrow
| smooge: pkgdb: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: the sponsor's staging sign-off: smooge types `!rfr done pkgdb config-management` if that is so, then `!rfr signoff staging pkgdb`.
<smooge> !rfr done pkgdb config-management
| smooge: pkgdb: config-management done.
<smooge> !rfr signoff staging pkgdb
| smooge: pkgdb: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance pkgdb`.
<smooge> !rfr advance pkgdb
| smooge: pkgdb: you signed staging, and here somebody else moves it into production. One of those involved types `!rfr advance pkgdb`.
<smooge> !rfr why
| smooge: Your last refusal: pkgdb: you signed staging, and here somebody else moves it into production. One of those involved types `!rfr advance pkgdb`.
| House rule (four_eyes in the bot's config): who requested a resource does not sponsor it, and who signed it off does not move it into production.
<kevin> !rfr advance pkgdb
| kevin: pkgdb (Who maintains what) moved from staging to production (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next pkgdb` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done pkgdb ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: only kevin maintains it; single points of failure are to be avoided: `!rfr people pkgdb add NAME`.
| Mind: the deployment was scheduled for Tuesday 2026-03-03, which is still ahead.
