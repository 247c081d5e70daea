# Nine months of silence on the development instance, with the default limits: what the bot says of it fits on a page.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- time 2026-03-02 14:00
<ralph> !rfr new koschei 4321 Koschei continuous rebuilds
| ralph: New RFR koschei: Koschei continuous rebuilds (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<kevin> !rfr sponsor koschei
| kevin: koschei (Koschei continuous rebuilds) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance koschei`.
<ralph> !rfr people koschei add toshio
| ralph: koschei: toshio recorded as maintainer.
| * koschei: ralph recorded you as maintainer. If you are not: `!rfr people koschei remove toshio`.
| (calls toshio)
<ralph> !rfr advance koschei
| ralph: koschei (Koschei continuous rebuilds) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list. `!rfr next koschei` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? Answer with `!rfr answer koschei N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages.
<ralph> !rfr discussed koschei https://lists.example.org/thread/K/
| ralph: koschei: list discussion recorded, https://lists.example.org/thread/K/.
| Every MUST for development is met: `!rfr advance koschei`.
<ralph> !rfr advance koschei
| ralph: koschei (Koschei continuous rebuilds) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next koschei` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done koschei ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
| Mind: only toshio maintains it; single points of failure are to be avoided: `!rfr people koschei add NAME`.
<ralph> !rfr done koschei dev-instance
| ralph: koschei: dev-instance done.
# The bot knows what it will say, and why.
<kevin> !rfr reminders koschei
| kevin: Coming, unless somebody acts before:
| Mon 2026-03-16 15:00 UTC: koschei: question 1 has been open for 14 days: “Should it be load balanced?”. `!rfr answer koschei 1 …` (https://forge.example.org/infra/tickets/issues/4321)
| Mon 2026-03-16 15:00 UTC: koschei: question 2 has been open for 14 days: “Does it need caching?”. `!rfr answer koschei 2 …` (https://forge.example.org/infra/tickets/issues/4321)
| Mon 2026-03-16 15:00 UTC: koschei: question 3 has been open for 14 days: “Can it live on its own instance, apart from more critical services?”. `!rfr answer koschei 3 …` (https://forge.example.org/infra/tickets/issues/4321)
| Mon 2026-03-30 15:00 UTC: koschei (development) has been silent for 28 days; missing: a decision on caching, load-balancing and deployment, and 2 more things. `!rfr next koschei` (https://forge.example.org/infra/tickets/issues/4321)
| Mon 2026-08-31 09:00 UTC: koschei's development instance has been there for 182 days: is it still needed? (https://forge.example.org/infra/tickets/issues/4321)
| They do not call you. `!rfr remind me on|off|dm`
-- time 2026-12-02 14:00
| — Mon 2026-03-16 15:00
| * koschei: questions 1, 2 and 3 are open, the oldest for 14 days. `!rfr questions koschei` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-03-30 15:00
| * koschei: questions 1, 2 and 3 are open, the oldest for 28 days. `!rfr questions koschei` (https://forge.example.org/infra/tickets/issues/4321)
| koschei (development) has been silent for 28 days; missing: a decision on caching, load-balancing and deployment, and 2 more things. `!rfr next koschei` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-04-27 15:00
| * koschei: questions 1, 2 and 3 are open, the oldest for 56 days. `!rfr questions koschei` (https://forge.example.org/infra/tickets/issues/4321)
| koschei (development) has been silent for 56 days; missing: a decision on caching, load-balancing and deployment, and 2 more things. `!rfr next koschei` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-06-08 15:00
| * koschei: questions 1, 2 and 3 are open, the oldest for 98 days. `!rfr questions koschei` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-06-22 15:00
| * koschei (development) has been silent for 112 days; missing: a decision on caching, load-balancing and deployment, and 2 more things. `!rfr next koschei` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-07-20 15:00
| * koschei: questions 1, 2 and 3 are open, the oldest for 140 days. `!rfr questions koschei` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-08-31 09:00
| * koschei's development instance has been there for 182 days: is it still needed? (https://forge.example.org/infra/tickets/issues/4321)
| — Tue 2026-09-01 09:00
| * koschei: questions 1, 2 and 3 are open, the oldest for 183 days. `!rfr questions koschei` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-09-14 15:00
| * koschei (development) has been silent for 196 days; missing: a decision on caching, load-balancing and deployment, and 2 more things. `!rfr next koschei` (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-10-12 15:00
| * koschei: questions 1, 2 and 3 are open, the oldest for 224 days. `!rfr questions koschei` (https://forge.example.org/infra/tickets/issues/4321)
| — Wed 2026-10-28 15:00
| * koschei's development instance has been there for 240 days: is it still needed? (https://forge.example.org/infra/tickets/issues/4321)
| — Mon 2026-11-23 15:00
| * koschei: questions 1, 2 and 3 are open, the oldest for 266 days. `!rfr questions koschei` (https://forge.example.org/infra/tickets/issues/4321)
