# A freeze that stands in the config after the date was set asks for another sign-off, and is said when the date is used.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-12
<kevin> !rfr signoff staging badges
-- freeze F45 beta 2026-03-10 2026-03-25
-- time 2026-03-12 09:00
<ralph> !rfr next badges
<ralph> !rfr advance badges
<kevin> !rfr signoff staging badges
<ralph> !rfr advance badges
