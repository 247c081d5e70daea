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
<ralph> !rfr answer badges 2 -- the load test
<ralph> !rfr answer badges 2 three nodes -- the load test says so
<ralph> !rfr questions badges
<ralph> !rfr history badges
