# A freeze and a deployment at the end of all years that a date can have break nothing.
-- freeze F45 9999-12-01 9999-12-31
-- after setup/staging.story
<ralph> !rfr schedule badges 9999-12-30
<ralph> !rfr schedule badges 9999-11-30
<ralph> !rfr next badges
<ralph> !rfr freeze
<ralph> !rfr status badges
<ralph> !rfr away 9999-12-31
<ralph> !rfr away 9999-12-01 to 9999-12-31
<ralph> !rfr schedule badges 262142-12-31
<ralph> !rfr snooze badges 9999-12-31
<ralph> !rfr schedule badges in 99999999 weeks
<ralph> !rfr digest
-- time 9999-12-29 12:00
<kevin> !rfr freeze
<kevin> !rfr next badges
<kevin> !rfr schedule badges in 3 days
<kevin> !rfr schedule badges in 3 weeks
<kevin> !rfr away 2 weeks
<kevin> !rfr snooze badges 2 weeks
<kevin> !rfr digest
-- in 3 days
<kevin> !rfr freeze
<kevin> !rfr next badges
