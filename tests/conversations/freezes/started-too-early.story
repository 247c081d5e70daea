# A freeze that is started weeks before its first day is said to be early; once it is lifted, what it outdated is told truly.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
<kevin> !rfr freeze add final 2026-03-27 2026-03-30
| kevin: The freeze final goes from Friday 2026-03-27 to Monday 2026-03-30 (kevin).
<kevin> !rfr freeze start final
| kevin: The freeze final is in force now (kevin), expected to end after Monday 2026-03-30 (by command). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
| badges: its production date, Thursday 2026-03-12, is in the freeze final now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Tuesday 2026-03-31: `!rfr schedule badges 2026-03-31`.
| Mind: its first day is Friday 2026-03-27 (by command), in 25 days, and it is in force from today on. If that was a slip: `!rfr freeze lift final`.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because the production date 2026-03-12 came into the freeze final: kevin types `!rfr signoff staging badges`.
| Frozen by final, and no freeze break is asked for: `!rfr freeze-break request badges REASON`.
| Mind: its production date, Thursday 2026-03-12, is in the freeze final; the first free day is Tuesday 2026-03-31: `!rfr schedule badges 2026-03-31`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<kevin> !rfr freeze lift final
| kevin: The freeze final is lifted (kevin) after 1 day; production may change again.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because the production date 2026-03-12 came into the freeze final, which does not cover it any more: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr review badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign staging: kevin types `!rfr signoff staging badges`.
| The staging sign-off by kevin on 2026-03-02 no longer counts, because the production date 2026-03-12 came into the freeze final, which does not cover it any more; otherwise it is as it was signed.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer)); [x] signoff-development (kevin 2026-03-02); [x] questions; [x] sops (ralph 2026-03-02); [x] schedule (Thursday 2026-03-12 by ralph 2026-03-02); [ ] open: signoff-staging.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer)); [x] four-questions; [x] config-management (kevin 2026-03-02); [ ] open: packages, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, integration, staging-testing, staging-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: https://docs.example.org/sop/badges.
| Questions since the sign-off of 2026-03-02: none.
| Around it: production on Thursday 2026-03-12; freezes: the next one, final, begins in 25 days (2026-03-27 to 2026-03-30); away: nobody of those involved.
<ralph> !rfr advance badges
| ralph: badges stays in staging; production needs: the sponsor's staging sign-off again, because the production date 2026-03-12 came into the freeze final, which does not cover it any more: kevin types `!rfr signoff staging badges`. `!rfr why` shows the rules.
<ralph> !rfr freezes
| ralph: final: 2026-03-27 to 2026-03-30 (by command).
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
# The day before is no slip.
-- time 2026-03-26 09:00
<kevin> !rfr freeze start final
| kevin: The freeze final is in force now (kevin), expected to end after Monday 2026-03-30 (by command). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
