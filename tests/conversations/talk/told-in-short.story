# Sign-offs, dates and who was asked to sponsor are told in one short line elsewhere; questions and answers, where they were given in private; and an undo says what it undid.
-- after setup/staging.story
-- announce libera/#fedora-admin libera/#fedora-noc
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
| [libera/#fedora-noc] * New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<mallory> !rfr sponsor koschei kevin
| mallory: koschei: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept koschei`.
| [libera/#fedora-noc] * koschei: kevin was asked to sponsor it (by mallory).
| * koschei (Continuous integration for packages): mallory asks kevin to sponsor it: `!rfr accept koschei` or `!rfr decline koschei`.
| (calls kevin)
<kevin> !rfr decline koschei no time this month
| kevin: koschei: the sponsorship was declined; noted: no time this month.
| Still missing for planning: a sponsor who accepted: a sysadmin-main member types `!rfr sponsor koschei`.
| [libera/#fedora-noc] * koschei: the sponsorship was declined: no time this month (by kevin).
<maja> !rfr ask badges in the open?
| maja: badges: question 5 opened: in the open?
| Still missing for production: (1) an answer to question 5 (“in the open?”): `!rfr answer badges 5 …`; (2) a date for production: `!rfr schedule badges DATE`; (3) the sponsor's staging sign-off: up to kevin once the rest is there.
<ralph> !rfr answer badges 5 yes
| ralph: badges: question 5 answered: yes.
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| [libera/#fedora-noc] * badges: production deployment on Tuesday 2026-03-10 (by ralph).
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr undo
| ralph: badges: the last change was undone (production deployment on Tuesday 2026-03-10); no day for production is named any more.
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| [libera/#fedora-noc] * badges: undone: production deployment on Tuesday 2026-03-10 (by ralph).
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| [libera/#fedora-noc] * badges: production deployment on Tuesday 2026-03-10 (by ralph).
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr schedule badges 2026-03-11
| ralph: badges: production deployment on Wednesday 2026-03-11, in 9 days (was 2026-03-10).
| [libera/#fedora-noc] * badges: production deployment on Wednesday 2026-03-11 (was 2026-03-10) (by ralph).
-- private libera
<mallory> sponsor koschei smooge
| koschei: smooge was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: smooge was asked and types `!rfr accept koschei`.
| [libera/#fedora-noc] * koschei: smooge was asked to sponsor it (by mallory).
| [libera/#fedora-admin] * koschei (Continuous integration for packages): mallory asks smooge to sponsor it: `!rfr accept koschei` or `!rfr decline koschei`.
| [libera/#fedora-admin] (calls smooge)
<maja> ask badges and alone?
| badges: question 6 opened: and alone?
| Still missing for production: (1) an answer to question 6 (“and alone?”): `!rfr answer badges 6 …`; (2) the sponsor's staging sign-off: up to kevin once the rest is there.
| [libera/#fedora-admin] * badges: question 6 opened: and alone? (by maja).
| [libera/#fedora-noc] * badges: question 6 opened: and alone? (by maja).
<ralph> answer badges 6 yes
| badges: question 6 answered: yes.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| [libera/#fedora-admin] * badges: question 6 answered: yes (by ralph).
| [libera/#fedora-noc] * badges: question 6 answered: yes (by ralph).
| [libera/#fedora-admin] * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| [libera/#fedora-admin] (calls kevin)
<ralph> undo
| badges: the last change was undone (question 6 answered: yes).
| Still missing for production: (1) an answer to question 6 (“and alone?”): `!rfr answer badges 6 …`; (2) the sponsor's staging sign-off: up to kevin once the rest is there.
| [libera/#fedora-admin] * badges: undone: question 6 answered: yes (by ralph).
| [libera/#fedora-noc] * badges: undone: question 6 answered: yes (by ralph).
<ralph> answer badges 6 no
| badges: question 6 answered: no.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| [libera/#fedora-admin] * badges: question 6 answered: no (by ralph).
| [libera/#fedora-noc] * badges: question 6 answered: no (by ralph).
| [libera/#fedora-admin] * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| [libera/#fedora-admin] (calls kevin)
<ralph> decide badges caching two nodes
| badges: caching decided: two nodes (in place of: no, the pages are small).
| [libera/#fedora-admin] * badges: caching decided: two nodes (in place of: no, the pages are small) (by ralph).
| [libera/#fedora-noc] * badges: caching decided: two nodes (in place of: no, the pages are small) (by ralph).
<kevin> signoff staging badges -- all is well
| badges: staging signed off “all is well” with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| [libera/#fedora-admin] * badges: staging signed off “all is well”, still open: integration, staging-testing, staging-mail (by kevin).
| [libera/#fedora-noc] * badges: staging signed off “all is well”, still open: integration, staging-testing, staging-mail (by kevin).
<kevin> unsign staging badges too early
| badges: staging sign-off taken back: too early.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| [libera/#fedora-admin] * badges: staging sign-off taken back: too early (by kevin).
| [libera/#fedora-noc] * badges: staging sign-off taken back: too early (by kevin).
<ralph> note badges nobody needs to hear that
| badges: noted: nobody needs to hear that.
