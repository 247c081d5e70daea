# What turns out not to be done after the sponsor signed makes the sponsor look again.
-- after setup/staging.story
<ralph> !rfr done badges config-management
<ralph> !rfr schedule badges 2026-03-03
<kevin> !rfr signoff staging badges
<lmacken> !rfr undone badges config-management the cron jobs are made by hand
<ralph> !rfr advance badges
<ralph> !rfr done badges config-management
<ralph> !rfr advance badges
<kevin> !rfr signoff staging badges
-- time 2026-03-03 09:00
<ralph> !rfr advance badges
