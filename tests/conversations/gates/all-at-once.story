# A shut gate names everything that is missing in one reply, so that nobody is sent away twice.
-- after setup/planning.story
<ralph> !rfr discussed badges https://lists.example.org/archives/thread/AAAA/
| ralph: badges: list discussion recorded, https://lists.example.org/archives/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr people badges add ralph
| ralph: badges: ralph recorded as maintainer; question 4 answered: ralph (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
<ralph> !rfr advance badges
| ralph: badges stays in development; staging needs: (1) a decision on caching: `!rfr decide badges caching …`; (2) a decision on load-balancing: `!rfr decide badges load-balancing …`; (3) a decision on deployment: `!rfr decide badges deployment …`; (4) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (5) the sponsor's development sign-off: up to kevin once the rest is there. `!rfr why` shows the rules.
<ralph> !rfr why
| ralph: badges stayed in development, because the SOP says:
| development (questions): Every outstanding question from the list must be answered, and caching, load balancing and how best to deploy must be decided.
| development (sops): Any SOP that the service needs must be added: update, troubleshooting, tasks for when those who know it are away.
| development (signoff-development): The RFR sponsor must sign off that the resource is ready for the next step.
