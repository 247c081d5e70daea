# An undo takes back no change of an RFR when somebody's last change was something else: it names what ends that.
-- remind
-- after setup/staging.story
<ralph> !rfr hold badges the database moves
| ralph: badges (Badges for everyone) is on hold: the database moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr away tomorrow 2026-03-06
| ralph: Noted: ralph is away from Tuesday 2026-03-03 to Friday 2026-03-06, there again on Saturday 2026-03-07; `!rfr away cancel` takes it back.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “away tomorrow 2026-03-06”; what ends that: `!rfr away cancel`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr back
| ralph: You are not away today; nothing changed. You will be for 2026-03-03 to 2026-03-06: `!rfr away cancel` takes that back.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “away tomorrow 2026-03-06”; what ends that: `!rfr away cancel`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr focus badges
| ralph: This place talks about badges (staging) now; `!rfr focus off` ends that.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “focus badges”; what ends that: `!rfr focus off`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr focus off
| ralph: This place talks about no RFR in particular now.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “focus off”; what ends that: `!rfr focus RFR`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr snooze badges 2 weeks
| ralph: Nothing about badges until Monday 2026-03-16, 14 days from now.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “snooze badges 2 weeks”; that ends by itself. To be reminded from tomorrow on: `!rfr snooze badges 1 day`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr mute badges it waits for hardware
| ralph: badges: no more reminders; muted by ralph: it waits for hardware. `!rfr unmute badges`
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “mute badges it waits for hardware”; what ends that: `!rfr unmute badges`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr unmute badges
| ralph: badges: reminders are on again; unmuted by ralph.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “unmute badges”; what ends that: `!rfr mute badges REASON…`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr remind me on
| ralph: From now on reminders of what is up to you call you by name in the room.
-- restart
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “remind me on”; what ends that: `!rfr remind me off`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr undo badges
| ralph: badges: undone: put on hold: the database moves. It is in staging; sponsor kevin (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<kevin> !rfr note badges hello
| kevin: badges: noted: hello.
<kevin> !rfr freeze add F45 beta 2026-08-25 2026-09-16
| kevin: The freeze F45 beta goes from Tuesday 2026-08-25 to Wednesday 2026-09-16 (kevin).
<kevin> !rfr undo
| kevin: An undo takes back a change of an RFR, and your last change was “freeze add F45 beta 2026-08-25 2026-09-16”; what ends that: `!rfr freeze remove F45 beta`. For your last change of badges: `!rfr undo badges`.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-09-16 (by command). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
| Mind: its first day is Tuesday 2026-08-25 (by command), in 176 days, and it is in force from today on. If that was a slip: `!rfr freeze lift F45 beta`.
<kevin> !rfr undo
| kevin: An undo takes back a change of an RFR, and your last change was “freeze start F45 beta”; what ends that: `!rfr freeze lift F45 beta`. For your last change of badges: `!rfr undo badges`.
<kevin> !rfr freeze-break request badges its disk is full
| kevin: Freeze break 1 for badges (F45 beta) is asked for by kevin: its disk is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<kevin> !rfr undo
| kevin: An undo takes back a change of an RFR, and your last change was “freeze-break request badges its disk is full”; what ends that: `!rfr freeze-break withdraw 1`. For your last change of badges: `!rfr undo badges`.
<smooge> !rfr +1 badges
| smooge: Freeze break 1 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
<smooge> !rfr undo
| smooge: An undo takes back a change of an RFR, and your last change was “+1 badges”; what ends that: `!rfr -1 1 REASON…`.
<kevin> !rfr freeze lift
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
| Freeze break 1 (badges) expires with it: nobody said that it was done.
<kevin> !rfr undo
| kevin: An undo takes back a change of an RFR, and your last change was “freeze lift”; what ends that: `!rfr freeze start F45 beta`. For your last change of badges: `!rfr undo badges`.
<mallory> !rfr undo
| mallory: Which RFR? Name it, or let this place talk about one: `!rfr focus RFR`. The open ones: `!rfr status`.
