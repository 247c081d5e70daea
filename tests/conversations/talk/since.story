# What happened since a moment: a line for each RFR that moved, with who did what; and for who was away, when they are back.
-- after setup/development.story
-- time 2026-03-04 10:00
<lmacken> !rfr away today until 2026-03-20
| lmacken: Noted: lmacken is away from Wednesday 2026-03-04 to Friday 2026-03-20, there again on Saturday 2026-03-21; `!rfr back` ends it.
-- time 2026-03-05 10:00
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
-- time 2026-03-06 10:00
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
<mallory> !rfr since
| mallory: 1 RFR moved since Thursday 2026-03-05 10:00 UTC:
| badges: kevin: development signed off; ralph: moved from development to staging.
<kevin> !rfr since my last word
| kevin: No RFR moved since Friday 2026-03-06 10:00 UTC.
<ralph> !rfr since yesterday
| ralph: 2 RFRs moved since Thursday 2026-03-05:
| badges: ralph: SOP linked, https://docs.example.org/sop/badges; kevin: development signed off; ralph: moved from development to staging.
| koschei: mallory: requested: Continuous integration for packages.
<ralph> !rfr since thursday
| ralph: 2 RFRs moved since Thursday 2026-03-05:
| badges: ralph: SOP linked, https://docs.example.org/sop/badges; kevin: development signed off; ralph: moved from development to staging.
| koschei: mallory: requested: Continuous integration for packages.
<ralph> !rfr since 3h
| ralph: 1 RFR moved since Friday 2026-03-06 07:00 UTC:
| badges: kevin: development signed off; ralph: moved from development to staging.
<ralph> !rfr since 2026-03-05
| ralph: 2 RFRs moved since Thursday 2026-03-05:
| badges: ralph: SOP linked, https://docs.example.org/sop/badges; kevin: development signed off; ralph: moved from development to staging.
| koschei: mallory: requested: Continuous integration for packages.
<ralph> !rfr since 2 weeks
| ralph: 2 RFRs moved since Friday 2026-02-20 10:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 11 more things: `!rfr history badges`.
| koschei: mallory: requested: Continuous integration for packages.
<ralph> !rfr since whenever
| ralph: “whenever” is no day and no time back that I know; for example: `!rfr since yesterday` or `!rfr since 90 minutes` or `!rfr since 2 weeks`.
<ralph> !rfr since 2026-03-07
| ralph: 2026-03-07 is ahead, and this looks back.
<maja> !rfr since
| maja: I know no change of yours to begin with. Say from when on: `!rfr since yesterday` or `!rfr since 2 weeks`.
<stranger> !rfr since yesterday
| stranger: 2 RFRs moved since Thursday 2026-03-05:
| badges: ralph: SOP linked, https://docs.example.org/sop/badges; kevin: development signed off; ralph: moved from development to staging.
| koschei: mallory: requested: Continuous integration for packages.
<lmacken> !rfr back
| lmacken: Welcome back, lmacken: the absence of 2026-03-04 to 2026-03-20 ends today.
| 2 RFRs moved since Wednesday 2026-03-04:
| badges: ralph: SOP linked, https://docs.example.org/sop/badges; kevin: development signed off; ralph: moved from development to staging.
| koschei: mallory: requested: Continuous integration for packages.
