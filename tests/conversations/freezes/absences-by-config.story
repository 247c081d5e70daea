# A calendar of absences counts like people's own words; who says to be back is back, and a lost calendar keeps its last good reading.
-- after setup/staging.story
-- absent kevin 2026-03-09 2026-03-13 at a conference
<ralph> !rfr schedule badges 2026-03-10
-- calendars are read again
-- time 2026-03-11 09:00
<kevin> !rfr back
<ralph> !rfr schedule badges 2026-03-12
