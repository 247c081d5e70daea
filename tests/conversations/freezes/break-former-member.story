# An approval counts for as long as who gave it is a member: one who left the groups does not open production.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
<ralph> !rfr schedule badges 2026-03-09
<kevin> !rfr signoff staging badges
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
<ralph> !rfr freeze-break request badges the disk is full
<smooge> !rfr +1 1
<tyll> !rfr +1 1
-- group sysadmin-releng maja
<ralph> !rfr advance badges
<tyll> !rfr +1 1 still
<ralph> !rfr freeze-breaks
<ralph> !rfr freeze-break done 1
<maja> !rfr +1 1
<ralph> !rfr advance badges
