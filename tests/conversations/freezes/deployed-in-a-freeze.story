# During a freeze `deployed` without an approved freeze break says so; part of a freeze's name finds it; a sponsor who is away is said to be so where nobody else could sign.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/production.story
-- time 2026-03-10 09:00
<kevin> !rfr freeze start F45
| kevin: Which one? `!rfr freeze start F45 beta`.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr next badges
| ralph: badges cannot move from production to maintenance today.
| Missing: (1) staging changes merged and the resource deployed: `!rfr done badges deployed`; (2) monitoring that is confirmed to work: `!rfr done badges monitoring`.
| Frozen by F45 beta, and no freeze break is asked for: `!rfr freeze-break request badges REASON`.
<ralph> !rfr todo
| ralph: 3 things wait for ralph, oldest first:
| badges: was to be deployed on Tuesday 2026-03-03; is it done?: `!rfr done badges deployed`
| badges: to be deployed, which is frozen; if it cannot wait: `!rfr freeze-break request badges REASON…`
| badges: monitoring that is confirmed to work: `!rfr done badges monitoring`
<ralph> !rfr list
| ralph: 1 RFR open:
| badges: ▰▰▰▰▰▱ production 0 of 2 for 7 days; sponsor kevin; needs staging changes merged and the resource deployed (ralph or lmacken) and 1 more; frozen by F45 beta, no freeze break asked for; production on Tuesday 2026-03-03, which is over.
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done badges monitoring`.
| Mind: F45 beta is in force, and no freeze break for it is approved: `!rfr freeze-break request badges REASON`.
<ralph> !rfr undone badges deployed it was rolled back
| ralph: badges: deployed not done after all: it was rolled back.
| Still missing for maintenance: (1) staging changes merged and the resource deployed: `!rfr done badges deployed`; (2) monitoring that is confirmed to work: `!rfr done badges monitoring`.
<ralph> !rfr freeze-break request badges the pages are down
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the pages are down. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<ralph> !rfr todo
| ralph: 2 things wait for ralph, oldest first:
| badges: was to be deployed on Tuesday 2026-03-03; is it done?: `!rfr done badges deployed`
| badges: monitoring that is confirmed to work: `!rfr done badges monitoring`
<ralph> !rfr next badges
| ralph: badges cannot move from production to maintenance today.
| Missing: (1) staging changes merged and the resource deployed: `!rfr done badges deployed`; (2) monitoring that is confirmed to work: `!rfr done badges monitoring`.
| Frozen by F45 beta, and freeze break 1 lacks 2 approvals: `!rfr +1 1`.
| Not for you to type: +1 is for sysadmin-main or sysadmin-releng.
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done badges monitoring`.
| Mind: F45 beta is in force, and no freeze break for it is approved: two others agree by `!rfr +1 1`.
<ralph> !rfr undone badges deployed it was rolled back again
| ralph: badges: deployed not done after all: it was rolled back again.
| Still missing for maintenance: (1) staging changes merged and the resource deployed: `!rfr done badges deployed`; (2) monitoring that is confirmed to work: `!rfr done badges monitoring`.
<kevin> !rfr freeze lift F45
| kevin: Which one? `!rfr freeze lift F45 beta`.
<kevin> !rfr freeze lift F46
| kevin: Nobody predicts a freeze F46; nothing changed. All of them: `!rfr freezes`.
