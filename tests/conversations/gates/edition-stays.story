# An RFR keeps the edition of the SOP that it began under, even when the team has moved on to another.
-- after setup/staging.story
-- edition audit
<ralph> !rfr version
<ralph> !rfr done badges audit-approved
<maja> !rfr done badges audit-approved
<ralph> !rfr next badges
