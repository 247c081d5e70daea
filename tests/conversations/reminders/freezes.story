# A freeze is told of 7, 3 and 1 days before; when its day comes the bot asks to start it, and later to lift it.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- freeze F45 beta 2026-08-25 2026-09-08
-- remind
-- time 2026-08-10 14:00
<ralph> !rfr reminders
-- time 2026-08-28 12:00
<kevin> !rfr freeze start F45 beta
-- time 2026-09-16 12:00
<kevin> !rfr freeze lift F45 beta
-- in 30 days
