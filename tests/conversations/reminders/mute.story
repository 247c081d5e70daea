# Nobody is reminded of an RFR that is muted, everybody hears that it is, and unmuting brings one reminder.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr mute badges
| ralph: “mute” needs REASON…; usage: `!rfr mute badges REASON…`, for example `!rfr mute badges waits for new hardware in March`.
<ralph> !rfr mute badges waits for new hardware in June
| ralph: badges: no more reminders; muted by ralph: waits for new hardware in June. `!rfr unmute badges`
<ralph> !rfr mute badges waits for new hardware in June
| ralph: badges is muted already by ralph: waits for new hardware in June.
-- in 60 days
<kevin> !rfr reminders
| kevin: badges is muted by ralph: waits for new hardware in June. `!rfr unmute badges`
| No reminder is coming.
| They do not call you. `!rfr remind me on|off|dm`
<toshio> !rfr unmute badges
| toshio: That is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Ask one of them.
<kevin> !rfr unmute badges
| kevin: badges: reminders are on again; unmuted by kevin.
| — Fri 2026-05-01 14:01
| * badges has had no sponsor for 60 days. For sysadmin-main: `!rfr sponsor badges` (https://forge.example.org/infra/tickets/issues/4321)
<kevin> !rfr unmute badges
| kevin: badges is not muted.
<ralph> !rfr drop badges nobody needs it
| ralph: badges (Badges for everyone) was dropped in pre-sponsorship: nobody needs it (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr mute badges it is over
| ralph: badges is not open any more, so nobody is reminded of it. See `!rfr status badges`
