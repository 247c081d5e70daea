# Where nothing of an RFR can be undone any more, no undo of it is offered beside what ends the last change.
-- remind
-- after setup/staging.story
<ralph> !rfr note badges it works
| ralph: badges: noted: it works.
<ralph> !rfr undo
| ralph: badges: the last change was undone (noted: it works).
<ralph> !rfr remind me off
| ralph: Reminders do not call you already.
<ralph> !rfr undo
| ralph: badges: there is nothing to undo. What happened: `!rfr history badges`.
<ralph> !rfr note badges it works again
| ralph: badges: noted: it works again.
-- in 120 minutes
<ralph> !rfr remind me on
| ralph: From now on reminders of what is up to you call you by name in the room.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “remind me on”; what ends that: `!rfr remind me off`.
