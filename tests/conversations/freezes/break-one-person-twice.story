# One person on two networks is one voice: a second +1 from the other network changes nothing, and an own +1 from there counts as little.
-- identity smooge oftc/stephen
-- identity kevin oftc/nirik
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-09
| ralph: badges: production deployment on Monday 2026-03-09, in 7 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze F45 beta begins on Tuesday 2026-03-10, which leaves little time to mend things.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<kevin> !rfr freeze-break request badges the certificate ends tonight
| kevin: Freeze break 1 for badges (F45 beta) is asked for by kevin: the certificate ends tonight. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
-- place oftc/#fedora-admin
-- login stephen stephen
-- login nirik nirik
<stephen> !rfr +1 1
| stephen: Freeze break 1 already had your +1 on 2026-03-10; nothing changed.
<stephen> !rfr +1 1 I have thought about it
| [libera/#fedora-admin] * Freeze break 1 for badges: +1 by smooge: I have thought about it; 1 more approval needed (+1 smooge).
| stephen: Freeze break 1 for badges: +1 by smooge: I have thought about it; 1 more approval needed (+1 smooge).
<nirik> !rfr +1 1
| nirik: Freeze break 1 is your own request, and your own +1 does not count; 2 others of sysadmin-main or sysadmin-releng must agree.
<nirik> !rfr advance badges
| nirik: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Freeze break 1 lacks 1 more approval; a member of sysadmin-main or sysadmin-releng types `!rfr +1 1`.
