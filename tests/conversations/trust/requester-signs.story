# The requester does not sign, not even as a member of sysadmin-main.
-- after setup/team.story
<smooge> !rfr new badges 4321 Badges for everyone
| smooge: New RFR badges: Badges for everyone (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<smooge> !rfr advance badges
| smooge: badges (Badges for everyone) moved from pre-sponsorship to planning (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<smooge> !rfr discussed badges https://lists.example.org/archives/thread/AAAA/
| smooge: badges: list discussion recorded, https://lists.example.org/archives/thread/AAAA/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<smooge> !rfr people badges add ralph lmacken
| smooge: badges: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
| * badges: smooge recorded you as maintainer. If you are not: `!rfr people badges remove ralph`.
| (calls ralph)
| * badges: smooge recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<smooge> !rfr advance badges
| smooge: badges (Badges for everyone) moved from planning to development (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
<smooge> !rfr signoff development badges
| smooge: badges: only its sponsor signs off, and that is kevin. What it needs: `!rfr next badges`.
<ralph> !rfr signoff development badges
| ralph: badges: only its sponsor signs off, and that is kevin. What it needs: `!rfr next badges`.
