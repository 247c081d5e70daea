# Development ends with the SOPs linked and the sponsor's first signature.
-- after documents/planning.story
<hugo> !rfr done badges testing a thousand awards a minute
| hugo: badges: testing done “a thousand awards a minute”.
<vera> !rfr sop badges https://docs.example.org/sop/badges
| vera: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: otto types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: otto types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls otto)
<otto> !rfr signoff development badges
| otto: badges: development signed off with questions, sops, testing, still open: dev-instance, group, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<vera> !rfr advance badges
| vera: badges (Badges for everyone) moved from development to staging (by vera; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, expiring-data, log-files, acceptable-content and 6 more.
<hugo> !rfr done badges config-management the playbooks are in ansible
| hugo: badges: config-management done “the playbooks are in ansible”.
