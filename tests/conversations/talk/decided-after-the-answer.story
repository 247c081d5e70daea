# What is decided after an answer stands beside it, and a decision says what it replaces.
-- after setup/planning.story
<ralph> !rfr answer badges 2 no
| ralph: badges: question 2 answered: no; caching decided: no.
<ralph> !rfr questions badges
| ralph: badges: 3 of 4 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? [asked by the SOP]
| (2) Does it need caching? — no [answered by ralph on 2026-03-02]
| Decided: caching: no.
-- in 1 day
<lmacken> !rfr decide badges caching two nodes
| lmacken: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<kevin> !rfr decide badges caching two nodes
| kevin: badges: caching decided: two nodes (in place of: no).
<ralph> !rfr questions badges
| ralph: badges: 3 of 4 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? [asked by the SOP]
| (2) Does it need caching? — no, then: two nodes [decided by kevin on 2026-03-03; answered by ralph on 2026-03-02]
| Decided: caching: two nodes (in place of: no, by ralph on 2026-03-02).
<ralph> !rfr answer badges 2 no
| ralph: badges: question 2 was already answered (“no”) by ralph on 2026-03-02; nothing changed, and decided since: two nodes; to correct it, give the new answer and why: `!rfr answer badges 2 ANSWER -- WHY`.
<ralph> !rfr answer badges 2 -- the load test
| ralph: badges: question 2 was already answered (“no”) by ralph on 2026-03-02; nothing changed, and decided since: two nodes; to correct it, give the new answer and why: `!rfr answer badges 2 ANSWER -- WHY`.
<ralph> !rfr answer badges 2 three nodes -- the load test says so
| ralph: badges: answer to question 2 corrected: three nodes (in place of: two nodes): the load test says so; caching decided: three nodes (in place of: two nodes).
<ralph> !rfr questions badges
| ralph: badges: 3 of 4 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? [asked by the SOP]
| (2) Does it need caching? — no (by ralph on 2026-03-02), then: two nodes (decided by kevin on 2026-03-03), then: three nodes [corrected by ralph on 2026-03-03: the load test says so]
| Decided: caching: three nodes (in place of: two nodes, by kevin on 2026-03-03).
<ralph> !rfr history badges
| ralph: badges: 6 changes, newest first.
| 2026-03-03 14:00 ralph: answer to question 2 corrected: three nodes (in place of: two nodes): the load test says so; caching decided: three nodes (in place of: two nodes) [libera/#fedora-admin]
| 2026-03-03 14:00 kevin: caching decided: two nodes (in place of: no) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 2 answered: no; caching decided: no [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
