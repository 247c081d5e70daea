# A calendar only predicts: members of sysadmin-main or sysadmin-releng start and lift a freeze, and everywhere hears of it.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
-- announce libera/#fedora-admin libera/#fedora-noc
<ralph> !rfr freeze
| ralph: No freeze is in force.
| Next: F45 beta from Tuesday 2026-03-10 to Wednesday 2026-03-25 (by the config), in 8 days.
<kevin> !rfr freeze start
| kevin: No freeze is due to start today; name the one that you mean. All of them: `!rfr freezes`.
-- time 2026-03-11 09:00
<ralph> !rfr freeze
| ralph: No freeze is in force.
| F45 beta is predicted for 2026-03-10 to 2026-03-25 (by the config; 14 days left), and nobody has started it. Is it time? `!rfr freeze start F45 beta`.
| No other freeze is predicted.
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
<ralph> !rfr freeze start
| ralph: That is for sysadmin-main or sysadmin-releng; in these groups are kevin, smooge and tyll. Ask one of them.
<ralph> !rfr why
| ralph: Your last refusal: That is for sysadmin-main or sysadmin-releng; in these groups are kevin, smooge and tyll. Ask one of them.
| House rule: freezes are started and lifted, and freeze breaks approved, by members of sysadmin-main and sysadmin-releng; a break is asked for by those involved in the RFR.
<tyll> !rfr freeze start
| tyll: The freeze F45 beta is in force now (tyll), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
| [libera/#fedora-noc] * The freeze F45 beta is in force now (tyll), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<kevin> !rfr freeze start F45 beta
| kevin: F45 beta was already started by tyll on 2026-03-11; nothing changed.
<kevin> !rfr freeze start
| kevin: F45 beta was already started by tyll on 2026-03-11; nothing changed.
-- time 2026-03-20 09:00
-- restart
<ralph> !rfr freeze
| ralph: F45 beta is in force since Wednesday 2026-03-11 (started by tyll), expected to end after Wednesday 2026-03-25 (by the config); 5 days left.
| No other freeze is predicted.
<kevin> !rfr freeze remove F45 beta
| kevin: F45 beta is in force, so it is lifted, not removed: `!rfr freeze lift F45 beta`.
-- time 2026-03-27 09:00
-- lose the database
<ralph> !rfr frozen
| ralph: F45 beta is in force since Wednesday 2026-03-11 (started by tyll), and its predicted end was Wednesday 2026-03-25: lift it? `!rfr freeze lift F45 beta`.
| No other freeze is predicted.
| Not for you to type: freeze lift is for sysadmin-main or sysadmin-releng.
<tyll> !rfr freeze lift
| tyll: The freeze F45 beta is lifted (tyll) after 17 days; production may change again.
| [libera/#fedora-noc] * The freeze F45 beta is lifted (tyll) after 17 days; production may change again.
<tyll> !rfr freeze lift
| tyll: No freeze is in force; nothing changed. All of them: `!rfr freezes`.
<tyll> !rfr freeze lift f45-beta
| tyll: F45 beta is not in force; nothing changed. If it is not to come at all: `!rfr freeze remove F45 beta`.
<ralph> !rfr freezes
| ralph: F45 beta: 2026-03-10 to 2026-03-25 (by the config); lifted on Friday 2026-03-27 by tyll.
<ralph> !rfr freeze
| ralph: No freeze is in force.
| No other freeze is predicted.
