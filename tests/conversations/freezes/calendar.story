# A published calendar predicts freezes; when it vanishes or breaks its last good reading counts, and that is said.
-- time 2026-03-02 14:00
-- after setup/team.story
-- announce libera/#fedora-admin libera/#fedora-noc
-- calendar fedora-releases-keytasks.ics
| * Freezes by the calendar keytasks.ics: F44 beta is predicted for 2026-02-17 to 2026-03-11; F44 final is predicted for 2026-03-31 to 2026-04-15; F45 beta is predicted for 2026-08-25 to 2026-09-16; F45 final is predicted for 2026-10-06 to 2026-10-21; F46 beta is predicted for 2027-02-23 to 2027-03-17; F46 final is predicted for 2027-04-06 to 2027-04-21; and 2 more, in `!rfr freezes`.
| [libera/#fedora-noc] * Freezes by the calendar keytasks.ics: F44 beta is predicted for 2026-02-17 to 2026-03-11; F44 final is predicted for 2026-03-31 to 2026-04-15; F45 beta is predicted for 2026-08-25 to 2026-09-16; F45 final is predicted for 2026-10-06 to 2026-10-21; F46 beta is predicted for 2027-02-23 to 2027-03-17; F46 final is predicted for 2027-04-06 to 2027-04-21; and 2 more, in `!rfr freezes`.
<ralph> !rfr freeze
| ralph: No freeze is in force.
| F44 beta is predicted for 2026-02-17 to 2026-03-11 (by the calendar; 9 days left), and nobody has started it. Is it time? `!rfr freeze start F44 beta`.
| Next: F44 final from Tuesday 2026-03-31 to Wednesday 2026-04-15 (by the calendar), in 29 days.
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
<ralph> !rfr freezes
| ralph: F44 beta: 2026-02-17 to 2026-03-11 (by the calendar).
| F44 final: 2026-03-31 to 2026-04-15 (by the calendar).
| F45 beta: 2026-08-25 to 2026-09-16 (by the calendar).
| F45 final: 2026-10-06 to 2026-10-21 (by the calendar).
| F46 beta: 2027-02-23 to 2027-03-17 (by the calendar).
| F46 final: 2027-04-06 to 2027-04-21 (by the calendar).
| F48 beta: 2027-08-24 to 2027-09-15 (by the calendar).
| F48 final: 2027-10-05 to 2027-10-20 (by the calendar).
-- restart
<ralph> !rfr freeze
| ralph: No freeze is in force.
| F44 beta is predicted for 2026-02-17 to 2026-03-11 (by the calendar; 9 days left), and nobody has started it. Is it time? `!rfr freeze start F44 beta`.
| Next: F44 final from Tuesday 2026-03-31 to Wednesday 2026-04-15 (by the calendar), in 29 days.
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
-- calendar gone
<ralph> !rfr freeze
| ralph: No freeze is in force.
| F44 beta is predicted for 2026-02-17 to 2026-03-11 (by the calendar; 9 days left), and nobody has started it. Is it time? `!rfr freeze start F44 beta`.
| Next: F44 final from Tuesday 2026-03-31 to Wednesday 2026-04-15 (by the calendar), in 29 days.
| The calendar keytasks.ics could not be read, so its last good reading, if there is one, counts: No such file or directory (os error 2).
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
-- lose the database
<ralph> !rfr freezes
| ralph: F44 beta: 2026-02-17 to 2026-03-11 (by the calendar).
| F44 final: 2026-03-31 to 2026-04-15 (by the calendar).
| F45 beta: 2026-08-25 to 2026-09-16 (by the calendar).
| F45 final: 2026-10-06 to 2026-10-21 (by the calendar).
| F46 beta: 2027-02-23 to 2027-03-17 (by the calendar).
| F46 final: 2027-04-06 to 2027-04-21 (by the calendar).
| F48 beta: 2027-08-24 to 2027-09-15 (by the calendar).
| F48 final: 2027-10-05 to 2027-10-20 (by the calendar).
-- calendar infra-freeze-flips.json
<ralph> !rfr freeze
| ralph: No freeze is in force.
| F44 beta is predicted for 2026-02-17 to 2026-03-11 (by the calendar; 9 days left), and nobody has started it. Is it time? `!rfr freeze start F44 beta`.
| Next: F44 final from Tuesday 2026-03-31 to Wednesday 2026-04-15 (by the calendar), in 29 days.
| The calendar keytasks.ics could not be read, so its last good reading, if there is one, counts: line 1: expected an iCalendar file, which begins with BEGIN:VCALENDAR, found [.
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
-- calendar fedora-releases-keytasks.ics
<ralph> !rfr freeze
| ralph: No freeze is in force.
| F44 beta is predicted for 2026-02-17 to 2026-03-11 (by the calendar; 9 days left), and nobody has started it. Is it time? `!rfr freeze start F44 beta`.
| Next: F44 final from Tuesday 2026-03-31 to Wednesday 2026-04-15 (by the calendar), in 29 days.
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
