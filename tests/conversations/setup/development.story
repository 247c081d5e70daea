# Discussed on the list, with maintainers named and three questions answered, it goes into development.
-- after setup/planning.story
<ralph> !rfr discussed badges https://lists.example.org/archives/thread/AAAA/
| ralph: badges: list discussion recorded, https://lists.example.org/archives/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr people badges add ralph lmacken
| ralph: badges: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<ralph> !rfr answer badges 1 yes, two nodes behind the proxies
| ralph: badges: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies.
<ralph> !rfr answer badges 2 no, the pages are small
| ralph: badges: question 2 answered: no, the pages are small; caching decided: no, the pages are small.
<ralph> !rfr answer badges 3 yes, two virtual hosts of its own
| ralph: badges: question 3 answered: yes, two virtual hosts of its own; deployment decided: yes, two virtual hosts of its own.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
