# A calendar that becomes a web page, is empty or is gone changes nothing: its last good reading counts, and that is said.
-- after setup/staging.story
-- calendar fedora-releases-keytasks.ics
| * Freezes by the calendar keytasks.ics: F44 beta is predicted for 2026-02-17 to 2026-03-11; F44 final is predicted for 2026-03-31 to 2026-04-15; F45 beta is predicted for 2026-08-25 to 2026-09-16; F45 final is predicted for 2026-10-06 to 2026-10-21; F46 beta is predicted for 2027-02-23 to 2027-03-17; F46 final is predicted for 2027-04-06 to 2027-04-21; and 2 more, in `!rfr freezes`.
<ralph> !rfr schedule badges 2026-04-20
| ralph: badges: production deployment on Monday 2026-04-20, in 49 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- calendar becomes robots-wall.html
-- calendars are read again
<ralph> !rfr freeze
| ralph: No freeze is in force.
| F44 beta is predicted for 2026-02-17 to 2026-03-11 (by the calendar; 9 days left), and nobody has started it. Is it time? `!rfr freeze start F44 beta`.
| Next: F44 final from Tuesday 2026-03-31 to Wednesday 2026-04-15 (by the calendar), in 29 days.
| The calendar keytasks.ics could not be read, so its last good reading, if there is one, counts: it is a web page, not the file itself; its server may keep robots out. Name the address of the file itself, or download it with a browser and name the file.
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
-- calendar becomes nothing
-- calendars are read again
<ralph> !rfr freeze
| ralph: No freeze is in force.
| F44 beta is predicted for 2026-02-17 to 2026-03-11 (by the calendar; 9 days left), and nobody has started it. Is it time? `!rfr freeze start F44 beta`.
| Next: F44 final from Tuesday 2026-03-31 to Wednesday 2026-04-15 (by the calendar), in 29 days.
| The calendar keytasks.ics could not be read, so its last good reading, if there is one, counts: No such file or directory (os error 2).
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
-- restart
<ralph> !rfr freeze
| ralph: No freeze is in force.
| F44 beta is predicted for 2026-02-17 to 2026-03-11 (by the calendar; 9 days left), and nobody has started it. Is it time? `!rfr freeze start F44 beta`.
| Next: F44 final from Tuesday 2026-03-31 to Wednesday 2026-04-15 (by the calendar), in 29 days.
| The calendar keytasks.ics could not be read, so its last good reading, if there is one, counts: No such file or directory (os error 2).
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
<ralph> !rfr schedule badges 2026-04-10
| ralph: badges: 2026-04-10 is in the freeze F44 final, and production does not change in a freeze. The first free day is Thursday 2026-04-16: `!rfr schedule badges 2026-04-16`.
-- calendar becomes keytasks-moved.ics
-- calendars are read again
| * Freezes by the calendar keytasks.ics: F44 beta is now 2026-03-03 to 2026-03-25 (it was 2026-02-17 to 2026-03-11); F44 final is now 2026-04-14 to 2026-04-29 (it was 2026-03-31 to 2026-04-15); F45 beta (2026-08-25 to 2026-09-16) is gone; F45 final (2026-10-06 to 2026-10-21) is gone; F46 beta (2027-02-23 to 2027-03-17) is gone; F46 final (2027-04-06 to 2027-04-21) is gone; and 2 more, in `!rfr freezes`.
| badges: its production date, Monday 2026-04-20, is in the freeze F44 final now, so its staging sign-off is outdated. It concerns kevin, ralph and lmacken; the first free day is Thursday 2026-04-30: `!rfr schedule badges 2026-04-30`.
<ralph> !rfr freeze
| ralph: No freeze is in force.
| Next: F44 beta from Tuesday 2026-03-03 to Wednesday 2026-03-25 (by the calendar), in 1 day.
| Production dates in a freeze: badges (Monday 2026-04-20, F44 final).
