# Whoever heard that a sign-off no longer counts hears that it counts again.
-- after setup/staging.story
-- announce libera/#fedora-admin libera/#fedora-noc
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
| [libera/#fedora-noc] * badges: staging signed off, still open: schedule, integration, staging-testing, staging-mail (by kevin).
<ralph> !rfr ask badges is it blue?
| ralph: badges: question 5 opened: is it blue?
| The staging sign-off of badges no longer counts, because question 5 was opened; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs an answer to question 5; a date for production; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| [libera/#fedora-noc] * The staging sign-off of badges no longer counts, because question 5 was opened; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs an answer to question 5; a date for production; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr undo
| ralph: badges: undone: question 5 opened: is it blue?; staging sign-off outdated: question 5 was opened. It is in staging; sponsor kevin (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production. `!rfr next badges` tells more.
| [libera/#fedora-noc] * badges: undone: question 5 opened: is it blue?; staging sign-off outdated: question 5 was opened. It is in staging; sponsor kevin (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production. `!rfr next badges` tells more.
