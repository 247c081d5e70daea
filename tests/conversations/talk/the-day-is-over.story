# The day for production is over: whoever looks is told, and a day that was named by a slip is taken back although the one
# before it has passed.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-05
| ralph: badges: production deployment on Thursday 2026-03-05, in 3 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-09 10:00
<ralph> !rfr next badges
| ralph: badges can move to production today: `!rfr advance badges`.
| The day for production, Thursday 2026-03-05, is over; another one needs another sign-off: `!rfr schedule badges DATE`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▰▱▱ staging 2 of 2 for 7 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| staging was signed off by kevin on 2026-03-02; to take that back: `!rfr unsign staging badges REASON…`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] signoff-staging (kevin 2026-03-02); [x] schedule (Thursday 2026-03-05 by ralph 2026-03-02).
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-testing, staging-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Thursday 2026-03-05, which is over; freezes: none is in force, and none is predicted; away: nobody of those involved.
<ralph> !rfr schedule badges friday
| ralph: badges: production deployment on Friday 2026-03-13, in 4 days (was 2026-03-05).
| The staging sign-off of badges no longer counts, because the production date moved from 2026-03-05 to 2026-03-13; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs the sponsor's staging sign-off again. `!rfr next badges` tells more.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr undo
| ralph: badges: undone: production deployment on Friday 2026-03-13; staging sign-off outdated: the production date moved from 2026-03-05 to 2026-03-13. It is in staging; sponsor kevin (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, by `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration, staging-testing, staging-mail.
| Mind: the deployment was scheduled for Thursday 2026-03-05, which is over.
