# Only sysadmin-main moves an RFR over to another edition; what that adds, drops and outdates is shown before it happens.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-03
| ralph: badges: production deployment on Tuesday 2026-03-03, tomorrow.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr adopt badges audit the team audits everything now
| ralph: badges: that is for sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<kevin> !rfr adopt badges
| kevin: “adopt” needs EDITION; usage: `!rfr adopt badges EDITION REASON…`, for example `!rfr adopt badges audit the team audits everything now`.
<kevin> !rfr adopt badges adit the team audits everything now
| kevin: badges: there is no edition adit of the SOP; there are classic, audit. For example: `!rfr adopt badges audit REASON`.
<kevin> !rfr adopt badges classic it is simpler
| kevin: badges follows classic already; nothing changed.
<kevin> !rfr adopt badges audit the team audits everything now
| kevin: badges would follow audit in place of classic. It adds audit-requested (development, MUST), audit-approved (staging, MUST); it drops nothing; it changes nothing.
| By that: the staging sign-off no longer counts.
| Nothing has changed yet. To do it: `!rfr adopt badges audit the team audits everything now -- yes`.
<ralph> !rfr next badges
| ralph: badges can move to production today: `!rfr advance badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<kevin> !rfr adopt badges audit the team audits everything now -- yes
| kevin: badges (Badges for everyone) follows audit of the SOP from now on, no longer classic: the team audits everything now. The staging sign-off of badges no longer counts, because it went over to audit; the sponsor must renew it (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the security officer tagged in the ticket; the security officer's approval of the audit; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| It adds audit-requested (development, MUST), audit-approved (staging, MUST); it drops nothing; it changes nothing.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) the security officer tagged in the ticket: `!rfr done badges audit-requested`; (2) the security officer's approval of the audit: a member of security-officer types `!rfr done badges audit-approved`; (3) the sponsor's staging sign-off again, because it went over to audit: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<maja> !rfr done badges audit-approved
| maja: badges: audit-approved done.
| Still missing for production: (1) the security officer tagged in the ticket: `!rfr done badges audit-requested`; (2) the sponsor's staging sign-off again, because it went over to audit: kevin types `!rfr signoff staging badges`.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, audit-approved, config-management, still open: audit-requested, integration, staging-testing, staging-mail.
| Still missing for production: the security officer tagged in the ticket: `!rfr done badges audit-requested`.
<kevin> !rfr history badges
| kevin: badges: 18 changes, newest first.
| 2026-03-02 14:00 kevin: staging signed off [libera/#fedora-admin]
| 2026-03-02 14:00 maja: audit-approved done [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: follows the edition audit@95b2418cd394 of the SOP in place of classic@8f074eec85f2: the team audits everything now; staging sign-off outdated: it went over to audit [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: staging signed off [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: production deployment on Tuesday 2026-03-03 [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: config-management done [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from development to staging [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: development signed off [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: SOP linked, https://docs.example.org/sop/badges [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from planning to development [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 3 answered: yes, two virtual hosts of its own; deployment decided: yes, two virtual hosts of its own [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 2 answered: no, the pages are small; caching decided: no, the pages are small [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: list discussion recorded, https://lists.example.org/archives/thread/AAAA/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
-- sop tests/data/sop/rfr-2027-later.toml
<kevin> !rfr adopt badges rfr-2027 backups matter more — yes
| kevin: badges (Badges for everyone) follows rfr-2027@4c324610497e of the SOP from now on, no longer audit: backups matter more. The staging sign-off of badges no longer counts, because it went over to rfr-2027; the sponsor must renew it (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs backups that were restored once; a load test; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| It adds backups (development, MUST), load-test (staging, MUST); it drops sops (development, MUST), audit-requested (development, MUST), audit-approved (staging, MUST); it changes nothing.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 4 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: backups that were restored once (security-officer); a load test (ralph or lmacken); the sponsor's staging sign-off again (kevin). `!rfr next badges` says what to type.
| production on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/; follows rfr-2027@4c324610497e of the SOP.
<kevin> !rfr undo badges
| kevin: badges: undone: follows the edition rfr-2027@4c324610497e of the SOP in place of audit@95b2418cd394: backups matter more; staging sign-off outdated: it went over to rfr-2027. It is in staging; sponsor kevin (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the security officer tagged in the ticket. `!rfr next badges` tells more.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 3 of 4 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: the security officer tagged in the ticket (ralph or lmacken). `!rfr next badges` says what to type.
| production on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
