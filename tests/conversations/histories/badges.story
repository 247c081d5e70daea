# Badges took two months from staging to production, changed once in a freeze, and was retired eleven years later.
# Real (commit dates of the infrastructure team's ansible repository): staging, group, production, the freeze
# break and the retirement. Everything between them, the people and the ticket are plausible, not recorded.
-- time 2013-04-08 13:00
-- person ralph lmacken pingou kevin smooge
-- group sysadmin-main kevin smooge
-- announce libera/#fedora-admin
-- freeze F20 alpha 2013-09-03 2013-09-25
-- time 2013-04-08 14:00
<ralph> !rfr new badges 3801 Open badges for contributors
| ralph: New RFR badges: Open badges for contributors (by ralph; https://forge.example.org/infra/tickets/issues/3801). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Open badges for contributors) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/3801). Next: planning, by `!rfr advance badges`.
<ralph> !rfr done badges packages all in EPEL
| ralph: badges: packages done “all in EPEL”.
<ralph> !rfr people badges add ralph lmacken as developer
| ralph: badges: ralph recorded as developer; lmacken recorded as developer.
| * badges: ralph recorded you as developer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<ralph> !rfr advance badges
| ralph: badges (Open badges for contributors) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/3801). Next: development, which needs a discussion on the infrastructure list. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? Answer with `!rfr answer badges N …`.
-- time 2013-04-11 18:30
<ralph> !rfr discussed badges https://lists.example.org/archives/infrastructure/2013-April/badges
| ralph: badges: list discussion recorded, https://lists.example.org/archives/infrastructure/2013-April/badges.
| Every MUST for development is met: `!rfr advance badges`.
<lmacken> !rfr answer badges 1 yes, two web nodes
| lmacken: badges: question 1 answered: yes, two web nodes; load-balancing decided: yes, two web nodes.
<lmacken> !rfr answer badges 2 not at first
| lmacken: badges: question 2 answered: not at first; caching decided: not at first.
<lmacken> !rfr answer badges 3 yes, and a backend of its own
| lmacken: badges: question 3 answered: yes, and a backend of its own; deployment decided: yes, and a backend of its own.
<ralph> !rfr advance badges
| ralph: badges (Open badges for contributors) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/3801). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
-- time 2013-05-20 16:00
<kevin> !rfr done badges dev-instance
| kevin: badges: dev-instance done.
<pingou> !rfr ask badges Who can award a badge?
| pingou: badges: question 5 opened: Who can award a badge?
| Still missing for staging: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr answer badges 5 members of sysadmin-badges
| ralph: badges: question 5 answered: members of sysadmin-badges.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<lmacken> !rfr done badges testing a week of messages, replayed
| lmacken: badges: testing done “a week of messages, replayed”.
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr done badges testing-mail
| ralph: badges: testing-mail done.
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, dev-instance, testing, testing-mail, still open: group, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues.
| Every MUST for staging is met: `!rfr advance badges`.
# Real: "Add a basic badges-backend01.stg to ansible."
-- time 2013-06-07 15:00
<ralph> !rfr advance badges
| ralph: badges (Open badges for contributors) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/3801). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: group, expiring-data, log-files, acceptable-content, packaging and 4 more.
# Real: "Let sysadmin-badges onto the badges machines." The SOP wants the group earlier; it is ticked off late.
-- time 2013-07-02 13:00
<kevin> !rfr done badges group sysadmin-badges
| kevin: badges: group done “sysadmin-badges”.
<ralph> !rfr done badges config-management
| ralph: badges: config-management done.
<ralph> !rfr done badges staging-testing
| ralph: badges: staging-testing done.
<ralph> !rfr schedule badges 2013-07-30
| ralph: badges: production deployment on Tuesday 2013-07-30, in 28 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- time 2013-07-26 17:00
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, staging-testing, still open: integration, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
# Real: "Host vars for badges nodes."
-- time 2013-07-30 15:00
<ralph> !rfr advance badges
| ralph: badges (Open badges for contributors) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/3801). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-mail.
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done badges monitoring`.
-- time 2013-08-05 12:00
<lmacken> !rfr done badges monitoring the backend and both web nodes
| lmacken: badges: monitoring done “the backend and both web nodes”.
| Every MUST for maintenance is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Open badges for contributors) is finished: it moved from production to maintenance (by ralph; https://forge.example.org/infra/tickets/issues/3801).
# Real: "Take badges nodes out of the freeze list as per the freeze break request email." A note says so.
-- time 2013-09-04 12:00
<kevin> !rfr note badges freeze break: its nodes leave the freeze list, see the request on the list
| kevin: badges: noted: freeze break: its nodes leave the freeze list, see the request on the list.
# Real: "badges (old rhel7 vm based one): retire"
-- time 2024-05-06 12:00
<ralph> !rfr drop badges replaced by the new deployment
| ralph: badges is in maintenance: what is deployed is removed, not dropped: `!rfr remove badges REASON`.
| Not for you to type: remove is for the sponsor, or sysadmin-main.
<kevin> !rfr remove badges the old virtual machines are retired
| kevin: badges (Open badges for contributors) was removed (it was in maintenance): the old virtual machines are retired (by kevin; https://forge.example.org/infra/tickets/issues/3801).
<ralph> !rfr list maintenance
| ralph: There is no RFR in maintenance.
<ralph> !rfr search badges
| ralph: 1 RFR with a word that begins with “badges”:
| badges: removed in maintenance on 2024-05-06; sponsor kevin.
<ralph> !rfr history badges
| ralph: badges: 29 changes, newest first.
| 2024-05-06 12:00 kevin: removed: the old virtual machines are retired [libera/#fedora-admin]
| 2013-09-04 12:00 kevin: noted: freeze break: its nodes leave the freeze list, see the request on the list [libera/#fedora-admin]
| 2013-08-05 12:00 ralph: moved from production to maintenance [libera/#fedora-admin]
| 2013-08-05 12:00 lmacken: monitoring done “the backend and both web nodes” [libera/#fedora-admin]
| 2013-07-30 15:00 ralph: deployed done [libera/#fedora-admin]
| 2013-07-30 15:00 ralph: moved from staging to production [libera/#fedora-admin]
| 2013-07-26 17:00 kevin: staging signed off [libera/#fedora-admin]
| 2013-07-02 13:00 ralph: production deployment on Tuesday 2013-07-30 [libera/#fedora-admin]
| 2013-07-02 13:00 ralph: staging-testing done [libera/#fedora-admin]
| 2013-07-02 13:00 ralph: config-management done [libera/#fedora-admin]
| 2013-07-02 13:00 kevin: group done “sysadmin-badges” [libera/#fedora-admin]
| 2013-06-07 15:00 ralph: moved from development to staging [libera/#fedora-admin]
| 2013-05-20 16:00 kevin: development signed off [libera/#fedora-admin]
| 2013-05-20 16:00 ralph: testing-mail done [libera/#fedora-admin]
| 2013-05-20 16:00 ralph: SOP linked, https://docs.example.org/sop/badges [libera/#fedora-admin]
| 2013-05-20 16:00 lmacken: testing done “a week of messages, replayed” [libera/#fedora-admin]
| 2013-05-20 16:00 ralph: question 5 answered: members of sysadmin-badges [libera/#fedora-admin]
| 2013-05-20 16:00 pingou: question 5 opened: Who can award a badge? [libera/#fedora-admin]
| 2013-05-20 16:00 kevin: dev-instance done [libera/#fedora-admin]
| 2013-04-11 18:30 ralph: moved from planning to development [libera/#fedora-admin]
| 2013-04-11 18:30 lmacken: question 3 answered: yes, and a backend of its own; deployment decided: yes, and a backend of its own [libera/#fedora-admin]
| 2013-04-11 18:30 lmacken: question 2 answered: not at first; caching decided: not at first [libera/#fedora-admin]
| 2013-04-11 18:30 lmacken: question 1 answered: yes, two web nodes; load-balancing decided: yes, two web nodes [libera/#fedora-admin]
| 2013-04-11 18:30 ralph: list discussion recorded, https://lists.example.org/archives/infrastructure/2013-April/badges [libera/#fedora-admin]
| 2013-04-08 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; question 4 answered: ralph, lmacken [libera/#fedora-admin]
| 2013-04-08 14:00 ralph: ralph recorded as developer; lmacken recorded as developer [libera/#fedora-admin]
| 2013-04-08 14:00 ralph: packages done “all in EPEL” [libera/#fedora-admin]
| 2013-04-08 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2013-04-08 14:00 ralph: requested: Open badges for contributors [libera/#fedora-admin]
