# Nobody is reminded of an RFR that is muted, everybody hears that it is, and unmuting brings one reminder.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
<ralph> !rfr mute badges
<ralph> !rfr mute badges waits for new hardware in June
<ralph> !rfr mute badges waits for new hardware in June
-- in 60 days
<kevin> !rfr reminders
<toshio> !rfr unmute badges
<kevin> !rfr unmute badges
<kevin> !rfr unmute badges
<ralph> !rfr drop badges nobody needs it
<ralph> !rfr mute badges it is over
