# Where the operator wants it so, a marked question opens at once, and makes the sign-off outdated like any question.
-- list
-- open questions
-- announce libera/#fedora-admin
-- after setup/development.story
<kevin> !rfr signoff development badges
| kevin: badges: development signed off.
| It covers questions; left open: sops, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Still missing for staging: the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`.
-- mail from Pierre-Yves <pingou@example.org> on [badges] awards: Question: How long are awards kept? //// Who knows?
| * badges: mail on the list from Pierre-Yves (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/RWWQI2K33ZTKMGL7YFCMF4ADYZCDG5CO/; question 5 is open by it; the development sign-off no longer counts.
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: (1) the sponsor's development sign-off again, because question 5 was opened: kevin types `!rfr signoff development badges`; (2) an answer to question 5 (“How long are awards kept? (asked on the list by Pierre-Yves)”): `!rfr answer badges 5 …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr questions badges
| ralph: badges: 1 of 5 questions open.
| (5) How long are awards kept? (asked on the list by Pierre-Yves) [asked by mailing-list on 2026-03-02]
| (1) Should it be load balanced? — yes, two nodes behind the proxies [answered by ralph on 2026-03-02]
| (2) Does it need caching? — no, the pages are small [answered by ralph on 2026-03-02]
| (3) Can it live on its own instance, apart from more critical services? — yes, two virtual hosts of its own [answered by ralph on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — ralph, lmacken (maintainer) [answered by ralph on 2026-03-02]
| Decided: caching: no, the pages are small; load-balancing: yes, two nodes behind the proxies; deployment: yes, two virtual hosts of its own.
