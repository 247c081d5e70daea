# A freeze break is for one RFR: that of another opens nothing.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
<ralph> !rfr schedule badges 2026-03-09
<kevin> !rfr signoff staging badges
<lmacken> !rfr new mote 4400 Meeting logs
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
<lmacken> !rfr freeze-break request mote the disk is full
<smooge> !rfr +1 mote
<tyll> !rfr +1 mote
<ralph> !rfr advance badges
<smooge> !rfr +1 badges
<ralph> !rfr freeze-break done 1
<ralph> !rfr freeze-break request badges mote has one, too
<smooge> !rfr +1 badges
<ralph> !rfr advance badges
