# What an approved freeze break is for: the move into production, what that lacks beside it, or the change itself.
-- after setup/maintenance.story
-- group sysadmin-releng tyll
<kevin> !rfr freeze add F45 beta today 2026-03-20
| kevin: The freeze F45 beta goes from Tuesday 2026-03-03 to Friday 2026-03-20 (kevin).
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Friday 2026-03-20 (by command). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges the certificate ends tonight
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the certificate ends tonight. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; approved (+1 smooge and tyll). It may go ahead: `!rfr freeze-break done 1` when it is done.
<ralph> !rfr freeze-break done 1
| ralph: Freeze break 1 for badges is done (ralph).
