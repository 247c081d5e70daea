# Whoever says that no document is needed is told so in these words, wherever it is looked at.
-- after setup/development.story
<ralph> !rfr sop badges none needed
| ralph: badges: sops done “none needed”.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr sops badges
| ralph: badges: SOP documents: none needed (ralph 2026-03-02).
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▱▱▱ development 2 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign development: kevin types `!rfr signoff development badges`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] questions; [x] sops (ralph 2026-03-02 “none needed”); [ ] open: signoff-development.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: none needed (ralph 2026-03-02).
| Questions: (1) Should it be load balanced? yes, two nodes behind the proxies [by ralph on 2026-03-02]; (2) Does it need caching? no, the pages are small [by ralph on 2026-03-02]; (3) Can it live on its own instance, apart from more critical services? yes, two virtual hosts of its own [by ralph on 2026-03-02]; (4) Who is involved in deploying and maintaining it? ralph, lmacken (maintainer) [by ralph on 2026-03-02].
| Around it: no date for production; freezes: none is in force, and none is predicted; away: nobody of those involved.
<ralph> !rfr undo
| ralph: badges: the last change was undone (sops done “none needed”).
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr sop badges none needed, it is static
| ralph: badges: sops done “it is static”.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr sops badges
| ralph: badges: SOP documents: none needed: it is static (ralph 2026-03-02).
<ralph> !rfr undo
| ralph: badges: the last change was undone (sops done “it is static”).
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr done badges sops because it is trivial
| ralph: badges: sops done “because it is trivial”.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr sops badges
| ralph: badges: SOP documents: none needed: because it is trivial (ralph 2026-03-02).
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▱▱▱ development 2 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign development: kevin types `!rfr signoff development badges`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] questions; [x] sops (ralph 2026-03-02 “none needed: because it is trivial”); [ ] open: signoff-development.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: none needed: because it is trivial (ralph 2026-03-02).
| Questions: (1) Should it be load balanced? yes, two nodes behind the proxies [by ralph on 2026-03-02]; (2) Does it need caching? no, the pages are small [by ralph on 2026-03-02]; (3) Can it live on its own instance, apart from more critical services? yes, two virtual hosts of its own [by ralph on 2026-03-02]; (4) Who is involved in deploying and maintaining it? ralph, lmacken (maintainer) [by ralph on 2026-03-02].
| Around it: no date for production; freezes: none is in force, and none is predicted; away: nobody of those involved.
<ralph> !rfr undo
| ralph: badges: the last change was undone (sops done “because it is trivial”).
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr done badges sops https://docs.example.org/sop/badges
| ralph: badges: sops done “https://docs.example.org/sop/badges”.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr sops badges
| ralph: badges: SOP documents: https://docs.example.org/sop/badges (ralph 2026-03-02).
<ralph> !rfr sop badges update none needed
| ralph: badges: no update SOP is needed.
<ralph> !rfr done badges
| ralph: “done” needs ITEM; usage: `!rfr done badges ITEM… [NOTE…]`, for example `!rfr done badges packages all in EPEL`; what is open: `!rfr next badges`.
