# A freeze is told of 7, 3 and 1 days before; when its day comes the bot asks to start it, and later to lift it.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- freeze F45 beta 2026-08-25 2026-09-08
-- remind
-- time 2026-08-10 14:00
<ralph> !rfr reminders
| ralph: Coming, unless somebody acts before:
| Tue 2026-08-18 09:00 UTC: F45 beta freeze begins in 7 days, on Tuesday 2026-08-25, until Tuesday 2026-09-08
| Tue 2026-08-25 09:00 UTC: F45 beta freeze was predicted from Tuesday 2026-08-25 until Tuesday 2026-09-08: start it? `!rfr freeze start F45 beta`
| They do not call you. `!rfr remind me on|off|dm`
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
# Three days before is a Saturday, on which nobody works: Monday says it once, with what is left.
-- time 2026-08-28 12:00
| — Tue 2026-08-18 09:00
| * F45 beta freeze begins in 7 days, on Tuesday 2026-08-25, until Tuesday 2026-09-08
| — Mon 2026-08-24 09:00
| * F45 beta freeze begins in 1 day, on Tuesday 2026-08-25, until Tuesday 2026-09-08
| — Tue 2026-08-25 09:00
| * F45 beta freeze was predicted from Tuesday 2026-08-25 until Tuesday 2026-09-08: start it? `!rfr freeze start F45 beta`
| — Thu 2026-08-27 09:00
| * F45 beta freeze was predicted from Tuesday 2026-08-25 until Tuesday 2026-09-08: start it? `!rfr freeze start F45 beta`
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Tuesday 2026-09-08 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
-- time 2026-09-16 12:00
| — Wed 2026-09-09 09:00
| * F45 beta freeze was expected to end on Tuesday 2026-09-08: lift it? `!rfr freeze lift F45 beta`
| — Mon 2026-09-14 09:00
| * F45 beta freeze was expected to end on Tuesday 2026-09-08: lift it? `!rfr freeze lift F45 beta`
<kevin> !rfr freeze lift F45 beta
| kevin: The freeze F45 beta is lifted (kevin) after 20 days; production may change again.
-- in 30 days
