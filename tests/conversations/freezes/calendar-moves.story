# A calendar that moves says what moved, and a date that it moves over needs another signature; what people set stays.
-- after setup/staging.story
-- announce libera/#fedora-admin libera/#fedora-noc
-- calendar fedora-releases-keytasks.ics
| * Freezes by the calendar keytasks.ics: F44 beta is predicted for 2026-02-17 to 2026-03-11; F44 final is predicted for 2026-03-31 to 2026-04-15; F45 beta is predicted for 2026-08-25 to 2026-09-16; F45 final is predicted for 2026-10-06 to 2026-10-21; F46 beta is predicted for 2027-02-23 to 2027-03-17; F46 final is predicted for 2027-04-06 to 2027-04-21; and 2 more, in `!rfr freezes`.
| [libera/#fedora-noc] * Freezes by the calendar keytasks.ics: F44 beta is predicted for 2026-02-17 to 2026-03-11; F44 final is predicted for 2026-03-31 to 2026-04-15; F45 beta is predicted for 2026-08-25 to 2026-09-16; F45 final is predicted for 2026-10-06 to 2026-10-21; F46 beta is predicted for 2027-02-23 to 2027-03-17; F46 final is predicted for 2027-04-06 to 2027-04-21; and 2 more, in `!rfr freezes`.
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| [libera/#fedora-noc] * badges: production deployment on Thursday 2026-03-12 (by ralph).
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
| [libera/#fedora-noc] * badges: staging signed off, still open: integration, staging-testing, staging-mail (by kevin).
<kevin> !rfr freeze start
| kevin: The freeze F44 beta is in force now (kevin), expected to end after Wednesday 2026-03-11 (by the calendar). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
| [libera/#fedora-noc] * The freeze F44 beta is in force now (kevin), expected to end after Wednesday 2026-03-11 (by the calendar). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
-- calendar keytasks-moved.ics
| * Freezes by the calendar keytasks.ics: F44 beta is now 2026-03-03 to 2026-03-25 (it was 2026-02-17 to 2026-03-11); F44 final is now 2026-04-14 to 2026-04-29 (it was 2026-03-31 to 2026-04-15); F45 beta (2026-08-25 to 2026-09-16) is gone; F45 final (2026-10-06 to 2026-10-21) is gone; F46 beta (2027-02-23 to 2027-03-17) is gone; F46 final (2027-04-06 to 2027-04-21) is gone; and 2 more, in `!rfr freezes`.
| badges: its production date, Thursday 2026-03-12, is in the freeze F44 beta now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
| [libera/#fedora-noc] * Freezes by the calendar keytasks.ics: F44 beta is now 2026-03-03 to 2026-03-25 (it was 2026-02-17 to 2026-03-11); F44 final is now 2026-04-14 to 2026-04-29 (it was 2026-03-31 to 2026-04-15); F45 beta (2026-08-25 to 2026-09-16) is gone; F45 final (2026-10-06 to 2026-10-21) is gone; F46 beta (2027-02-23 to 2027-03-17) is gone; F46 final (2027-04-06 to 2027-04-21) is gone; and 2 more, in `!rfr freezes`.
| [libera/#fedora-noc] badges: its production date, Thursday 2026-03-12, is in the freeze F44 beta now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
<ralph> !rfr freeze
| ralph: F44 beta is in force since Monday 2026-03-02 (started by kevin), expected to end after Wednesday 2026-03-25 (by the calendar); 23 days left.
| Next: F44 final from Tuesday 2026-04-14 to Wednesday 2026-04-29 (by the calendar), in 43 days.
| Production dates in a freeze: badges (Thursday 2026-03-12, F44 beta).
<ralph> !rfr freezes
| ralph: F44 beta: 2026-03-03 to 2026-03-25 (by the calendar); in force since Monday 2026-03-02 (started by kevin).
| F44 final: 2026-04-14 to 2026-04-29 (by the calendar).
<ralph> !rfr history badges
| ralph: badges: 16 changes, newest first.
| 2026-03-02 14:00 calendar: staging sign-off outdated: the production date 2026-03-12 came into the freeze F44 beta [config]
| 2026-03-02 14:00 kevin: staging signed off [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: production deployment on Thursday 2026-03-12 [libera/#fedora-admin]
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
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off again, because the production date 2026-03-12 came into the freeze F44 beta: kevin types `!rfr signoff staging badges`.
| Frozen by F44 beta, and no freeze break is asked for: `!rfr freeze-break request badges REASON`.
| Mind: its production date, Thursday 2026-03-12, is in the freeze F44 beta; the first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
