# The history has freeze breaks, snoozes and mutes, who handed over, and whose hold was lifted; the status shows a revert, a mute and a snooze.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
-- remind
<kevin> !rfr hold badges waiting for disks
| kevin: badges (Badges for everyone) is on hold: waiting for disks (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<smooge> !rfr release badges the disks are there
| smooge: badges (Badges for everyone) is no longer on hold: the disks are there (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<kevin> !rfr handover badges smooge
| kevin: badges: smooge was asked to sponsor it and types `!rfr accept badges`; until then kevin stays the sponsor.
| * badges (Badges for everyone): kevin asks smooge to take the sponsorship over: `!rfr accept badges` or `!rfr decline badges`.
| (calls smooge)
<smooge> !rfr accept badges
| smooge: badges (Badges for everyone) is now sponsored by smooge, who takes over from kevin (https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<smooge> !rfr revert badges development it falls over
| smooge: badges (Badges for everyone) went back from staging to development: it falls over (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off again. `!rfr next badges` tells more.
| To be earned again: the development sign-off, config-management.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
<ralph> !rfr ask badges How long are awards kept?
| ralph: badges: question 5 opened: How long are awards kept?
| Still missing for staging: (1) an answer to question 5 (“How long are awards kept?”): `!rfr answer badges 5 …`; (2) the sponsor's development sign-off again, because it went back to development: up to smooge once the rest is there.
<ralph> !rfr snooze badges question 5 2 weeks
| ralph: Nothing about question 5 of badges until Monday 2026-03-16, 14 days from now.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▱▱▱ development 1 of 3 since today; sponsor smooge; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: an answer to question 5 (ralph or lmacken); the sponsor's development sign-off again (smooge). `!rfr next badges` says what to type.
| Went back from staging by smooge on 2026-03-02: it falls over.
| Snoozed: question 5 until Monday 2026-03-16 (ralph).
| 1 open question (5); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr mute badges enough
| ralph: badges: no more reminders; muted by ralph: enough. `!rfr unmute badges`
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▱▱▱ development 1 of 3 since today; sponsor smooge; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: an answer to question 5 (ralph or lmacken); the sponsor's development sign-off again (smooge). `!rfr next badges` says what to type.
| Went back from staging by smooge on 2026-03-02: it falls over.
| No reminders; muted by ralph: enough. `!rfr unmute badges` ends that.
| 1 open question (5); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<smooge> !rfr unmute badges
| smooge: badges: reminders are on again; unmuted by smooge.
-- time 2026-03-10 09:00
| — Tue 2026-03-03 09:00
| * F45 beta freeze begins in 7 days, on Tuesday 2026-03-10, until Wednesday 2026-03-25
| — Mon 2026-03-09 09:00
| * F45 beta freeze begins in 1 day, on Tuesday 2026-03-10, until Wednesday 2026-03-25
| — Tue 2026-03-10 09:00
| * F45 beta freeze was predicted from Tuesday 2026-03-10 until Wednesday 2026-03-25: start it? `!rfr freeze start F45 beta`
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges its database is full
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: its database is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; 1 more approval needed (+1 tyll).
<ralph> !rfr history badges
| ralph: badges: 24 changes, newest first.
| 2026-03-10 09:00 tyll: +1 to freeze break 1 [libera/#fedora-admin]
| 2026-03-10 09:00 ralph: freeze break 1 asked for: its database is full [libera/#fedora-admin]
| 2026-03-02 14:02 smooge: unmuted [libera/#fedora-admin]
| 2026-03-02 14:01 ralph: muted: enough [libera/#fedora-admin]
| 2026-03-02 14:01 ralph: question 5 snoozed until Monday 2026-03-16 [libera/#fedora-admin]
| 2026-03-02 14:01 ralph: question 5 opened: How long are awards kept? [libera/#fedora-admin]
| 2026-03-02 14:01 smooge: went back from staging to development: it falls over; development sign-off outdated: it went back to development; config-management not done after all: it went back to development [libera/#fedora-admin]
| 2026-03-02 14:00 smooge: sponsored by smooge, who takes over from kevin [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: smooge was asked to sponsor it [libera/#fedora-admin]
| 2026-03-02 14:00 smooge: released from the hold of kevin “waiting for disks”: the disks are there [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: put on hold: waiting for disks [libera/#fedora-admin]
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
<ralph> !rfr more
| ralph: There is no more to show.
