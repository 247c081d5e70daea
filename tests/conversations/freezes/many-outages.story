# Of a day with many planned outages a few are said, and how many there are besides.
-- after setup/staging.story
-- outage 2026-03-11T22:00:00+0000 2026-03-12T02:00:00+0000 Mass update; Reboots; Storage; Network; Power
<ralph> !rfr schedule badges 2026-03-12
