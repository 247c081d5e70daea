# A calendar of absences counts like people's own words; who says to be back is back, and a lost calendar keeps its last good reading.
-- after setup/staging.story
-- absent kevin 2026-03-09 2026-03-13 at a conference
<ralph> !rfr schedule badges 2026-03-10
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the sponsor, kevin, is away on Tuesday 2026-03-10; the first day when they are there is Saturday 2026-03-14.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- absences gone
-- calendars are read again
-- restart
<ralph> !rfr schedule badges 2026-03-13
| ralph: badges: production deployment on Friday 2026-03-13, in 11 days (was 2026-03-10).
| Mind: the sponsor, kevin, is away on Friday 2026-03-13; the first day when they are there is Saturday 2026-03-14.
<ralph> !rfr freeze
| ralph: No freeze is in force.
| No other freeze is predicted.
| The calendar absences.ics could not be read, so its last good reading, if there is one, counts: No such file or directory (os error 2).
-- time 2026-03-11 09:00
<kevin> !rfr back
| kevin: Welcome back, kevin: the absence of 2026-03-09 to 2026-03-13 ends today.
| No RFR moved since Monday 2026-03-09.
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: production deployment on Thursday 2026-03-12, tomorrow (was 2026-03-13).
