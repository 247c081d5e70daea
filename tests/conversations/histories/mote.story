# Mote took less than a week, and the process did not stand in its way.
# Real (commit dates of the infrastructure team's ansible repository): role, staging, group, monitoring and
# production. Everything between them, the people and the ticket are plausible, not recorded.
-- time 2015-06-10 12:00
-- person anna ralph kevin smooge
-- group sysadmin-main kevin smooge
-- announce libera/#fedora-admin
# Real: "Set up mote webapp role"
-- time 2015-06-10 13:00
<anna> !rfr new mote 4803 Meeting minutes, easy to find
| anna: New RFR mote: Meeting minutes, easy to find (by anna; https://forge.example.org/infra/tickets/issues/4803). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<anna> !rfr sponsor mote kevin
| anna: mote: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept mote`.
| * mote (Meeting minutes, easy to find): anna asks kevin to sponsor it: `!rfr accept mote` or `!rfr decline mote`.
| (calls kevin)
<kevin> !rfr accept
| kevin: mote (Meeting minutes, easy to find) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4803). Next: planning, by `!rfr advance mote`.
<anna> !rfr people mote add anna ralph
| anna: mote: anna recorded as maintainer; ralph recorded as maintainer.
| * mote: anna recorded you as maintainer. If you are not: `!rfr people mote remove ralph`.
| (calls ralph)
<anna> !rfr advance
| anna: mote (Meeting minutes, easy to find) moved from pre-sponsorship to planning (by anna; https://forge.example.org/infra/tickets/issues/4803). Next: development, which needs a discussion on the infrastructure list. `!rfr next mote` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? Answer with `!rfr answer mote N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages.
<anna> !rfr discussed mote https://lists.example.org/archives/infrastructure/2015-June/mote
| anna: mote: list discussion recorded, https://lists.example.org/archives/infrastructure/2015-June/mote.
| Every MUST for development is met: `!rfr advance mote`.
<ralph> !rfr decide mote load-balancing yes, on value01 and value02
| ralph: mote: load-balancing decided: yes, on value01 and value02; question 1 answered: yes, on value01 and value02.
<ralph> !rfr decide mote caching memcached
| ralph: mote: caching decided: memcached; question 2 answered: memcached.
<ralph> !rfr decide mote deployment with the other small services on value0*
| ralph: mote: deployment decided: with the other small services on value0*; question 3 answered: with the other small services on value0*.
<anna> !rfr advance
| anna: mote (Meeting minutes, easy to find) moved from planning to development (by anna; https://forge.example.org/infra/tickets/issues/4803). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next mote` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done mote ITEM`.
-- time 2015-06-11 16:00
<anna> !rfr done mote testing
| anna: mote: testing done.
<anna> !rfr done mote sops a wsgi application like the others; the common SOP holds
| anna: mote: sops done “a wsgi application like the others; the common SOP holds”.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development mote`.
| * mote: all but the development sign-off is there: kevin types `!rfr signoff development mote`; `!rfr review mote` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development
| kevin: mote: development signed off with questions, sops, testing, still open: dev-instance, group, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance mote`.
# Real: "Try mote config in staging." and "Add sysadmin-mote to the fas client groups for value0*."
-- time 2015-06-12 14:00
<anna> !rfr advance
| anna: mote (Meeting minutes, easy to find) moved from development to staging (by anna; https://forge.example.org/infra/tickets/issues/4803). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next mote` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done mote ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, expiring-data, log-files, acceptable-content and 6 more.
<kevin> !rfr done mote group
| kevin: mote: group done.
<anna> !rfr done mote config-management
| anna: mote: config-management done.
<anna> !rfr schedule mote next tuesday
| anna: mote: production deployment on Tuesday 2015-06-16, in 4 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging mote`.
| * mote: all but the staging sign-off is there: kevin types `!rfr signoff staging mote`; `!rfr review mote` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging
| kevin: mote: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance mote`.
# Real: "Try this as a nagios check for mote." and "Push mote out to prod."
-- time 2015-06-16 15:00
<anna> !rfr advance
| anna: mote (Meeting minutes, easy to find) moved from staging to production (by anna; https://forge.example.org/infra/tickets/issues/4803). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next mote` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done mote ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
<anna> !rfr done mote deployed
| anna: mote: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done mote monitoring`.
<ralph> !rfr done mote monitoring a nagios check
| ralph: mote: monitoring done “a nagios check”.
| Every MUST for maintenance is met: `!rfr advance mote`.
<anna> !rfr advance
| anna: mote (Meeting minutes, easy to find) is finished: it moved from production to maintenance (by anna; https://forge.example.org/infra/tickets/issues/4803).
<anna> !rfr status mote
| anna: mote (Meeting minutes, easy to find): ▰▰▰▰▰▰ maintenance since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4803
| Looked after: capacity not yet; updates not yet; security not yet.
| deployed on Tuesday 2015-06-16; anna (maintainer), ralph (maintainer); discussed at https://lists.example.org/archives/infrastructure/2015-June/mote.
