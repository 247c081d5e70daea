# A sign-off is on the bus, and so is that it no longer counts, whatever the reason.
-- after setup/staging.story
-- bus
-- announce libera/#fedora-admin
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges -- it is well tested
| kevin: badges: staging signed off “it is well tested” with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| (bus rfr.signoff: agent kevin, note it is well tested, people kevin+lmacken+ralph, phase staging, rfr badges)
<kevin> !rfr unsign staging badges the date is wrong
| kevin: badges: staging sign-off taken back: the date is wrong.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| (bus rfr.withdrawn: agent kevin, cause withdrawn, people kevin+lmacken+ralph, phase staging, reason the date is wrong, rfr badges)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| (bus rfr.signoff: agent kevin, note -, people kevin+lmacken+ralph, phase staging, rfr badges)
<kevin> !rfr undo
| kevin: badges: the last change was undone (staging signed off).
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| (bus rfr.withdrawn: agent kevin, cause undone, people kevin+lmacken+ralph, phase staging, reason -, rfr badges)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| (bus rfr.signoff: agent kevin, note -, people kevin+lmacken+ralph, phase staging, rfr badges)
# What it signed changes.
<kevin> !rfr freeze add F45 beta 2026-03-09 2026-03-20
| kevin: The freeze F45 beta goes from Monday 2026-03-09 to Friday 2026-03-20 (kevin).
| badges: its production date, Tuesday 2026-03-10, is in the freeze F45 beta now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Saturday 2026-03-21: `!rfr schedule badges 2026-03-21`.
| (bus rfr.withdrawn: agent kevin, cause outdated, people kevin+lmacken+ralph, phase staging, reason -, rfr badges)
