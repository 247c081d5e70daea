# An undo of a revert gives back neither the signature of a sponsor nor the tick of an officer who could not give it any more.
-- after setup/staging.story
-- group sysadmin-main kevin smooge mizmo
<kevin> !rfr schedule badges 2026-03-20
| kevin: badges: production deployment on Friday 2026-03-20, in 18 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<mizmo> !rfr revert badges development it was too early
| mizmo: badges (Badges for everyone) went back from staging to development: it was too early (by mizmo; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off again. `!rfr next badges` tells more.
| To be earned again: the development sign-off, the staging sign-off, config-management, the production date.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- group sysadmin-main smooge mizmo
<mizmo> !rfr undo badges
| mizmo: badges: kevin is not in sysadmin-main, so the undo cannot give back what only its members give. Where it stands: `!rfr status badges`.
<mizmo> !rfr status badges
| mizmo: badges (Badges for everyone): ▰▰▰▱▱▱ development 2 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: the sponsor's development sign-off again (sysadmin-main). `!rfr next badges` says what to type.
| Went back from staging by mizmo on 2026-03-02: it was too early.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
