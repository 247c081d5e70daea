# A sponsor stays the sponsor until another member has accepted.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<kevin> !rfr handover badges ralph
<kevin> !rfr handover badges smooge
<ralph> !rfr who badges
<kevin> !rfr signoff development badges
<smooge> !rfr sponsor badges
<ralph> !rfr who badges
