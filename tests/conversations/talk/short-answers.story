# Whoever chose short answers is answered in one line, and all of it comes by more; nobody else notices.
-- after setup/staging.story
-- login vera vera
-- identity vera libera/vera
-- person vera
<ralph> !rfr prefs
| ralph: I answer you in full; in one line: `!rfr prefs short on`. Who asks you by name calls you, and reminders do not: `!rfr remind me on|off|dm`.
<ralph> !rfr prefs short on
| ralph: From now on I answer you in one line; all of it comes by `!rfr more`.
<ralph> !rfr prefs short on
| ralph: I answer you in one line already.
<ralph> !rfr ask badges Who pays for it?
| ralph: badges: question 5 opened: Who pays for it? … `!rfr more`
<ralph> !rfr status badges
| ralph: badges: ▰▰▰▰▱▱ staging 0 of 3 since today; sponsor kevin; needs an answer to question 5 (ralph or lmacken) and 2 more. … `!rfr more`
<ralph> !rfr more
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: an answer to question 5 and a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| 1 open question (5); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr next badges
| ralph: badges: needs an answer to question 5 and a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). … `!rfr more`
<ralph> !rfr list
| ralph: 1 RFR open: badges. … `!rfr more`
<ralph> !rfr review badges
| ralph: badges: To sign staging: up to kevin once the rest is there. … `!rfr more`
<ralph> !rfr todo
| ralph: 2 things wait for ralph, oldest first: badges: question 5, open since today: “Who pays for it?”: `!rfr answer badges 5 ANSWER…` … `!rfr more`
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in staging; 1 open question. … `!rfr more`
<ralph> !rfr questions badges
| ralph: badges: 1 of 5 questions open. … `!rfr more`
<ralph> !rfr history badges
| ralph: badges: 14 changes, newest first. 2026-03-02 14:00 ralph: question 5 opened: Who pays for it? [libera/#fedora-admin] … `!rfr more`
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; ralph (maintainer), lmacken (maintainer).
<kevin> !rfr next badges
| kevin: badges cannot move from staging to production today.
| Missing: (1) an answer to question 5 (“Who pays for it?”): `!rfr answer badges 5 …`; (2) a date for production: `!rfr schedule badges DATE`; (3) the sponsor's staging sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
-- restart
<ralph> !rfr next badges
| ralph: badges: needs an answer to question 5 and a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). … `!rfr more`
<ralph> !rfr undo
| ralph: badges: the last change was undone (question 5 opened: Who pays for it?). … `!rfr more`
<ralph> !rfr prefs short off
| ralph: From now on I answer you in full.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr prefs short on
| ralph: From now on I answer you in one line; all of it comes by `!rfr more`.
<ralph> !rfr ask badges Who pays for it?
| ralph: badges: question 5 opened: Who pays for it? … `!rfr more`
<ralph> !rfr more
| ralph: badges: question 5 opened: Who pays for it?
| Still missing for production: (1) an answer to question 5 (“Who pays for it?”): `!rfr answer badges 5 …`; (2) a date for production: `!rfr schedule badges DATE`; (3) the sponsor's staging sign-off: up to kevin once the rest is there.
