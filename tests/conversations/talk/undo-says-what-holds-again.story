# An undo says what holds again, and a refused one says why, and whose the opposite is.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr schedule badges 2026-03-19
| ralph: badges: production deployment on Thursday 2026-03-19, in 17 days (was 2026-03-12).
<ralph> !rfr undo
| ralph: badges: the last change was undone (production deployment on Thursday 2026-03-19); production is on Thursday 2026-03-12 again.
<ralph> !rfr undo
| ralph: badges: there is nothing to undo: only an RFR's last change can be taken back, and not an undo. What happened: `!rfr history badges`.
<ralph> !rfr ticket badges 4999
| ralph: badges: ticket set to https://forge.example.org/infra/tickets/issues/4999.
<ralph> !rfr undo
| ralph: badges: the last change was undone (ticket set to https://forge.example.org/infra/tickets/issues/4999); its ticket is https://forge.example.org/infra/tickets/issues/4321 again.
<ralph> !rfr retitle badges Badges for a few
| ralph: badges: retitled to “Badges for a few”.
<ralph> !rfr undo
| ralph: badges: the last change was undone (retitled to “Badges for a few”); its title is “Badges for everyone” again.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: the deployment was scheduled for Thursday 2026-03-12, which is still ahead.
<ralph> !rfr undo
| ralph: badges: an undo needs what the opposite change would need now, and that is for the sponsor, or sysadmin-main. One of them types `!rfr revert badges staging REASON…`.
