# A calendar that moves says what moved, and a date that it moves over needs another signature; what people set stays.
-- after setup/staging.story
-- announce libera/#fedora-admin libera/#fedora-noc
-- calendar fedora-releases-keytasks.ics
<ralph> !rfr schedule badges 2026-03-12
<kevin> !rfr signoff staging badges
<kevin> !rfr freeze start
-- calendar keytasks-moved.ics
<ralph> !rfr freeze
<ralph> !rfr freezes
<ralph> !rfr history badges
<ralph> !rfr next badges
