# Where the config lets it, a freeze begins and ends on its predicted days by itself, once; what people set stays as they said.
-- freezes by itself
-- freeze F45 beta 2026-03-10 2026-03-25
-- freeze a data centre move 2026-04-06 2026-04-08
-- after setup/staging.story
-- announce libera/#fedora-admin
<ralph> !rfr schedule badges 2026-03-09
<kevin> !rfr signoff staging badges
-- time 2026-03-09 23:59
-- calendars are read again
-- time 2026-03-10 00:00
-- calendars are read again
-- calendars are read again
<ralph> !rfr freeze
<ralph> !rfr advance badges
<kevin> !rfr freeze start
-- time 2026-03-25 23:59
-- calendars are read again
-- time 2026-03-26 08:00
-- restart
<kevin> !rfr freeze lift
# People began this one early, so they end it: its predicted day comes and goes, and the bot only asks.
-- time 2026-04-05 10:00
<kevin> !rfr freeze start a data centre move
-- time 2026-04-10 00:00
-- calendars are read again
<ralph> !rfr freeze
<kevin> !rfr freeze lift
-- calendars are read again
