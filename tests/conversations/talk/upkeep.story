# In maintenance capacity, updates and security have a place: each is asked for once a year by a reminder, and a note answers it.
-- after setup/maintenance.story
-- person mallory
-- remind
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▰ maintenance since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Looked after: capacity not yet; updates not yet; security not yet.
| deployed on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr next badges
| ralph: badges is in maintenance, the last phase: running by the normal rules for production: freezes, updates, security, capacity.
| Looked after: capacity not yet; updates not yet; security not yet.
<mallory> !rfr upkeep badges capacity two nodes are enough
| mallory: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<ralph> !rfr upkeep badges
| ralph: “upkeep” needs SIDE, which is capacity, updates or security; usage: `!rfr upkeep badges SIDE WHAT…`, for example `!rfr upkeep badges capacity two nodes are enough for another year`.
<ralph> !rfr upkeep badges capacity two nodes are enough
| ralph: badges: capacity looked after: two nodes are enough.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▰ maintenance since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Looked after: capacity by ralph on 2026-03-03: two nodes are enough; updates not yet; security not yet.
| deployed on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
-- in 366 days
| — Wed 2027-03-03 09:00
| * badges is in maintenance, and nobody has looked after its updates and security for 365 days. `!rfr upkeep badges updates WHAT…` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr digest
| ralph: 1 RFR in maintenance needs somebody; no other is open.
| badges: ▰▰▰▰▰▰ maintenance for 366 days; nobody has looked after its capacity, updates and security for 366 days.
| Freezes: none is in force, and none is predicted.
<ralph> !rfr list stuck
| ralph: 1 RFR stuck (on hold, or unchanged for two weeks):
| badges: ▰▰▰▰▰▰ maintenance for 366 days; sponsor kevin; nobody has looked after its capacity, updates and security for a year; deployed on Tuesday 2026-03-03.
<ralph> !rfr todo
| ralph: 1 thing waits for ralph, oldest first:
| badges: nobody has looked after its capacity, updates and security for 366 days: `!rfr upkeep badges capacity WHAT…`
<ralph> !rfr upkeep badges updates all of it is on the newest release
| ralph: badges: updates looked after: all of it is on the newest release.
| Nobody has looked after its capacity for a year: `!rfr upkeep badges capacity WHAT…`.
<ralph> !rfr upkeep badges security nothing is open
| ralph: badges: security looked after: nothing is open.
| Nobody has looked after its capacity for a year: `!rfr upkeep badges capacity WHAT…`.
| — Thu 2027-03-04 09:02
| * badges is in maintenance, and nobody has looked after its capacity for 366 days. `!rfr upkeep badges capacity WHAT…` (https://forge.example.org/infra/tickets/issues/4321)
-- in 40 days
| — Fri 2027-04-02 10:00
| * badges is in maintenance, and nobody has looked after its capacity for 395 days. `!rfr upkeep badges capacity WHAT…` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr digest
| ralph: 1 RFR in maintenance needs somebody; no other is open.
| badges: ▰▰▰▰▰▰ maintenance for 406 days; nobody has looked after its capacity for 406 days.
| Freezes: none is in force, and none is predicted.
<ralph> !rfr todo
| ralph: 1 thing waits for ralph, oldest first:
| badges: nobody has looked after its capacity for 406 days: `!rfr upkeep badges capacity WHAT…`
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▰ maintenance for 406 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Looked after: capacity by ralph on 2026-03-03: two nodes are enough; updates by ralph on 2027-03-04: all of it is on the newest release; security by ralph on 2027-03-04: nothing is open. Once a year it is asked for: `!rfr upkeep badges capacity WHAT…`.
| deployed on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr history badges
| ralph: badges: 22 changes, newest first.
| 2027-03-04 09:02 ralph: security looked after: nothing is open [libera/#fedora-admin]
| 2027-03-04 09:02 ralph: updates looked after: all of it is on the newest release [libera/#fedora-admin]
| 2026-03-03 09:01 ralph: capacity looked after: two nodes are enough [libera/#fedora-admin]
| 2026-03-03 09:00 ralph: moved from production to maintenance [libera/#fedora-admin]
| 2026-03-03 09:00 ralph: monitoring done “https://nagios.example.org/badges” [libera/#fedora-admin]
| 2026-03-03 09:00 ralph: deployed done [libera/#fedora-admin]
| 2026-03-03 09:00 ralph: moved from staging to production [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: staging signed off [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: production deployment on Tuesday 2026-03-03 [libera/#fedora-admin]
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
-- restart
<ralph> !rfr reminders badges
| ralph: Coming, unless somebody acts before:
| Tue 2027-06-01 10:00 UTC: badges is in maintenance, and nobody has looked after its capacity for 455 days. `!rfr upkeep badges capacity WHAT…` (https://forge.example.org/infra/tickets/issues/4321)
| They do not call you. `!rfr remind me on|off|dm`
<ralph> !rfr mute badges it is replaced in spring
| ralph: badges: no more reminders; muted by ralph: it is replaced in spring. `!rfr unmute badges`
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▰ maintenance for 406 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Looked after: capacity by ralph on 2026-03-03: two nodes are enough; updates by ralph on 2027-03-04: all of it is on the newest release; security by ralph on 2027-03-04: nothing is open. Once a year it is asked for: `!rfr upkeep badges capacity WHAT…`.
| No reminders; muted by ralph: it is replaced in spring. `!rfr unmute badges` ends that.
| deployed on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
-- in 400 days
<ralph> !rfr unmute badges
| ralph: badges: reminders are on again; unmuted by ralph.
| — Wed 2028-05-17 09:04
| * badges is in maintenance, and nobody has looked after its capacity for 806 days. `!rfr upkeep badges capacity WHAT…` (https://forge.example.org/infra/tickets/issues/4321)
-- in 3 days
