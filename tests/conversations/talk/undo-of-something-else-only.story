# Where nothing of an RFR can be undone any more, no undo of it is offered beside what ends the last change.
-- remind
-- after setup/staging.story
<ralph> !rfr note badges it works
| ralph: badges: noted: it works.
<ralph> !rfr undo
| ralph: badges: the last change was undone (noted: it works).
<ralph> !rfr remind me off
| ralph: From now on neither reminders nor those who ask you for something call you; the room still hears them.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “remind me off”; what ends that: `!rfr remind me on`.
<ralph> !rfr note badges it works again
| ralph: badges: noted: it works again.
-- in 120 minutes
<ralph> !rfr remind me on
| ralph: From now on reminders of what is up to you call you by name in the room.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “remind me on”; what ends that: `!rfr remind me off`.
