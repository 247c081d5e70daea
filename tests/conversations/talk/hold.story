# What is on hold is neither signed nor moved; records and questions go on.
-- after setup/development.story
<ralph> !rfr hold badges the datacenter moves
<kevin> !rfr signoff development badges
<ralph> !rfr advance badges
<ralph> !rfr hold badges the datacenter still moves
<ralph> !rfr done badges testing
<maja> !rfr ask badges Who can award a badge?
-- in 12 days
<ralph> !rfr status badges
<ralph> !rfr next badges
<ralph> !rfr release badges the move is over
<ralph> !rfr answer badges 5 members of sysadmin-badges
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<kevin> !rfr signoff development badges
