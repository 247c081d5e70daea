# Development does not begin before it is known who deploys and maintains it.
-- after setup/planning.story
<ralph> !rfr discussed badges https://lists.example.org/archives/thread/AAAA/
| ralph: badges: list discussion recorded, https://lists.example.org/archives/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr advance badges
| ralph: badges stays in planning; development needs: somebody who deploys and maintains it: `!rfr people badges add NAME`. `!rfr why` shows the rules.
<ralph> !rfr people badges add lmacken
| ralph: badges: lmacken recorded as maintainer; question 4 answered: lmacken (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
| Mind: only lmacken maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
