# An item that a sign-off left open may be ticked and opened again: nothing differs then from what was signed. An item that
# it signed may not, whoever ticks it again.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-20
| ralph: badges: production deployment on Friday 2026-03-20, in 18 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr done badges integration
| ralph: badges: integration done.
<ralph> !rfr undone badges integration it failed after all
| ralph: badges: integration not done after all: it failed after all.
<ralph> !rfr next badges
| ralph: badges can move to production today: `!rfr advance badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr undone badges config-management a file was left by hand
| ralph: badges: config-management not done after all: a file was left by hand.
| The staging sign-off of badges no longer counts, because config-management is not done after all; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
| * badges: all but the staging sign-off is there: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr done badges config-management all of it now
| ralph: badges: config-management done “all of it now”.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because config-management is not done after all: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
