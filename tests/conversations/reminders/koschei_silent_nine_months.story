# Nine months of silence on the development instance, with the default limits: what the bot says of it fits on a page.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- time 2026-03-02 14:00
<ralph> !rfr new koschei 4321 Koschei continuous rebuilds
<kevin> !rfr sponsor koschei
<ralph> !rfr people koschei add toshio
<ralph> !rfr advance koschei
<ralph> !rfr discussed koschei https://lists.example.org/thread/K/
<ralph> !rfr advance koschei
<ralph> !rfr done koschei dev-instance
# The bot knows what it will say, and why.
<kevin> !rfr reminders koschei
-- time 2026-12-02 14:00
