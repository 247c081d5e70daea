# Staging does not begin before its SOPs are linked, or somebody has said why it needs none.
-- after setup/development.story
<ralph> !rfr advance badges
| ralph: badges stays in development; staging needs: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there. `!rfr why` shows the rules.
<ralph> !rfr done badges sops
| ralph: badges: sops needs an address or a reason why none is needed: `!rfr sop badges URL` or `!rfr done badges sops WHY`.
<ralph> !rfr done badges sops the role's README tells how to update it and what to do when it fails
| ralph: badges: sops done “the role's README tells how to update it and what to do when it fails”.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
