# Who asked for a freeze break may take that back, with or without a reason; then it opens nothing, nobody is asked to agree any more, and another can be asked for.
-- list
-- freeze F45 beta 2026-03-02 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
<ralph> !rfr freeze-break withdraw badges
| ralph: I know no such freeze break. All of them: `!rfr freeze-breaks`.
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges its database is full
| mail: Subject: Freeze break request: [badges] its database is full
| mail: Message-ID: <17.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph asks to change production for badges (Badges for everyone) during the freeze F45 beta.
| mail:
| mail:     Problem: its database is full
| mail:
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4321
| mail:
| mail: It needs the approval of 2 members of sysadmin-main or sysadmin-releng other than ralph, before it is applied. Please discuss it here. Approvals are given in chat, with “!rfr +1 1”: a mail does not prove who wrote it.
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: its database is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/ZPC77HAHGSV4OETMOWBVFEPBRJUSXI5X/
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “freeze-break request badges its database is full”; what ends that: `!rfr freeze-break withdraw 1`.
<tyll> !rfr todo
| tyll: 1 thing waits for tyll, oldest first:
| badges: ralph asks for freeze break 1: its database is full (no: `!rfr -1 1 REASON…`): `!rfr +1 1`
<kevin> !rfr freeze-break withdraw 1 no need
| kevin: Freeze break 1 was asked for by ralph on 2026-03-02, who alone withdraws it; whoever may approve objects by `!rfr -1 1 REASON`.
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; 1 more approval needed (+1 tyll).
<ralph> !rfr freeze-break withdraw 1 the disk was cleaned up
| mail: Subject: Freeze break request: [badges] its database is full (withdrawn)
| mail: Message-ID: <19.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 1 for badges (Badges for everyone) is withdrawn by ralph: the disk was cleaned up. Nothing may go ahead under it.
| mail:
| mail:     Problem: its database is full
| ralph: Freeze break 1 for badges is withdrawn by ralph: the disk was cleaned up; nothing may go ahead under it.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/TEU3RV2ZV7LXZUGQ5GCS6HZERLDWZVS6/
<ralph> !rfr freeze-break withdraw badges
| ralph: Freeze break 1 was already withdrawn on 2026-03-02; nothing changed.
<kevin> !rfr +1 1
| kevin: Freeze break 1 is withdrawn; nothing changed.
<ralph> !rfr freeze-break done 1
| ralph: Freeze break 1 is withdrawn; nothing changed.
<tyll> !rfr todo
| tyll: Nothing waits for tyll.
<ralph> !rfr freeze-breaks
| ralph: 1 badges (F45 beta), withdrawn (+1 tyll); asked for by ralph on 2026-03-02: its database is full.
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in staging.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 12 more things: `!rfr history badges`.
| Freeze break 1 badges (F45 beta), withdrawn (+1 tyll); asked for by ralph on 2026-03-02: its database is full.
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin); frozen by F45 beta, no freeze break asked for.
| Freezes: F45 beta has been in force since Monday 2026-03-02, expected to end after Wednesday 2026-03-25; no other is predicted.
<ralph> !rfr history badges
| ralph: badges: 19 changes, newest first.
| 2026-03-02 14:00 ralph: mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/TEU3RV2ZV7LXZUGQ5GCS6HZERLDWZVS6/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: freeze break 1 withdrawn: the disk was cleaned up [libera/#fedora-admin]
| 2026-03-02 14:00 tyll: +1 to freeze break 1 [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/ZPC77HAHGSV4OETMOWBVFEPBRJUSXI5X/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: freeze break 1 asked for: its database is full [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: config-management done [libera/#fedora-admin]
| 2026-03-02 14:00 rfrbot: the mail to the list has gone out [mail]
| 2026-03-02 14:00 ralph: moved from development to staging; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/4IEZH3Y3GUNXVLTEUKRVHB7Z4MPZSVQY/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: development signed off [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: SOP linked, https://docs.example.org/sop/badges; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/VPTUWXLZDLHE6QHID7YB6AAWOIWH2YVQ/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from planning to development; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/JKX4TU65HW3YZID6ALATZXK6BCID7FRJ/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 3 answered: yes, two virtual hosts of its own; deployment decided: yes, two virtual hosts of its own [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 2 answered: no, the pages are small; caching decided: no, the pages are small [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: list discussion recorded, https://lists.example.org/archives/thread/AAAA/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/JEFRVI4AZAAK6UXNK5XIYUTSASZN6ERS/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/AA57447QHLYOAGWFIUCUXNLVJ6GPFH6Y/ [libera/#fedora-admin]
<ralph> !rfr freeze-break request badges its index is broken
| mail: Subject: Freeze break request: [badges] its index is broken
| mail: Message-ID: <20.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph asks to change production for badges (Badges for everyone) during the freeze F45 beta.
| mail:
| mail:     Problem: its index is broken
| mail:
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4321
| mail:
| mail: It needs the approval of 2 members of sysadmin-main or sysadmin-releng other than ralph, before it is applied. Please discuss it here. Approvals are given in chat, with “!rfr +1 2”: a mail does not prove who wrote it.
| ralph: Freeze break 2 for badges (F45 beta) is asked for by ralph: its index is broken. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 2`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/OUYP4YSFGAYCIL4LHG4TNOKMKXLZ2XTE/
<tyll> !rfr +1 2
| tyll: Freeze break 2 for badges: +1 by tyll; 1 more approval needed (+1 tyll).
<kevin> !rfr +1 2
| mail: Subject: Freeze break request: [badges] its index is broken (approved)
| mail: Message-ID: <22.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 2 for badges (Badges for everyone) is approved by kevin and tyll: it may go ahead.
| mail:
| mail:     Problem: its index is broken
| kevin: Freeze break 2 for badges: +1 by kevin; approved (+1 kevin and tyll). What it needs beside that: `!rfr next badges`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/P3EP2XVY5RI7DEE3CZEYMOSLIPZSANHQ/
<ralph> !rfr freeze-break withdraw 2
| mail: Subject: Freeze break request: [badges] its index is broken (withdrawn)
| mail: Message-ID: <23.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 2 for badges (Badges for everyone) is withdrawn by ralph. Nothing may go ahead under it.
| mail:
| mail:     Problem: its index is broken
| ralph: Freeze break 2 for badges is withdrawn by ralph; nothing may go ahead under it.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/VGSLASJBNWEW7QTVQIBDZJB5ZNZ46GXI/
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Frozen by F45 beta, and no freeze break is asked for: `!rfr freeze-break request badges REASON`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<kevin> !rfr freeze lift
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “freeze-break withdraw 2”; the break opens nothing any more.
