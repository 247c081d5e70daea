# Nor does taking a revert back lead into production during a freeze.
-- freeze F45 beta 2026-03-04 2026-03-25
-- after setup/production.story
<kevin> !rfr revert badges staging it falls over
| kevin: badges (Badges for everyone) went back from production to staging: it falls over (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| To be earned again: the staging sign-off, the production date.
| Checklist of staging: integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<kevin> !rfr undo badges
| kevin: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
