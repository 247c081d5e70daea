# Koschei was nine months in development, and its storage decision was undone after the sponsor had signed.
# Real (commit dates of the infrastructure team's ansible repository, and the ticket): development, staging hosts,
# group, staging, the decision that was undone and production. Everything between them and the people are
# plausible, not recorded.
-- time 2014-07-07 11:00
-- person jana milan kevin smooge
-- group sysadmin-main kevin smooge
-- announce libera/#fedora-admin
-- time 2014-07-07 12:00
<jana> !rfr new koschei 4449 Continuous integration for packages
| jana: New RFR koschei: Continuous integration for packages (by jana; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<kevin> !rfr sponsor koschei
| kevin: koschei (Continuous integration for packages) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4449). Next: planning, by `!rfr advance koschei`.
<jana> !rfr people koschei add jana milan
| jana: koschei: jana recorded as maintainer; milan recorded as maintainer.
| * koschei: jana recorded you as maintainer. If you are not: `!rfr people koschei remove milan`.
| (calls milan)
<jana> !rfr advance koschei
| jana: koschei (Continuous integration for packages) moved from pre-sponsorship to planning (by jana; https://forge.example.org/infra/tickets/issues/4449). Next: development, which needs a discussion on the infrastructure list. `!rfr next koschei` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? Answer with `!rfr answer koschei N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages.
<jana> !rfr discussed koschei https://lists.example.org/archives/infrastructure/2014-July/koschei
| jana: koschei: list discussion recorded, https://lists.example.org/archives/infrastructure/2014-July/koschei.
| Every MUST for development is met: `!rfr advance koschei`.
<jana> !rfr answer koschei 1 no, one backend and one frontend
| jana: koschei: question 1 answered: no, one backend and one frontend; load-balancing decided: no, one backend and one frontend.
<jana> !rfr answer koschei 2 no
| jana: koschei: question 2 answered: no; caching decided: no.
# Real: "Add koschei cloud instance for testing - ticket 4449"
-- time 2014-07-21 12:00
<jana> !rfr advance koschei
| jana: koschei (Continuous integration for packages) moved from planning to development (by jana; https://forge.example.org/infra/tickets/issues/4449). Next: staging, which needs a decision on deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next koschei` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done koschei ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
<kevin> !rfr done koschei dev-instance in the cloud
| kevin: koschei: dev-instance done “in the cloud”.
# Nobody forgets it in the meantime.
-- time 2014-12-01 12:00
<smooge> !rfr list stuck
| smooge: 1 RFR stuck (on hold, or unchanged for two weeks):
| koschei: ▰▰▰▱▱▱ development 0 of 3 for 133 days; sponsor kevin; needs a decision on deployment (jana or milan) and 2 more.
<smooge> !rfr questions koschei
| smooge: koschei: 1 of 4 questions open.
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (1) Should it be load balanced? — no, one backend and one frontend [answered by jana on 2014-07-07]
| (2) Does it need caching? — no [answered by jana on 2014-07-07]
| (4) Who is involved in deploying and maintaining it? — jana, milan [answered by jana on 2014-07-07]
| Decided: caching: no; load-balancing: no, one backend and one frontend.
-- time 2015-04-14 12:00
<milan> !rfr answer koschei 3 yes, and it reads the packages over nfs
| milan: koschei: question 3 answered: yes, and it reads the packages over nfs; deployment decided: yes, and it reads the packages over nfs.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop koschei URL` or, where none is needed, `!rfr done koschei sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<milan> !rfr sop koschei https://docs.example.org/sop/koschei
| milan: koschei: SOP linked, https://docs.example.org/sop/koschei.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development koschei`.
| Should there be a document on updating it? `!rfr sop koschei update URL`, or `!rfr sop koschei update none WHY…`.
| * koschei: all but the development sign-off is there: kevin types `!rfr signoff development koschei`; `!rfr review koschei` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development koschei
| kevin: koschei: development signed off with questions, sops, dev-instance, still open: group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance koschei`.
# Real: "Add Koschei stg/prod hosts"
-- time 2015-04-21 12:00
<jana> !rfr advance koschei
| jana: koschei (Continuous integration for packages) moved from development to staging (by jana; https://forge.example.org/infra/tickets/issues/4449). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next koschei` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done koschei ITEM`.
| Mind: the SOP also asks for steps of development that are left open: group, testing, expiring-data, log-files, acceptable-content and 6 more.
# Real: "Add sysadmin-koschei to bastions"
-- time 2015-04-23 12:00
<kevin> !rfr done koschei group sysadmin-koschei
| kevin: koschei: group done “sysadmin-koschei”.
# Real: "koschei stg config"
-- time 2015-04-24 12:00
<jana> !rfr done koschei config-management
| jana: koschei: config-management done.
<jana> !rfr schedule koschei 2015-05-19
| jana: koschei: production deployment on Tuesday 2015-05-19, in 25 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging koschei`.
| * koschei: all but the staging sign-off is there: kevin types `!rfr signoff staging koschei`; `!rfr review koschei` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging koschei
| kevin: koschei: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance koschei`.
# Real: "Revert this again for now. http/https access should be used instead of nfs for koschei."
-- time 2015-05-15 12:00
<kevin> !rfr decide koschei deployment http and https access instead of nfs
| kevin: koschei: deployment decided: http and https access instead of nfs (in place of: yes, and it reads the packages over nfs).
| The staging sign-off of koschei no longer counts, because the decision on deployment changed; the sponsor must renew it (by kevin; https://forge.example.org/infra/tickets/issues/4449). Next: production, which needs the sponsor's staging sign-off again. `!rfr next koschei` tells more.
<jana> !rfr advance koschei
| jana: koschei stays in staging; production needs: the sponsor's staging sign-off again, because the decision on deployment changed: kevin types `!rfr signoff staging koschei`. `!rfr why` shows the rules.
<jana> !rfr schedule koschei 2015-06-23 after the change of storage is tested
| jana: koschei: production deployment on Tuesday 2015-06-23, in 39 days (was 2015-05-19) “after the change of storage is tested”.
-- time 2015-06-19 12:00
<jana> !rfr done koschei staging-testing
| jana: koschei: staging-testing done.
<kevin> !rfr signoff staging koschei
| kevin: koschei: staging signed off with schedule, config-management, staging-testing, still open: integration, staging-mail.
| Every MUST for production is met: `!rfr advance koschei`.
# Real: "Add koschei01 prod instance"
-- time 2015-06-23 12:00
<jana> !rfr advance koschei
| jana: koschei (Continuous integration for packages) moved from staging to production (by jana; https://forge.example.org/infra/tickets/issues/4449). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next koschei` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done koschei ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-mail.
<jana> !rfr done koschei monitoring
| jana: koschei: monitoring done.
| Still missing for maintenance: staging changes merged and the resource deployed: `!rfr done koschei deployed`.
<jana> !rfr done koschei deployed
| jana: koschei: deployed done.
| Every MUST for maintenance is met: `!rfr advance koschei`.
<jana> !rfr advance koschei
| jana: koschei (Continuous integration for packages) is finished: it moved from production to maintenance (by jana; https://forge.example.org/infra/tickets/issues/4449).
<jana> !rfr history koschei
| jana: koschei: 25 changes, newest first.
| 2015-06-23 12:00 jana: moved from production to maintenance [libera/#fedora-admin]
| 2015-06-23 12:00 jana: deployed done [libera/#fedora-admin]
| 2015-06-23 12:00 jana: monitoring done [libera/#fedora-admin]
| 2015-06-23 12:00 jana: moved from staging to production [libera/#fedora-admin]
| 2015-06-19 12:00 kevin: staging signed off [libera/#fedora-admin]
| 2015-06-19 12:00 jana: staging-testing done [libera/#fedora-admin]
| 2015-05-15 12:00 jana: production deployment on Tuesday 2015-06-23 (was 2015-05-19) “after the change of storage is tested” [libera/#fedora-admin]
| 2015-05-15 12:00 kevin: deployment decided: http and https access instead of nfs (in place of: yes, and it reads the packages over nfs); staging sign-off outdated: the decision on deployment changed [libera/#fedora-admin]
| 2015-04-24 12:00 kevin: staging signed off [libera/#fedora-admin]
| 2015-04-24 12:00 jana: production deployment on Tuesday 2015-05-19 [libera/#fedora-admin]
| 2015-04-24 12:00 jana: config-management done [libera/#fedora-admin]
| 2015-04-23 12:00 kevin: group done “sysadmin-koschei” [libera/#fedora-admin]
| 2015-04-21 12:00 jana: moved from development to staging [libera/#fedora-admin]
| 2015-04-14 12:00 kevin: development signed off [libera/#fedora-admin]
| 2015-04-14 12:00 milan: SOP linked, https://docs.example.org/sop/koschei [libera/#fedora-admin]
| 2015-04-14 12:00 milan: question 3 answered: yes, and it reads the packages over nfs; deployment decided: yes, and it reads the packages over nfs [libera/#fedora-admin]
| 2014-07-21 12:00 kevin: dev-instance done “in the cloud” [libera/#fedora-admin]
| 2014-07-21 12:00 jana: moved from planning to development [libera/#fedora-admin]
| 2014-07-07 12:00 jana: question 2 answered: no; caching decided: no [libera/#fedora-admin]
| 2014-07-07 12:00 jana: question 1 answered: no, one backend and one frontend; load-balancing decided: no, one backend and one frontend [libera/#fedora-admin]
| 2014-07-07 12:00 jana: list discussion recorded, https://lists.example.org/archives/infrastructure/2014-July/koschei [libera/#fedora-admin]
| 2014-07-07 12:00 jana: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; question 4 answered: jana, milan [libera/#fedora-admin]
| 2014-07-07 12:00 jana: jana recorded as maintainer; milan recorded as maintainer [libera/#fedora-admin]
| 2014-07-07 12:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2014-07-07 12:00 jana: requested: Continuous integration for packages [libera/#fedora-admin]
