# A snooze keeps an RFR or a question quiet until its day, and no longer.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr ask badges Who pays for the certificates?
| ralph: badges: question 1 opened: Who pays for the certificates?
<ralph> !rfr ask badges Where is the logo?
| ralph: badges: question 2 opened: Where is the logo?
<ralph> !rfr snooze question 1 of badges 3 weeks
| ralph: Nothing about question 1 of badges until Monday 2026-03-23, 21 days from now.
<kevin> !rfr reminders badges
| kevin: Coming, unless somebody acts before:
| Mon 2026-03-16 15:00 UTC: badges: question 2 has been open for 14 days: “Where is the logo?”. `!rfr answer badges 2 …` (https://forge.example.org/infra/tickets/issues/4321)
| Mon 2026-03-23 09:00 UTC: badges: question 1 has been open for 21 days: “Who pays for the certificates?”. `!rfr answer badges 1 …` (https://forge.example.org/infra/tickets/issues/4321)
| They do not call you. `!rfr remind me on|off|dm`
-- in 16 days
| — Mon 2026-03-16 15:00
| * badges: question 2 has been open for 14 days: “Where is the logo?”. `!rfr answer badges 2 …` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr snooze badges until 2026-04-20
| ralph: Nothing about badges until Monday 2026-04-20, 33 days from now.
<ralph> !rfr snooze badges until 2026-04-20
| ralph: badges is snoozed until Monday 2026-04-20 already.
-- time 2026-04-20 08:00
-- time 2026-04-20 12:00
| — Mon 2026-04-20 09:00
| * badges: questions 1 and 2 are open, the oldest for 49 days. `!rfr questions badges` (https://forge.example.org/infra/tickets/issues/4321)
# What is no time is answered with the forms; what is not there, with where to look.
<ralph> !rfr snooze badges
| ralph: “snooze” needs DURATION; usage: `!rfr snooze RFR|question N [of RFR] DURATION`, for example `!rfr snooze badges 2 weeks`.
<ralph> !rfr snooze badges a while
| ralph: “a while” is no time that I know; “2 weeks”, “until friday” and a date such as 2026-12-03 are.
<ralph> !rfr snooze badges yesterday
| ralph: 2026-04-19 is not after today; give a later day.
<ralph> !rfr snooze badges 2030-01-01
| ralph: 2030-01-01 is more than a year ahead; snooze for less, or `!rfr mute badges REASON…`.
<ralph> !rfr snooze question 9 of badges 2 weeks
| ralph: badges has no open question 9. They are in `!rfr questions badges`
<ralph> !rfr why
| ralph: Your last refusal: badges has no open question 9. They are in `!rfr questions badges`
| House rule: people are reminded of open RFRs and open questions only.
<toshio> !rfr snooze badges 2 weeks
| toshio: That is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Ask one of them.
<toshio> !rfr why
| toshio: Your last refusal: That is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Ask one of them.
| House rule: an RFR is snoozed and muted by those involved in it, or by sysadmin-main.
<stranger> !rfr snooze badges 2 weeks
| stranger: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
