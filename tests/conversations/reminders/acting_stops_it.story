# Whoever does what a reminder asks for hears no more of it; what is still open is said more and more rarely.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
-- in 15 days
<kevin> !rfr sponsor badges
<ralph> !rfr ask badges Who pays for the certificates?
-- in 15 days
<kevin> !rfr answer badges 1 Nobody, they are free
-- in 60 days
<ralph> !rfr hold badges the hardware comes in June
-- in 8 days
<ralph> !rfr release badges
-- in 30 days
