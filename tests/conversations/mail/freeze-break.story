# A freeze break is asked for on the list with its problem, action and patch, and the list hears how it went.
-- list
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- announce libera/#fedora-admin
-- group sysadmin-releng tyll
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
<ralph> !rfr freeze-break request badges the certificate ends tonight; action: put the new one in place; patch: https://pagure.example.org/patch/1
-- mail from Tyll <tyll@example.org> re badges: +1 // Is the old one revoked?
<smooge> !rfr +1 1
<tyll> !rfr +1 1
<smooge> !rfr -1 1 wait for me
<smooge> !rfr +1 1
<ralph> !rfr freeze-break done 1
