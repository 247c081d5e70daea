# An undo puts back only what the person could bring about at that moment: who left every group brings nothing back into production.
-- after setup/production.story
<smooge> !rfr revert badges staging it falls over
-- group sysadmin-main kevin
<smooge> !rfr undo
<smooge> !rfr undo badges
<smooge> !rfr why
-- group sysadmin-main kevin smooge
<smooge> !rfr undo
<smooge> !rfr remove badges replaced
-- group sysadmin-main kevin
<smooge> !rfr undo
-- group sysadmin-main kevin smooge
<smooge> !rfr undo
<smooge> !rfr hold badges wait for the audit
-- group sysadmin-main kevin
<smooge> !rfr undo
-- group sysadmin-main kevin smooge
<smooge> !rfr hold badges wait for the other audit
<kevin> !rfr release badges
-- group sysadmin-main smooge
<kevin> !rfr undo
<kevin> !rfr unsponsor badges no time
-- group sysadmin-main smooge kevin
<smooge> !rfr note badges hello
