# To another edition and back: the bot says what it would do as it does it, and what one edition asked is not met by the other.
-- after setup/staging.story
-- sop tests/data/sop/rfr-2027.toml
<ralph> !rfr new tahrir 4400 Tahrir
| ralph: New RFR tahrir: Tahrir (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
-- sop docs/release-checklist.toml
<ralph> !rfr decide badges rollback the old packages stay
| ralph: badges: the edition of the SOP that it follows asks for no decision on rollback, but for caching, load-balancing, deployment. For example: `!rfr decide badges caching …`.
<ralph> !rfr why
| ralph: Your last refusal: badges: the edition of the SOP that it follows asks for no decision on rollback, but for caching, load-balancing, deployment. For example: `!rfr decide badges caching …`.
| House rule: an RFR keeps the edition of the SOP that it started under, until somebody in sysadmin-main moves it over.
<ralph> !rfr schedule badges 2026-03-03
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr adopt badges rfr-2027@d7d2c339fd6d backups matter
| kevin: badges would follow rfr-2027@d7d2c339fd6d in place of classic. It adds backups (development, MUST); it drops nothing; it changes nothing.
| By that: the staging sign-off no longer counts.
| Nothing has changed yet. To do it: `!rfr adopt badges rfr-2027@d7d2c339fd6d backups matter -- yes`.
<kevin> !rfr adopt badges release-checklist -- yes
| kevin: “adopt” needs REASON…; usage: `!rfr adopt badges EDITION REASON…`, for example `!rfr adopt badges audit the team audits everything now`.
<kevin> !rfr adopt badges release-checklist
| kevin: “adopt” needs REASON…; usage: `!rfr adopt badges EDITION REASON…`, for example `!rfr adopt badges audit the team audits everything now`.
<kevin> !rfr adopt badges release-checklist it is a release
| kevin: badges would follow release-checklist@d3926e459eb5 in place of classic. It adds manager (scope, MUST), tag (build, MUST), release-notes (build, MUST), settled (build, MUST), security-review (candidate, MUST), go (candidate, MUST), day (candidate, MUST), published (ship, MUST), announced (ship, required), 1 step; it drops sponsor (pre-sponsorship, MUST), list-discussion (planning, MUST), maintainers (planning, MUST), signoff-development (development, MUST), questions (development, MUST), sops (development, MUST), signoff-staging (staging, MUST), schedule (staging, MUST), monitoring (production, required), 20 steps; it changes ticket (scope, MUST).
| By that: a question opens, “Which version number does it get?”; a question opens, “How do we go back if it fails?”; the staging sign-off no longer counts.
| Its phase is called candidate then.
| Nothing has changed yet. To do it: `!rfr adopt badges release-checklist@d3926e459eb5 it is a release -- yes`.
<kevin> !rfr adopt badges release-checklist it is a release -- yes
| kevin: badges (Badges for everyone) follows release-checklist@d3926e459eb5 of the SOP from now on, no longer classic: it is a release. The candidate sign-off of badges no longer counts, because it went over to release-checklist; the sponsor must renew it (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: ship, which needs a signed tag; release notes; a decision on version-number and rollback; the security officer's review; the release manager's go again. `!rfr next badges` tells more.
| It adds manager (scope, MUST), tag (build, MUST), release-notes (build, MUST), settled (build, MUST), security-review (candidate, MUST), go (candidate, MUST), day (candidate, MUST), published (ship, MUST), announced (ship, required), 1 step; it drops sponsor (pre-sponsorship, MUST), list-discussion (planning, MUST), maintainers (planning, MUST), signoff-development (development, MUST), questions (development, MUST), sops (development, MUST), signoff-staging (staging, MUST), schedule (staging, MUST), monitoring (production, required), 20 steps; it changes ticket (scope, MUST).
<kevin> !rfr adopt badges classic it is no release -- yes
| kevin: badges (Badges for everyone) follows classic of the SOP from now on, no longer release-checklist@d3926e459eb5: it is no release (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs an answer to questions 5 and 6; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| It adds sponsor (pre-sponsorship, MUST), list-discussion (planning, MUST), maintainers (planning, MUST), signoff-development (development, MUST), questions (development, MUST), sops (development, MUST), signoff-staging (staging, MUST), schedule (staging, MUST), monitoring (production, required), 20 steps; it drops manager (scope, MUST), tag (build, MUST), release-notes (build, MUST), settled (build, MUST), security-review (candidate, MUST), go (candidate, MUST), day (candidate, MUST), published (ship, MUST), announced (ship, required), 1 step; it changes ticket (pre-sponsorship, MUST).
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) an answer to question 5 (“Which version number does it get?”): `!rfr answer badges 5 …`; (2) an answer to question 6 (“How do we go back if it fails?”): `!rfr answer badges 6 …`; (3) the sponsor's staging sign-off again, because it has followed release-checklist in between: up to kevin once the rest is there.
| Open, and blocking nothing: config-management, integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr decide badges rollback the old packages stay
| ralph: badges: rollback decided: the old packages stay; question 6 answered: the old packages stay.
| Still missing for production: (1) an answer to question 5 (“Which version number does it get?”): `!rfr answer badges 5 …`; (2) the sponsor's staging sign-off again, because it has followed release-checklist in between: up to kevin once the rest is there.
<ralph> !rfr answer badges 5 2.0
| ralph: badges: question 5 answered: 2.0; version-number decided: 2.0.
| Still missing for production: the sponsor's staging sign-off again, because it has followed release-checklist in between: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because it has followed release-checklist in between: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`.
| Open, and blocking nothing: config-management, integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: signoff is for the RFR's sponsor, while in sysadmin-main.
<kevin> !rfr adopt tahrir release-checklist it is a release
| kevin: tahrir is in pre-sponsorship, and release-checklist has no such phase. Take it on to planning, which both have, and adopt it there. What that needs: `!rfr next tahrir`.
<kevin> !rfr adopt tahrir release-checklist it is a release -- yes
| kevin: tahrir is in pre-sponsorship, and release-checklist has no such phase. Take it on to planning, which both have, and adopt it there. What that needs: `!rfr next tahrir`.
-- sop tests/data/sop/rfr-2027-later.toml
<kevin> !rfr adopt badges rfr-2027@d7d2c339fd6d backups matter
| kevin: badges would follow rfr-2027@d7d2c339fd6d in place of classic. It adds backups (development, MUST); it drops nothing; it changes nothing.
| Nothing has changed yet. To do it: `!rfr adopt badges rfr-2027@d7d2c339fd6d backups matter -- yes`.
<kevin> !rfr adopt badges rfr-2027 backups matter
| kevin: badges would follow rfr-2027@4c324610497e in place of classic. It adds backups (development, MUST), load-test (staging, MUST); it drops sops (development, MUST); it changes nothing.
| Nothing has changed yet. To do it: `!rfr adopt badges rfr-2027@4c324610497e backups matter -- yes`.
<kevin> !rfr adopt badges rfr-2027@d7d2c339fd6d backups matter -- yes
| kevin: badges (Badges for everyone) follows rfr-2027@d7d2c339fd6d of the SOP from now on, no longer classic: backups matter (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs backups that were restored once; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| It adds backups (development, MUST); it drops nothing; it changes nothing.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: backups that were restored once (ralph or lmacken); the sponsor's staging sign-off again (kevin). `!rfr next badges` says what to type.
| production on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/; follows rfr-2027@d7d2c339fd6d of the SOP.
<kevin> !rfr adopt badges rfr-2027@d7d2c339fd6d backups matter
| kevin: badges follows rfr-2027@d7d2c339fd6d already; nothing changed.
