# Questions are asked by anybody, answered by anybody, and withdrawn by who asked or who takes part.
-- after setup/development.story
<maja> !rfr ask badges Who can award a badge?
| maja: badges: question 5 opened: Who can award a badge?
| Still missing for staging: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<mallory> !rfr ask badges Why?
| mallory: badges: question 6 opened: Why?
| Still missing for staging: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) an answer to question 6 (“Why?”): `!rfr answer badges 6 …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (4) the sponsor's development sign-off: up to kevin once the rest is there.
<smooge> !rfr ask badges How long are awards kept?
| smooge: badges: question 7 opened: How long are awards kept?
| Still missing for staging: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) an answer to question 6 (“Why?”): `!rfr answer badges 6 …`; (3) an answer to question 7 (“How long are awards kept?”): `!rfr answer badges 7 …`; (4) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (5) the sponsor's development sign-off: up to kevin once the rest is there.
<mallory> !rfr withdraw badges 5
| mallory: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr withdraw badges 6
| mallory: badges: question 6 withdrawn.
| Still missing for staging: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) an answer to question 7 (“How long are awards kept?”): `!rfr answer badges 7 …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (4) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr withdraw badges 7
| ralph: badges: question 7 withdrawn.
| Still missing for staging: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr answer badges 5 members of sysadmin-badges
| ralph: badges: question 5 answered: members of sysadmin-badges.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr answer badges 5 nobody
| ralph: badges: question 5 was already answered (“members of sysadmin-badges”) by ralph on 2026-03-02; nothing changed; to correct it, give the new answer and why: `!rfr answer badges 5 ANSWER -- WHY`.
<ralph> !rfr answer badges 6 because
| ralph: badges: question 6 was withdrawn by mallory on 2026-03-02; nothing changed.
<ralph> !rfr questions badges
| ralph: badges: 0 of 7 questions open.
| (1) Should it be load balanced? — yes, two nodes behind the proxies [answered by ralph on 2026-03-02]
| (2) Does it need caching? — no, the pages are small [answered by ralph on 2026-03-02]
| (3) Can it live on its own instance, apart from more critical services? — yes, two virtual hosts of its own [answered by ralph on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — ralph, lmacken (maintainer) [answered by ralph on 2026-03-02]
| (5) Who can award a badge? — members of sysadmin-badges [answered by ralph on 2026-03-02]
| (6) Why? [withdrawn by mallory on 2026-03-02]
| (7) How long are awards kept? [withdrawn by ralph on 2026-03-02]
| Decided: caching: no, the pages are small; load-balancing: yes, two nodes behind the proxies; deployment: yes, two virtual hosts of its own.
<ralph> !rfr questions
| ralph: No RFR has an open question.
