# SOPs that are taken back after the sponsor signed must be linked again, and the sponsor must look again.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/bagdes
| ralph: badges: SOP linked, https://docs.example.org/sop/bagdes.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr undone badges sops that page does not exist
| ralph: badges: SOPs taken back: that page does not exist.
| The development sign-off of badges no longer counts, because the SOPs were taken back; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off again. `!rfr next badges` tells more.
<ralph> !rfr advance badges
| ralph: badges stays in development; staging needs: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off again, because the SOPs were taken back: up to kevin once the rest is there. `!rfr why` shows the rules.
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off again, because the SOPs were taken back: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
