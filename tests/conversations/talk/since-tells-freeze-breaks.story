# What happened to freeze breaks is told by since, and by a digest where they are over; an undo offers a new one only in a freeze.
-- after setup/staging.story
-- group sysadmin-main kevin smooge nirik
<kevin> !rfr freeze add "F45 beta" 2026-03-03 2026-03-25
| kevin: The freeze F45 beta goes from Tuesday 2026-03-03 to Wednesday 2026-03-25 (kevin).
<kevin> !rfr freeze start "F45 beta"
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by command). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges its database is full
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: its database is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<smooge> !rfr +1 badges looks safe
| smooge: Freeze break 1 for badges: +1 by smooge: looks safe; 1 more approval needed (+1 smooge).
<ralph> !rfr since today
| ralph: 1 RFR moved since Monday 2026-03-02:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 12 more things: `!rfr history badges`.
| Freeze break 1 badges (F45 beta), 1 more approval needed (+1 smooge); asked for by ralph on 2026-03-02: its database is full.
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in staging.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 12 more things: `!rfr history badges`.
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin); frozen by F45 beta, freeze break 1 lacks 1 approval (+1 smooge).
| Freeze breaks: 1 for badges lacks 1 approval: `!rfr +1 1`.
| Freezes: F45 beta has been in force since Monday 2026-03-02, expected to end after Wednesday 2026-03-25; no other is predicted.
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng.
<ralph> !rfr freeze-break withdraw badges it can wait
| ralph: Freeze break 1 for badges is withdrawn by ralph: it can wait; nothing may go ahead under it.
<ralph> !rfr since today
| ralph: 1 RFR moved since Monday 2026-03-02:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 12 more things: `!rfr history badges`.
| Freeze break 1 badges (F45 beta), withdrawn (+1 smooge); asked for by ralph on 2026-03-02: its database is full.
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in staging.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 12 more things: `!rfr history badges`.
| Freeze break 1 badges (F45 beta), withdrawn (+1 smooge); asked for by ralph on 2026-03-02: its database is full.
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin); frozen by F45 beta, no freeze break asked for.
| Freezes: F45 beta has been in force since Monday 2026-03-02, expected to end after Wednesday 2026-03-25; no other is predicted.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “freeze-break withdraw badges it can wait”; what ends that: `!rfr freeze-break request badges REASON…`.
<kevin> !rfr freeze lift "F45 beta"
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “freeze-break withdraw badges it can wait”; the break opens nothing any more.
-- in 2 days
<ralph> !rfr since yesterday
| ralph: No RFR moved since Tuesday 2026-03-03.
