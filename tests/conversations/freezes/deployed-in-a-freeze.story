# During a freeze `deployed` without an approved freeze break says so; part of a freeze's name finds it; a sponsor who is away is said to be so where nobody else could sign.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/production.story
-- time 2026-03-10 09:00
<kevin> !rfr freeze start F45
| kevin: Which one? `!rfr freeze start F45 beta`.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done badges monitoring`.
| Mind: F45 beta is in force, and no freeze break for it is approved: `!rfr freeze-break request badges REASON`.
<kevin> !rfr freeze lift F45
| kevin: Which one? `!rfr freeze lift F45 beta`.
<kevin> !rfr freeze lift F46
| kevin: Nobody predicts a freeze F46; nothing changed. All of them: `!rfr freezes`.
