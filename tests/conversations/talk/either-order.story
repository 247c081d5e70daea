# RFR and PHASE are told apart by what they are, so both orders work, and so do other ways to say it.
-- after setup/staging.story
<kevin> !rfr unsign staging badges nothing is signed yet
| kevin: badges: staging is not signed off, so there is nothing to take back. Where it stands: `!rfr status badges`.
<kevin> !rfr signoff badges staging -- all in ansible
| kevin: badges: staging signed off “all in ansible” with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
<kevin> !rfr unsign badges staging the cron jobs are not
| kevin: badges: staging sign-off taken back: the cron jobs are not.
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<kevin> !rfr sign off stg #4321 -- now they are
| kevin: badges: staging signed off “now they are” with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
<kevin> !rfr revert development badges it needs more testing
| kevin: badges (Badges for everyone) went back from staging to development: it needs more testing (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off again. `!rfr next badges` tells more.
| To be earned again: the development sign-off, the staging sign-off, config-management.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
<kevin> !rfr sign-off dev https://forge.example.org/infra/tickets/issues/4321
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
