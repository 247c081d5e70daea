# A sign-off that names no RFR is not given where its note names another RFR than the one that is meant.
-- after setup/staging.story
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<kevin> !rfr signoff staging -- for koschei
| kevin: “signoff” was not done: the note names koschei, and what would be signed here is badges. For koschei: `!rfr signoff staging koschei`; for badges: `!rfr signoff staging badges -- for koschei`.
<kevin> !rfr signoff staging — koschei is fine
| kevin: “signoff” was not done: the note names koschei, and what would be signed here is badges. For koschei: `!rfr signoff staging koschei`; for badges: `!rfr signoff staging badges -- koschei is fine`.
<kevin> !rfr signoff staging -- (#4449)
| kevin: “signoff” was not done: the note names koschei, and what would be signed here is badges. For koschei: `!rfr signoff staging koschei`; for badges: `!rfr signoff staging badges -- (#4449)`.
<kevin> !rfr signoff staging badges -- unlike koschei
| kevin: badges: staging signed off “unlike koschei” with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
