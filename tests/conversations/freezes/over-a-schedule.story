# A freeze that comes over a production date makes the staging sign-off outdated, and its people are named.
-- after setup/staging.story
-- announce libera/#fedora-admin libera/#fedora-noc
<ralph> !rfr schedule badges 2026-03-12
<kevin> !rfr signoff staging badges
<smooge> !rfr freeze add F45 beta 2026-03-10 2026-03-25
<smooge> !rfr undo badges
<ralph> !rfr next badges
<ralph> !rfr freeze
<ralph> !rfr schedule badges 2026-03-26
<kevin> !rfr signoff staging badges
<smooge> !rfr freeze add F45 beta 2026-03-10 2026-03-24
