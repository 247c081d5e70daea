# One person alone, and a development instance that nobody removes, are named rarely but until somebody acts.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
<kevin> !rfr sponsor badges
<ralph> !rfr advance badges
<ralph> !rfr discussed badges https://lists.example.org/thread/A/
<ralph> !rfr people badges add ralph
<ralph> !rfr advance badges
<ralph> !rfr done badges dev-instance
-- time 2026-05-01 12:00
<ralph> !rfr people badges add toshio
-- time 2026-11-20 12:00
