# A ticket hears that a sign-off no longer counts, also where a freeze or a mail of the list is the reason.
-- announce libera/#fedora-admin
-- list
-- mail only ended
-- open questions
-- tracker
-- ticket 4321 by ralph: Badges for everyone
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| ticket 4321: **badges**: staging signed off, still open: integration, staging-testing, staging-mail (by kevin).
| ticket 4321:
| ticket 4321: - Phase: **staging**
| ticket 4321: - Sponsor: kevin
| ticket 4321: - Nothing is missing for production.
<kevin> !rfr freeze add F45 beta 2026-03-09 2026-03-20
| kevin: The freeze F45 beta goes from Monday 2026-03-09 to Friday 2026-03-20 (kevin).
| badges: its production date, Tuesday 2026-03-10, is in the freeze F45 beta now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Saturday 2026-03-21: `!rfr schedule badges 2026-03-21`.
| ticket 4321: The staging sign-off of **badges** no longer counts, because the production date 2026-03-10 came into the freeze F45 beta; the sponsor must renew it.
| ticket 4321:
| ticket 4321: - Phase: **staging**
| ticket 4321: - Sponsor: kevin
| ticket 4321: - Missing for production, and who can give it: the sponsor's staging sign-off again (kevin).
<ralph> !rfr schedule badges 2026-03-24
| ralph: badges: production deployment on Tuesday 2026-03-24, in 22 days (was 2026-03-10).
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| ticket 4321: **badges**: staging signed off, still open: integration, staging-testing, staging-mail (by kevin).
| ticket 4321:
| ticket 4321: - Phase: **staging**
| ticket 4321: - Sponsor: kevin
| ticket 4321: - Nothing is missing for production.
-- mail from Pierre-Yves <pingou@example.org> on [badges] awards: Question: How long are awards kept? //// Who knows?
| * badges: mail on the list from Pierre-Yves (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/PTHFHGMESPN6MH3MUTY4OLIEM3UAGDLG/; question 5 is open by it; the staging sign-off no longer counts.
| ticket 4321: The staging sign-off of **badges** no longer counts, because question 5 was opened; the sponsor must renew it.
| ticket 4321:
| ticket 4321: - Phase: **staging**
| ticket 4321: - Sponsor: kevin
| ticket 4321: - Missing for production, and who can give it: an answer to question 5 (ralph or lmacken); the sponsor's staging sign-off again (kevin).
