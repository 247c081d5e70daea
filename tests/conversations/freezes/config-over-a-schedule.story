# A freeze that is new in the config when the bot starts makes the sign-offs of the dates that it covers outdated, and says so once.
-- freeze F45 beta 2026-04-10 2026-04-25
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-12
<kevin> !rfr signoff staging badges
-- restart
<ralph> !rfr next badges
-- freeze F44 final 2026-03-10 2026-03-25
-- restart
<ralph> !rfr next badges
<ralph> !rfr schedule badges 2026-03-26
<kevin> !rfr signoff staging badges
-- restart
<ralph> !rfr next badges
