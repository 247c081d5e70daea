# A week away is its working days; a day that cannot be meant is refused, and no date passes for a command.
-- after setup/planning.story
<ralph> !rfr away next week
| ralph: Noted: ralph is away from Monday 2026-03-09 to Friday 2026-03-13, there again on Saturday 2026-03-14; `!rfr away cancel` takes it back.
<ralph> !rfr away 40 years
| ralph: “40 years” is no time that I know; “2 weeks”, “until friday” and a date such as 2026-12-03 are.
<ralph> !rfr away cancel
| ralph: Noted: ralph is not away for 2026-03-09 to 2026-03-13 after all.
<ralph> !rfr away friday
| ralph: Noted: ralph is away on Friday 2026-03-06, there again on Saturday 2026-03-07; `!rfr away cancel` takes it back.
<kevin> !rfr since tomorrow
| kevin: 2026-03-03 is ahead, and this looks back.
