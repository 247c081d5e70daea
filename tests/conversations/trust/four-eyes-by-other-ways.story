# Four eyes hold on every way to the same state: an asking, a handover, an undo, a revert taken back, a reopening.
-- after setup/production.story
<kevin> !rfr new pkgdb #4400 Who maintains what
| kevin: New RFR pkgdb: Who maintains what (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: planning, which needs a sponsor who accepted. `!rfr next pkgdb` tells more.
<kevin> !rfr sponsor pkgdb
| kevin: pkgdb (Who maintains what) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4400). Next: planning, by `!rfr advance pkgdb`.
-- four eyes
<kevin> !rfr unsponsor pkgdb no time
| kevin: pkgdb (Who maintains what) has no sponsor any more: no time (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: planning, which needs a sponsor who accepted. `!rfr next pkgdb` tells more.
<kevin> !rfr undo pkgdb
| kevin: pkgdb: who requested it does not sponsor it here. Another member of sysadmin-main can: `!rfr sponsor pkgdb NAME`.
<smooge> !rfr sponsor pkgdb kevin
| smooge: pkgdb: who requested it does not sponsor it here. Another member of sysadmin-main can: `!rfr sponsor pkgdb NAME`.
<kevin> !rfr next pkgdb
| kevin: pkgdb cannot move from pre-sponsorship to planning today.
| Missing: a sponsor who accepted: a sysadmin-main member types `!rfr sponsor pkgdb`.
| Four eyes: kevin requested it, so somebody else sponsors it.
| Open, and blocking nothing: packages (`!rfr done pkgdb ITEM` ticks one off), second-person (`!rfr people pkgdb add NAME`).
<smooge> !rfr sponsor pkgdb
| smooge: pkgdb (Who maintains what) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4400). Next: planning, by `!rfr advance pkgdb`.
<smooge> !rfr handover pkgdb kevin
| smooge: pkgdb: who requested it does not sponsor it here. Another member of sysadmin-main can: `!rfr handover pkgdb NAME`.
<kevin> !rfr revert badges staging the database is slow
| kevin: badges (Badges for everyone) went back from production to staging: the database is slow (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| To be earned again: the staging sign-off, the production date.
| Checklist of staging: integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
<kevin> !rfr undo badges
| kevin: badges: you signed staging, and here somebody else moves it into production. One of those involved types `!rfr advance badges`.
<kevin> !rfr why
| kevin: Your last refusal: badges: you signed staging, and here somebody else moves it into production. One of those involved types `!rfr advance badges`.
| House rule (four_eyes in the bot's config): who requested a resource does not sponsor it, and who signed it off does not move it into production.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off again (kevin). `!rfr next badges` says what to type.
| Went back from production by kevin on 2026-03-03: the database is slow.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
-- two eyes
<kevin> !rfr undo badges
| kevin: badges: undone: went back from production to staging: the database is slow; staging sign-off outdated: it went back to staging; production date taken back: it went back to staging. It is in production; sponsor kevin (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
-- four eyes
<kevin> !rfr remove badges replaced
| kevin: badges (Badges for everyone) was removed (it was in production): replaced (by kevin; https://forge.example.org/infra/tickets/issues/4321).
<kevin> !rfr undo badges
| kevin: badges: you signed staging, and here somebody else moves it into production. One of those involved types `!rfr advance badges`.
<kevin> !rfr reopen badges it is needed
| kevin: badges: you signed staging, and here somebody else moves it into production. One of those involved types `!rfr advance badges`.
<smooge> !rfr reopen badges it is needed
| smooge: badges (Badges for everyone) is open again, in production: it is needed (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
<smooge> !rfr revert badges staging the database is slow
| smooge: badges (Badges for everyone) went back from production to staging: the database is slow (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| To be earned again: the staging sign-off, the production date.
| Checklist of staging: integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
<smooge> !rfr schedule badges tomorrow
| smooge: badges: production deployment on Wednesday 2026-03-04, tomorrow.
| Still missing for production: the sponsor's staging sign-off again, because it went back to staging: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<smooge> !rfr next badges
| smooge: badges can move to production today: `!rfr advance badges`.
| Four eyes: kevin signed staging, so somebody else moves it into production.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<kevin> !rfr advance badges
| kevin: badges: you signed staging, and here somebody else moves it into production. One of those involved types `!rfr advance badges`.
<smooge> !rfr advance badges
| smooge: badges (Badges for everyone) moved from staging to production (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: the deployment was scheduled for Wednesday 2026-03-04, which is still ahead.
