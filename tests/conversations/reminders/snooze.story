# A snooze keeps an RFR or a question quiet until its day, and no longer.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
<kevin> !rfr sponsor badges
<ralph> !rfr ask badges Who pays for the certificates?
<ralph> !rfr ask badges Where is the logo?
<ralph> !rfr snooze question 1 of badges 3 weeks
<kevin> !rfr reminders badges
-- in 16 days
<ralph> !rfr snooze badges until 2026-04-20
<ralph> !rfr snooze badges until 2026-04-20
-- time 2026-04-20 08:00
-- time 2026-04-20 12:00
# What is no time is answered with the forms; what is not there, with where to look.
<ralph> !rfr snooze badges
<ralph> !rfr snooze badges a while
<ralph> !rfr snooze badges yesterday
<ralph> !rfr snooze badges 2030-01-01
<ralph> !rfr snooze question 9 of badges 2 weeks
<ralph> !rfr why
<toshio> !rfr snooze badges 2 weeks
<toshio> !rfr why
<stranger> !rfr snooze badges 2 weeks
