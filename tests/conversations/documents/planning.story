# Planning ends when the list has discussed it and somebody is named who looks after it.
-- after documents/request.story
<vera> !rfr discussed badges https://lists.example.org/archives/list/infrastructure/thread/AAAA/
| vera: badges: list discussion recorded, https://lists.example.org/archives/list/infrastructure/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<vera> !rfr people badges add vera hugo as maintainer
| vera: badges: vera recorded as maintainer; hugo recorded as maintainer; question 4 answered: vera, hugo (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
| * badges: vera recorded you as maintainer. If you are not: `!rfr people badges remove hugo`.
| (calls hugo)
<vera> !rfr decide badges caching no, the pages are small
| vera: badges: caching decided: no, the pages are small; question 2 answered: no, the pages are small.
<vera> !rfr decide badges load-balancing yes, two nodes behind the proxies
| vera: badges: load-balancing decided: yes, two nodes behind the proxies; question 1 answered: yes, two nodes behind the proxies.
<vera> !rfr decide badges deployment yes, two virtual hosts of its own
| vera: badges: deployment decided: yes, two virtual hosts of its own; question 3 answered: yes, two virtual hosts of its own.
<vera> !rfr advance badges
| vera: badges (Badges for everyone) moved from planning to development (by vera; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
