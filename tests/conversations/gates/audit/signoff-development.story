# The SOP of 2017 wants the sponsor's development sign-off too; requesting an audit does not replace it.
-- after setup/audit-development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: (1) the security officer tagged in the ticket: `!rfr done badges audit-requested`; (2) the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
<ralph> !rfr done badges audit-requested
| ralph: badges: audit-requested done.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr advance badges
| ralph: badges stays in development; staging needs: the sponsor's development sign-off: kevin types `!rfr signoff development badges`. `!rfr why` shows the rules.
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, audit-requested, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the security officer's approval of the audit; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: audit-approved (the security officer's approval of the audit), config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
