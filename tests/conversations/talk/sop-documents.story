# SOP documents have kinds, each of which is asked for once; that one is not needed counts and shows, with the reason.
-- after setup/development.story
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
<ralph> !rfr sop badges update https://docs.example.org/sop/badges-update
| ralph: badges: SOP linked, https://docs.example.org/sop/badges-update (update).
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on troubleshooting? `!rfr sop badges troubleshooting URL`, or `!rfr sop badges troubleshooting none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr sop badges troubleshooting none it restarts by itself
| ralph: badges: no troubleshooting SOP is needed: it restarts by itself.
| Should there be a document on other tasks for when those who know it are away? `!rfr sop badges other URL`, or `!rfr sop badges other none WHY…`.
<ralph> !rfr sops badges
| ralph: badges: SOP documents: https://docs.example.org/sop/badges-update (update); no troubleshooting SOP needed: it restarts by itself (ralph 2026-03-02).
| To be considered: SOP for other tasks (`!rfr sop badges other URL` or `!rfr sop badges other none WHY…`).
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), SOP for other tasks (`!rfr sop badges other URL` or `!rfr sop badges other none WHY…`).
<ralph> !rfr sop badges other none
| ralph: “sop” needs WHY…; usage: `!rfr sop badges [KIND] none WHY…|URL`, for example `!rfr sop badges update https://docs.example.org/sop/badges`.
<ralph> !rfr sop badges other none nothing else is to be done
| ralph: badges: no SOP for other tasks is needed: nothing else is to be done.
<ralph> !rfr sop badges other none nothing else is to be done
| ralph: badges: that no SOP for other tasks is needed was already recorded by ralph on 2026-03-02; nothing changed.
<ralph> !rfr sops badges
| ralph: badges: SOP documents: https://docs.example.org/sop/badges-update (update); no troubleshooting SOP needed: it restarts by itself (ralph 2026-03-02); no SOP for other tasks needed: nothing else is to be done (ralph 2026-03-02).
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off).
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▱▱▱ development 2 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign development: kevin types `!rfr signoff development badges`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] questions; [x] sops (ralph 2026-03-02); [ ] open: signoff-development.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: update https://docs.example.org/sop/badges-update, no troubleshooting SOP needed: it restarts by itself (ralph 2026-03-02), no SOP for other tasks needed: nothing else is to be done (ralph 2026-03-02).
| Questions: (1) Should it be load balanced? yes, two nodes behind the proxies [by ralph on 2026-03-02]; (2) Does it need caching? no, the pages are small [by ralph on 2026-03-02]; (3) Can it live on its own instance, apart from more critical services? yes, two virtual hosts of its own [by ralph on 2026-03-02]; (4) Who is involved in deploying and maintaining it? ralph, lmacken (maintainer) [by ralph on 2026-03-02].
| Around it: no date for production; freezes: none is in force, and none is predicted; away: nobody of those involved.
<ralph> !rfr sop badges other https://docs.example.org/sop/badges-other
| ralph: badges: SOP linked, https://docs.example.org/sop/badges-other (other).
<ralph> !rfr sops badges
| ralph: badges: SOP documents: https://docs.example.org/sop/badges-update (update); https://docs.example.org/sop/badges-other (other); no troubleshooting SOP needed: it restarts by itself (ralph 2026-03-02).
<ralph> !rfr undone badges sops they are wrong
| ralph: badges: SOPs taken back: they are wrong.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr sop badges update none it is updated with the host
| ralph: badges: no update SOP is needed: it is updated with the host.
| Should there be a document on troubleshooting? `!rfr sop badges troubleshooting URL`, or `!rfr sop badges troubleshooting none WHY…`.
<ralph> !rfr sop badges troubleshooting none it restarts by itself
| ralph: badges: no troubleshooting SOP is needed: it restarts by itself.
| Should there be a document on other tasks for when those who know it are away? `!rfr sop badges other URL`, or `!rfr sop badges other none WHY…`.
<ralph> !rfr sop badges other none nothing else is to be done
| ralph: badges: no SOP for other tasks is needed: nothing else is to be done.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off).
