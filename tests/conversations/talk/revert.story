# Going back takes sign-offs, later ticks and the date back; answers, people and earlier ticks stay.
-- after setup/staging.story
<ralph> !rfr done badges dev-instance
| ralph: badges: dev-instance done.
<ralph> !rfr done badges config-management
| ralph: badges: config-management was already done by kevin on 2026-03-02; nothing changed.
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr revert badges production too far
| kevin: badges is in staging; a revert goes back to an earlier phase, not to production. To go forward: `!rfr advance badges`.
<kevin> !rfr revert badges staging already there
| kevin: badges is in staging; a revert goes back to an earlier phase, not to staging. To go forward: `!rfr advance badges`.
<kevin> !rfr revert badges development the storage decision was wrong
| kevin: badges (Badges for everyone) went back from staging to development: the storage decision was wrong (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off again. `!rfr next badges` tells more.
| To be earned again: the development sign-off, the staging sign-off, config-management, the production date.
| Checklist of development: group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: the sponsor's development sign-off again, because it went back to development: kevin types `!rfr signoff development badges`.
| Open, and blocking nothing: group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
<ralph> !rfr advance badges
| ralph: badges stays in development; staging needs: the sponsor's development sign-off again, because it went back to development: kevin types `!rfr signoff development badges`. `!rfr why` shows the rules.
<ralph> !rfr decide badges deployment http instead of nfs
| ralph: badges: deployment decided: http instead of nfs (in place of: yes, two virtual hosts of its own).
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, dev-instance, still open: group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: group, testing, expiring-data, log-files, acceptable-content and 6 more.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off again, because it went back to development: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`.
| Open, and blocking nothing: config-management, integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: signoff is for the RFR's sponsor, while in sysadmin-main.
