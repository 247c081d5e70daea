# An undo of an absence that has not begun names the line that takes it back.
-- after setup/planning.story
<ralph> !rfr away tomorrow
| ralph: Noted: ralph is away on Tuesday 2026-03-03, there again on Wednesday 2026-03-04; `!rfr away cancel` takes it back.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “away tomorrow”; what ends that: `!rfr away cancel`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr away cancel
| ralph: Noted: ralph is not away for 2026-03-03 after all.
<ralph> !rfr away today
| ralph: Noted: ralph is away on Monday 2026-03-02, there again on Tuesday 2026-03-03; `!rfr back` ends it.
<ralph> !rfr undo
| ralph: An undo takes back a change of an RFR, and your last change was “away today”; what ends that: `!rfr back`. For your last change of badges: `!rfr undo badges`.
<ralph> !rfr back
| ralph: Welcome back, ralph: the absence of 2026-03-02 ends today.
| 1 RFR moved since Monday 2026-03-02:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning.
<ralph> !rfr away friday tomorrow
| ralph: 2026-03-03 comes before 2026-03-06; first the first day, then the last one.
<ralph> !rfr away tomorrow friday
| ralph: Noted: ralph is away from Tuesday 2026-03-03 to Friday 2026-03-06, there again on Saturday 2026-03-07; `!rfr away cancel` takes it back.
<ralph> !rfr away 3 days next week
| ralph: “next week” does not say one day. The days that may be meant: 2026-03-04.
