# The weekly summary tells list readers what is where, what it needs and from whom, and which dates a freeze is in.
-- list
-- freeze F45 beta 2026-03-20 2026-04-03
-- summary
-- after setup/staging.story
<smooge> !rfr new mote 4322 Meeting minutes
<kevin> !rfr new anitya 4323 Release monitoring
<kevin> !rfr sponsor anitya
<kevin> !rfr hold anitya waiting for hardware
<ralph> !rfr schedule badges 2026-03-17
<ralph> !rfr ask badges How long are awards kept?
-- in 10 days
<kevin> !rfr freeze add F45 beta 2026-03-16 2026-04-03
-- summary
-- time 2026-04-10 10:00
<kevin> !rfr freeze start F45 beta
-- time 2026-05-20 10:00
-- summary
