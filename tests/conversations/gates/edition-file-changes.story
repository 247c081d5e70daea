# An RFR keeps what its edition said when it began, to the letter, while the team changes the file; a new one follows the new text.
-- sop tests/data/sop/rfr-2027.toml
-- after setup/development.story
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) backups that were restored once: `!rfr done badges backups`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
<ralph> !rfr done badges backups restored on 2026-02-01
| ralph: badges: backups done “restored on 2026-02-01”.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
-- sop tests/data/sop/rfr-2027-later.toml
<ralph> !rfr version
| ralph: rfrbot 0.1.0; new RFRs follow the rfr-2027 edition of the SOP.
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
<ralph> !rfr done badges load-test
| ralph: badges: the edition of the SOP that it follows has no load-test. What it needs: `!rfr next badges`.
<ralph> !rfr why
| ralph: Your last refusal: badges: the edition of the SOP that it follows has no load-test. What it needs: `!rfr next badges`.
| House rule: an RFR keeps the edition of the SOP that it started under, until somebody in sysadmin-main moves it over (`adopt`); rfr-2027 has no load-test.
<ralph> !rfr undone badges backups it was the wrong host
| ralph: badges: backups not done after all: it was the wrong host.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) backups that were restored once: `!rfr done badges backups`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr done badges backups restored again
| ralph: badges: backups done “restored again”.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
-- edition classic
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▱▱▱ development 2 of 4 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: the SOPs that it needs (ralph or lmacken); the sponsor's development sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/; follows rfr-2027@d7d2c339fd6d of the SOP.
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, backups, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
