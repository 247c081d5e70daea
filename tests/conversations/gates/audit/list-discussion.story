# The SOP of 2017 wants a discussion on the list too.
-- after setup/audit-planning.story
<ralph> !rfr people badges add ralph lmacken
| ralph: badges: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<ralph> !rfr advance badges
| ralph: badges stays in planning; development needs: a discussion on the infrastructure list: `!rfr discussed badges URL`. `!rfr why` shows the rules.
<ralph> !rfr discussed badges https://lists.example.org/archives/thread/AAAA/
| ralph: badges: list discussion recorded, https://lists.example.org/archives/thread/AAAA/.
| Every MUST for development is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the security officer tagged in the ticket; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: audit-requested, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
