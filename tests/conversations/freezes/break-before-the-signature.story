# An approved freeze break opens no gate: what is missing beside it is named instead of a move that would be refused.
-- after setup/staging.story
-- group sysadmin-releng tyll
<kevin> !rfr freeze add F45 beta today 2026-03-20
| kevin: The freeze F45 beta goes from Monday 2026-03-02 to Friday 2026-03-20 (kevin).
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Friday 2026-03-20 (by command). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges the certificate ends tonight
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the certificate ends tonight. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; approved (+1 smooge and tyll). What it needs beside that: `!rfr next badges`.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| A freeze is in force; freeze break 1 for it is approved.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
