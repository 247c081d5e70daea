# Where the config says so, an objection of sysadmin-main holds a freeze break until that vote changes; elsewhere it is told with the approval.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
<ralph> !rfr schedule badges 2026-03-09
<kevin> !rfr signoff staging badges
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
<ralph> !rfr freeze-break request badges the certificate ends tonight
<tyll> !rfr +1 1
<smooge> !rfr -1 1 there is no way back
<kevin> !rfr +1 1
-- objections hold
<ralph> !rfr advance badges
<ralph> !rfr next badges
<ralph> !rfr freeze-breaks
<ralph> !rfr freeze-break done 1
<smooge> !rfr +1 1 now there is
<tyll> !rfr -1 1 I doubt it
<ralph> !rfr advance badges
