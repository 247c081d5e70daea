# A gate that stays shut says what it needs, who can give it, and what they type.
-- after documents/development.story
-- in 3 days
<vera> !rfr advance badges
| vera: badges stays in staging; production needs: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: otto types `!rfr signoff staging badges`. `!rfr why` shows the rules.
<vera> !rfr schedule badges next tuesday
| vera: badges: production deployment on Tuesday 2026-03-10, in 5 days.
| Still missing for production: the sponsor's staging sign-off: otto types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: otto types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls otto)
<otto> !rfr signoff staging badges
| otto: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
