# What was staged in vain may go back, be destroyed and be staged again, as statscache was.
# That it was staged, destroyed and staged again is real; the days and the rest are not recorded.
-- after setup/team.story
<lmacken> !rfr new statscache 4500 Statistics for message buses
| lmacken: New RFR statscache: Statistics for message buses (by lmacken; https://forge.example.org/infra/tickets/issues/4500). Next: planning, which needs a sponsor who accepted. `!rfr next statscache` tells more.
<kevin> !rfr sponsor statscache
| kevin: statscache (Statistics for message buses) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4500). Next: planning, by `!rfr advance statscache`.
<lmacken> !rfr people statscache add lmacken ralph
| lmacken: statscache: lmacken recorded as maintainer; ralph recorded as maintainer.
| * statscache: lmacken recorded you as maintainer. If you are not: `!rfr people statscache remove ralph`.
| (calls ralph)
<lmacken> !rfr advance statscache
| lmacken: statscache (Statistics for message buses) moved from pre-sponsorship to planning (by lmacken; https://forge.example.org/infra/tickets/issues/4500). Next: development, which needs a discussion on the infrastructure list. `!rfr next statscache` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? Answer with `!rfr answer statscache N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages.
<lmacken> !rfr discussed statscache https://lists.example.org/archives/thread/CCCC/
| lmacken: statscache: list discussion recorded, https://lists.example.org/archives/thread/CCCC/.
| Every MUST for development is met: `!rfr advance statscache`.
<lmacken> !rfr answer statscache 1 no
| lmacken: statscache: question 1 answered: no; load-balancing decided: no.
<lmacken> !rfr answer statscache 2 it is a cache
| lmacken: statscache: question 2 answered: it is a cache; caching decided: it is a cache.
<lmacken> !rfr answer statscache 3 yes
| lmacken: statscache: question 3 answered: yes; deployment decided: yes.
<lmacken> !rfr advance statscache
| lmacken: statscache (Statistics for message buses) moved from planning to development (by lmacken; https://forge.example.org/infra/tickets/issues/4500). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next statscache` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done statscache ITEM`.
<lmacken> !rfr sop statscache https://docs.example.org/sop/statscache
| lmacken: statscache: SOP linked, https://docs.example.org/sop/statscache.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development statscache`.
| Should there be a document on updating it? `!rfr sop statscache update URL`, or `!rfr sop statscache update none WHY…`.
| * statscache: all but the development sign-off is there: kevin types `!rfr signoff development statscache`; `!rfr review statscache` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development statscache
| kevin: statscache: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance statscache`.
<lmacken> !rfr advance statscache
| lmacken: statscache (Statistics for message buses) moved from development to staging (by lmacken; https://forge.example.org/infra/tickets/issues/4500). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next statscache` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done statscache ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
-- in 30 days
<kevin> !rfr revert statscache development the staging host is destroyed, it needs another database
| kevin: statscache (Statistics for message buses) went back from staging to development: the staging host is destroyed, it needs another database (by kevin; https://forge.example.org/infra/tickets/issues/4500). Next: staging, which needs the sponsor's development sign-off again. `!rfr next statscache` tells more.
| To be earned again: the development sign-off.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done statscache ITEM`.
<lmacken> !rfr advance statscache
| lmacken: statscache stays in development; staging needs: the sponsor's development sign-off again, because it went back to development: kevin types `!rfr signoff development statscache`. `!rfr why` shows the rules.
-- in 30 days
<kevin> !rfr signoff development statscache
| kevin: statscache: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance statscache`.
<lmacken> !rfr advance statscache
| lmacken: statscache (Statistics for message buses) moved from development to staging (by lmacken; https://forge.example.org/infra/tickets/issues/4500). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next statscache` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done statscache ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
