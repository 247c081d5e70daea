# Who may agree to a freeze break and wants to be called is called when it is asked for.
-- freeze F45 beta 2026-03-02 2026-03-12
-- after setup/staging.story
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Thursday 2026-03-12 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<smooge> !rfr remind me on
| smooge: From now on reminders of what is up to you call you by name in the room.
<ralph> !rfr freeze-break request badges its database is full
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: its database is full. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
| * badges: ralph asks for freeze break 1: its database is full: `!rfr +1 1` or `!rfr -1 1 REASON…`.
| (calls smooge)
<smooge> !rfr todo
| smooge: 1 thing waits for smooge, oldest first:
| badges: ralph asks for freeze break 1: its database is full (no: `!rfr -1 1 REASON…`): `!rfr +1 1`
