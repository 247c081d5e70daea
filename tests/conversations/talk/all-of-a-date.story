# Every word of a date is understood, or the date is asked back in its ISO form: none becomes a note.
-- after setup/staging.story
-- time 2026-11-26 10:00
<ralph> !rfr schedule badges dec 3
| ralph: badges: production deployment on Thursday 2026-12-03, in 7 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr schedule badges the 4th of december
| ralph: badges: production deployment on Friday 2026-12-04, in 8 days (was 2026-12-03).
<ralph> !rfr schedule badges december 5th early
| ralph: badges: production deployment on Saturday 2026-12-05, in 9 days (was 2026-12-04) “early”.
| Mind: Saturday 2026-12-05 is on a weekend.
<ralph> !rfr schedule badges Thursday, December 17
| ralph: badges: production deployment on Thursday 2026-12-17, in 21 days (was 2026-12-05).
<ralph> !rfr schedule badges Friday, December 17
| ralph: “friday december 17” does not say one day. The days that may be meant: `!rfr schedule badges 2026-12-17` or `!rfr schedule badges 2026-12-18`.
<ralph> !rfr schedule badges this friday
| ralph: badges: production deployment on Friday 2026-11-27, tomorrow (was 2026-12-17).
<ralph> !rfr schedule badges friday next week
| ralph: badges: production deployment on Friday 2026-12-04, in 8 days (was 2026-11-27).
<ralph> !rfr schedule badges next friday
| ralph: “next friday” does not say one day. The days that may be meant: `!rfr schedule badges 2026-11-27` or `!rfr schedule badges 2026-12-04`.
<ralph> !rfr schedule badges thursday
| ralph: “thursday” does not say one day. The days that may be meant: `!rfr schedule badges 2026-11-26` or `!rfr schedule badges 2026-12-03`.
<ralph> !rfr schedule badges friday next month
| ralph: “friday next month” does not say one day. The days that may be meant: `!rfr schedule badges 2026-11-27`.
<ralph> !rfr schedule badges tomorrow or monday
| ralph: “tomorrow or monday” does not say one day. The days that may be meant: `!rfr schedule badges 2026-11-27` or `!rfr schedule badges 2026-11-30`.
<ralph> !rfr schedule badges end of month.
| ralph: badges: production deployment on Monday 2026-11-30, in 4 days (was 2026-12-04).
<ralph> !rfr schedule badges 2w
| ralph: badges: production deployment on Thursday 2026-12-10, in 14 days (was 2026-11-30).
<ralph> !rfr schedule badges in four weeks
| ralph: badges: production deployment on Thursday 2026-12-24, in 28 days (was 2026-12-10).
<ralph> !rfr schedule badges 2026–12–03
| ralph: badges: production deployment on Thursday 2026-12-03, in 7 days (was 2026-12-24).
<ralph> !rfr schedule badges 2026-12-04 14:00 UTC
| ralph: badges: production deployment on Friday 2026-12-04, in 8 days (was 2026-12-03) “14:00 UTC”.
<ralph> !rfr schedule badges 2026-12-04 friday
| ralph: badges was already scheduled for Friday 2026-12-04 by ralph on 2026-11-26; nothing changed.
<ralph> !rfr schedule badges 9999-12-03
| ralph: 9999-12-03 is more than ten years ahead, which looks like a slip; dates look like 2026-12-03.
<ralph> !rfr away from tomorrow until friday next week
| ralph: Noted: ralph is away from Friday 2026-11-27 to Friday 2026-12-04, there again on Saturday 2026-12-05; `!rfr away cancel` takes it back.
<ralph> !rfr away 2026-12-07 – 2026-12-09 at sea
| ralph: Noted: ralph is away from Monday 2026-12-07 to Wednesday 2026-12-09, there again on Thursday 2026-12-10 “at sea”; `!rfr away cancel` takes your next one back, 2026-11-27 to 2026-12-04; said again, the one after it.
<ralph> !rfr away tomorrow until friday or monday
| ralph: “friday or monday” does not say one day. The days that may be meant: 2026-11-27 or 2026-11-30.
<ralph> !rfr snooze badges until friday next week
| ralph: Reminders are off here: nobody is reminded of anything. The operator turns them on with [reminders] in the config.
