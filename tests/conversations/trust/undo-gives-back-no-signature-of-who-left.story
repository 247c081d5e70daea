# An undo of a revert gives back neither the signature of a sponsor nor the tick of an officer who could not give it any more.
-- after setup/staging.story
-- group sysadmin-main kevin smooge mizmo
<kevin> !rfr schedule badges 2026-03-20
<kevin> !rfr signoff staging badges
<mizmo> !rfr revert badges development it was too early
-- group sysadmin-main smooge mizmo
<mizmo> !rfr undo badges
<mizmo> !rfr status badges
