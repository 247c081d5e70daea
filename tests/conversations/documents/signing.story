# A signature covers what it signed, and goes when that changes.
-- after documents/development.story
<vera> !rfr schedule badges 2026-03-12
| vera: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: otto types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: otto types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls otto)
<otto> !rfr signoff staging badges -- the playbooks are fine
| otto: badges: staging signed off “the playbooks are fine” with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<hugo> !rfr ask badges who renews the certificate?
| hugo: badges: question 5 opened: who renews the certificate?
| The staging sign-off of badges no longer counts, because question 5 was opened; the sponsor must renew it (by hugo; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs an answer to question 5; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<vera> !rfr advance badges
| vera: badges stays in staging; production needs: (1) an answer to question 5 (“who renews the certificate?”): `!rfr answer badges 5 …`; (2) the sponsor's staging sign-off again, because question 5 was opened: up to otto once the rest is there. `!rfr why` shows the rules.
<hugo> !rfr answer badges 5 the proxies do
| hugo: badges: question 5 answered: the proxies do.
| Still missing for production: the sponsor's staging sign-off again, because question 5 was opened: otto types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: otto types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls otto)
<otto> !rfr signoff staging badges
| otto: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
