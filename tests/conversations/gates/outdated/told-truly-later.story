# Why a sign-off no longer counts is told so that it stays true when a sponsor or a maintainer is there again.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr unsponsor badges no time until summer
| kevin: badges (Badges for everyone) has no sponsor any more: no time until summer. The staging sign-off of badges no longer counts, because it lost its sponsor; the sponsor must renew it (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a sponsor who accepted; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<smooge> !rfr sponsor badges
| smooge: badges (Badges for everyone) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because it lost its sponsor: smooge types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<smooge> !rfr signoff staging badges
| smooge: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr people badges remove ralph
| ralph: badges: ralph no longer takes part.
<ralph> !rfr people badges remove lmacken
| ralph: badges: lmacken no longer takes part.
| The staging sign-off of badges no longer counts, because nobody was left who maintains it; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs somebody who deploys and maintains it; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr people badges add ralph
| ralph: badges: ralph recorded as maintainer.
| Still missing for production: the sponsor's staging sign-off again, because nobody was left who maintains it: smooge types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: smooge types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls smooge)
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because nobody was left who maintains it: smooge types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
