# A calendar that becomes a web page, is empty or is gone changes nothing: its last good reading counts, and that is said.
-- after setup/staging.story
-- calendar fedora-releases-keytasks.ics
<ralph> !rfr schedule badges 2026-04-20
<kevin> !rfr signoff staging badges
-- calendar becomes robots-wall.html
-- calendars are read again
<ralph> !rfr freeze
-- calendar becomes nothing
-- calendars are read again
<ralph> !rfr freeze
-- restart
<ralph> !rfr freeze
<ralph> !rfr schedule badges 2026-04-10
-- calendar becomes keytasks-moved.ics
-- calendars are read again
<ralph> !rfr freeze
