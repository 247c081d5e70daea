# A date that moves after the sponsor signed makes the sponsor look again.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-10
<kevin> !rfr signoff staging badges
<ralph> !rfr schedule badges 2026-03-17 the database move comes first
-- time 2026-03-17 09:00
<ralph> !rfr advance badges
<kevin> !rfr signoff staging badges
<ralph> !rfr advance badges
