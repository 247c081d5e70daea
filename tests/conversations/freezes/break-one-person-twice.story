# One person on two networks is one voice: a second +1 from the other network changes nothing, and an own +1 from there counts as little.
-- identity smooge oftc/stephen
-- identity kevin oftc/nirik
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-09
<kevin> !rfr signoff staging badges
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
<kevin> !rfr freeze-break request badges the certificate ends tonight
<smooge> !rfr +1 1
-- place oftc/#fedora-admin
-- login stephen stephen
-- login nirik nirik
<stephen> !rfr +1 1
<stephen> !rfr +1 1 I have thought about it
<nirik> !rfr +1 1
<nirik> !rfr advance badges
