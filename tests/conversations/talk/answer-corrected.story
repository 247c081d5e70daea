# An answer can be corrected with a reason by those who may; what it takes the place of stays in view, and a sign-off that rested on it no longer counts.
-- after setup/staging.story
-- person mallory
-- time 2026-03-10
<mallory> !rfr ask badges Who pays for it?
| mallory: badges: question 5 opened: Who pays for it?
| Still missing for production: (1) an answer to question 5 (“Who pays for it?”): `!rfr answer badges 5 …`; (2) a date for production: `!rfr schedule badges DATE`; (3) the sponsor's staging sign-off: up to kevin once the rest is there.
<mallory> !rfr answer badges 5 nobody
| mallory: badges: question 5 answered: nobody.
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<ralph> !rfr answer badges 5 the team
| ralph: badges: question 5 was already answered (“nobody”) by mallory on 2026-03-10; nothing changed; to correct it, give the new answer and why: `!rfr answer badges 5 ANSWER -- WHY`.
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with config-management, still open: schedule, integration, staging-testing, staging-mail.
| Still missing for production: a date for production: `!rfr schedule badges DATE`.
<vera> !rfr answer badges 5 the project -- they offered
| vera: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
<mallory> !rfr answer badges 5 the team -- I asked again
| mallory: badges: answer to question 5 corrected: the team (in place of: nobody): I asked again.
| The staging sign-off of badges no longer counts, because the answer to question 5 was corrected; the sponsor must renew it (by mallory; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off again. `!rfr next badges` tells more.
<ralph> !rfr correct badges 5 the project -- the board voted
| ralph: badges: answer to question 5 corrected: the project (in place of: the team): the board voted.
<ralph> !rfr correct badges 5 the project -- the board voted
| ralph: badges: question 5 was already answered (“the project”) by ralph on 2026-03-10; nothing changed; to correct it, give the new answer and why: `!rfr answer badges 5 ANSWER -- WHY`.
<ralph> !rfr answer badges 2 yes, two nodes -- the load test says so
| ralph: badges: answer to question 2 corrected: yes, two nodes (in place of: no, the pages are small): the load test says so; caching decided: yes, two nodes (in place of: no, the pages are small).
<ralph> !rfr questions badges
| ralph: badges: 0 of 5 questions open.
| (1) Should it be load balanced? — yes, two nodes behind the proxies [answered by ralph on 2026-03-02]
| (2) Does it need caching? — no, the pages are small (by ralph on 2026-03-02), then: yes, two nodes [corrected by ralph on 2026-03-10: the load test says so]
| (3) Can it live on its own instance, apart from more critical services? — yes, two virtual hosts of its own [answered by ralph on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — ralph, lmacken (maintainer) [answered by ralph on 2026-03-02]
| (5) Who pays for it? — nobody (by mallory on 2026-03-10), then: the team (by mallory on 2026-03-10), then: the project [corrected by ralph on 2026-03-10: the board voted]
| Decided: caching: yes, two nodes (in place of: no, the pages are small, by ralph on 2026-03-02); load-balancing: yes, two nodes behind the proxies; deployment: yes, two virtual hosts of its own.
<kevin> !rfr next badges
| kevin: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off again, because the answer to question 5 was corrected: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr history badges
| ralph: badges: 19 changes, newest first.
| 2026-03-10 12:00 ralph: answer to question 2 corrected: yes, two nodes (in place of: no, the pages are small): the load test says so; caching decided: yes, two nodes (in place of: no, the pages are small) [libera/#fedora-admin]
| 2026-03-10 12:00 ralph: answer to question 5 corrected: the project (in place of: the team): the board voted [libera/#fedora-admin]
| 2026-03-10 12:00 mallory: answer to question 5 corrected: the team (in place of: nobody): I asked again; staging sign-off outdated: the answer to question 5 was corrected [libera/#fedora-admin]
| 2026-03-10 12:00 kevin: staging signed off [libera/#fedora-admin]
| 2026-03-10 12:00 mallory: question 5 answered: nobody [libera/#fedora-admin]
| 2026-03-10 12:00 mallory: question 5 opened: Who pays for it? [libera/#fedora-admin]
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
<ralph> !rfr undo badges
| ralph: badges: the last change was undone (answer to question 2 corrected: yes, two nodes: the load test says so; caching decided: yes, two nodes).
<ralph> !rfr questions badges
| ralph: badges: 0 of 5 questions open.
| (1) Should it be load balanced? — yes, two nodes behind the proxies [answered by ralph on 2026-03-02]
| (2) Does it need caching? — no, the pages are small [answered by ralph on 2026-03-02]
| (3) Can it live on its own instance, apart from more critical services? — yes, two virtual hosts of its own [answered by ralph on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — ralph, lmacken (maintainer) [answered by ralph on 2026-03-02]
| (5) Who pays for it? — nobody (by mallory on 2026-03-10), then: the team (by mallory on 2026-03-10), then: the project [corrected by ralph on 2026-03-10: the board voted]
| Decided: caching: no, the pages are small; load-balancing: yes, two nodes behind the proxies; deployment: yes, two virtual hosts of its own.
-- restart
<ralph> !rfr questions badges
| ralph: badges: 0 of 5 questions open.
| (1) Should it be load balanced? — yes, two nodes behind the proxies [answered by ralph on 2026-03-02]
| (2) Does it need caching? — no, the pages are small [answered by ralph on 2026-03-02]
| (3) Can it live on its own instance, apart from more critical services? — yes, two virtual hosts of its own [answered by ralph on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — ralph, lmacken (maintainer) [answered by ralph on 2026-03-02]
| (5) Who pays for it? — nobody (by mallory on 2026-03-10), then: the team (by mallory on 2026-03-10), then: the project [corrected by ralph on 2026-03-10: the board voted]
| Decided: caching: no, the pages are small; load-balancing: yes, two nodes behind the proxies; deployment: yes, two virtual hosts of its own.
