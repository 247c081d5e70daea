# One person alone, and a development instance that nobody removes, are named rarely but until somebody acts.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<ralph> !rfr discussed badges https://lists.example.org/thread/A/
| ralph: badges: list discussion recorded, https://lists.example.org/thread/A/.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr people badges add ralph
| ralph: badges: ralph recorded as maintainer; question 4 answered: ralph (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
<ralph> !rfr done badges dev-instance
| ralph: badges: dev-instance done.
-- time 2026-05-01 12:00
| — Mon 2026-03-16 15:00
| * badges: questions 1, 2 and 3 are open, the oldest for 14 days. `!rfr questions badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-03-30 15:00
| * badges: questions 1, 2 and 3 are open, the oldest for 28 days. `!rfr questions badges` (https://forge.example.org/infra/tickets/issues/4321)
| badges: only ralph works on it; a second person would avoid a single point of failure. `!rfr people badges add NAME` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-04-27 15:00
| * badges: questions 1, 2 and 3 are open, the oldest for 56 days. `!rfr questions badges` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr people badges add toshio
| ralph: badges: toshio recorded as maintainer.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove toshio`.
| (calls toshio)
-- time 2026-11-20 12:00
| — Mon 2026-06-08 15:00
| * badges: questions 1, 2 and 3 are open, the oldest for 98 days. `!rfr questions badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-07-20 15:00
| * badges: questions 1, 2 and 3 are open, the oldest for 140 days. `!rfr questions badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-08-31 09:00
| * badges's development instance has been there for 182 days: is it still needed? (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-09-01 09:00
| * badges: questions 1, 2 and 3 are open, the oldest for 183 days. `!rfr questions badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-10-12 15:00
| * badges: questions 1, 2 and 3 are open, the oldest for 224 days. `!rfr questions badges` (https://forge.example.org/infra/tickets/issues/4321)
| — Wed 2026-10-28 15:00
| * badges's development instance has been there for 240 days: is it still needed? (https://forge.example.org/infra/tickets/issues/4321)
