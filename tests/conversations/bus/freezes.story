# Of freezes nobody else tells the bus: when one starts and ends, and what becomes of the breaks that are asked for.
-- bus
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- announce libera/#fedora-admin
-- group sysadmin-releng tyll
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
| (bus freeze.start: agent kevin, freeze {"from":"2026-03-10","name":"F45 beta","to":"2026-03-25"}, people )
<ralph> !rfr freeze-break request badges the certificate ends tonight
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the certificate ends tonight. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
| (bus freeze_break.requested: agent ralph, freeze_break {"approvers":[],"freezes":["F45 beta"],"is_held":false,"number":1,"objectors":[],"reason":"the certificate ends tonight","still_needed":2}, people kevin+lmacken+ralph, rfr badges)
<smooge> !rfr +1 1 go ahead
| smooge: Freeze break 1 for badges: +1 by smooge: go ahead; 1 more approval needed (+1 smooge).
| (bus freeze_break.approved: agent smooge, freeze_break {"approvers":["smooge"],"freezes":["F45 beta"],"is_held":false,"number":1,"objectors":[],"reason":"the certificate ends tonight","still_needed":1}, people kevin+lmacken+ralph+smooge, rfr badges, text go ahead)
<tyll> !rfr -1 1 wait for me
| tyll: Freeze break 1 for badges: -1 by tyll: wait for me; 1 more approval needed (+1 smooge) (-1 tyll).
| (bus freeze_break.refused: agent tyll, freeze_break {"approvers":["smooge"],"freezes":["F45 beta"],"is_held":false,"number":1,"objectors":["tyll"],"reason":"the certificate ends tonight","still_needed":1}, people kevin+lmacken+ralph+smooge+tyll, rfr badges, text wait for me)
<tyll> !rfr +1 1
| tyll: Freeze break 1 for badges: +1 by tyll; approved (+1 smooge and tyll). What it needs beside that: `!rfr next badges`.
| (bus freeze_break.approved: agent tyll, freeze_break {"approvers":["smooge","tyll"],"freezes":["F45 beta"],"is_held":false,"number":1,"objectors":[],"reason":"the certificate ends tonight","still_needed":0}, people kevin+lmacken+ralph+smooge+tyll, rfr badges, text )
<ralph> !rfr freeze-break done 1
| ralph: Freeze break 1 for badges is done (ralph).
| (bus freeze_break.done: agent ralph, freeze_break {"approvers":["smooge","tyll"],"freezes":["F45 beta"],"is_held":false,"number":1,"objectors":[],"reason":"the certificate ends tonight","still_needed":0}, people kevin+lmacken+ralph+smooge+tyll, rfr badges)
<kevin> !rfr freeze lift
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
| (bus freeze.lift: agent kevin, freeze {"from":"2026-03-10","name":"F45 beta","to":"2026-03-25"}, people )
