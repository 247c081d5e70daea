# Where the place talks about an RFR that one does not sponsor, one's own is not signed by mistake.
-- after setup/staging.story
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<mallory> !rfr focus koschei
| mallory: This place talks about koschei (pre-sponsorship) now; `!rfr focus off` ends that.
<kevin> !rfr signoff staging
| kevin: koschei: only its sponsor signs off, and it has none. A sysadmin-main member types `!rfr sponsor koschei`.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
