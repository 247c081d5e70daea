# A shut gate names everything that is missing in one reply, so that nobody is sent away twice.
-- after setup/planning.story
<ralph> !rfr discussed badges https://lists.example.org/archives/thread/AAAA/
| ralph: badges: list discussion recorded, https://lists.example.org/archives/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr people badges add ralph
| ralph: badges: ralph recorded as maintainer; question 4 answered: ralph (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off; every question answered; caching, load balancing and deployment decided; the SOPs that it needs. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
<ralph> !rfr advance badges
| ralph: badges stays in development; staging needs: (1) the sponsor's development sign-off: kevin types `!rfr signoff development badges`; (2) an answer to question 1 (“Should it be load balanced?”): `!rfr answer badges 1 …`; (3) an answer to question 2 (“Does it need caching?”): `!rfr answer badges 2 …`; (4) an answer to question 3 (“Can it live on its own instance, apart from more critical s…”): `!rfr answer badges 3 …`; (5) a decision on caching: `!rfr decide badges caching …`; (6) a decision on load-balancing: `!rfr decide badges load-balancing …`; (7) a decision on deployment: `!rfr decide badges deployment …`; (8) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`. `!rfr why` shows the rules.
<ralph> !rfr why
| ralph: Your last refusal: badges stays in development; staging needs: (1) the sponsor's development sign-off: kevin types `!rfr signoff development badges`; (2) an answer to question 1 (“Should it be load balanced?”): `!rfr answer badges 1 …`; (3) an answer to question 2 (“Does it need caching?”): `!rfr answer badges 2 …`; (4) an answer to question 3 (“Can it live on its own instance, apart from more critical s…”): `!rfr answer badges 3 …`; (5) a decision on caching: `!rfr decide badges caching …`; (6) a decision on load-balancing: `!rfr decide badges load-balancing …`; (7) a decision on deployment: `!rfr decide badges deployment …`; (8) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`. `!rfr why` shows the rules.
| SOP, development (signoff-development): The RFR sponsor must sign off that the resource is ready for the next step.
| SOP, development (questions): Every outstanding question from the list must be answered, and caching, load balancing and how best to deploy must be decided.
| SOP, development (sops): Any SOP that the service needs must be added: update, troubleshooting, tasks for when those who know it are away.
