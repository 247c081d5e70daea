# A mail that the server takes later is seen in `mail`; one that it refuses for good is told once, with the server's words.
-- list
-- announce libera/#fedora-admin
-- group sysadmin-main kevin
-- person ralph
-- mail delayed 451 4.7.1 greylisted, try again later
<ralph> !rfr new badges 4321 Badges
<ralph> !rfr mail
-- restart
<ralph> !rfr mail
-- mail refused 550 5.1.1 no such list
-- restart
<ralph> !rfr mail
-- restart
<ralph> !rfr mail
<kevin> !rfr sponsor badges
<ralph> !rfr history badges
