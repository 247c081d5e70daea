# An absence is said in words, replaces what it overlaps, is taken back while it is planned, and ended while it runs.
-- after setup/team.story
<kevin> !rfr away until friday
| kevin: Noted: kevin is away from Monday 2026-03-02 to Friday 2026-03-06, there again on Saturday 2026-03-07; `!rfr back` ends it.
<kevin> !rfr away 1 week
| kevin: Noted: kevin is away from Monday 2026-03-02 to Sunday 2026-03-08, there again on Monday 2026-03-09 (in place of 2026-03-02 to 2026-03-06); `!rfr back` ends it.
<kevin> !rfr back
| kevin: Welcome back, kevin: the absence of 2026-03-02 to 2026-03-08 ends today.
| No RFR moved since Monday 2026-03-02.
<kevin> !rfr back
| kevin: You are not away as far as I know; nothing changed.
<kevin> !rfr away cancel
| kevin: You have said of no coming day that you are away; nothing changed.
<kevin> !rfr away 2026-03-10 2026-03-20 fishing
| kevin: Noted: kevin is away from Tuesday 2026-03-10 to Friday 2026-03-20, there again on Saturday 2026-03-21 “fishing”; `!rfr away cancel` takes it back.
<kevin> !rfr back
| kevin: You are not away today; nothing changed. You will be for 2026-03-10 to 2026-03-20: `!rfr away cancel` takes that back.
<kevin> !rfr away 2026-03-15 2026-03-25 fishing for longer
| kevin: Noted: kevin is away from Sunday 2026-03-15 to Wednesday 2026-03-25, there again on Thursday 2026-03-26 “fishing for longer” (in place of 2026-03-10 to 2026-03-20); `!rfr away cancel` takes it back.
<mallory> !rfr away
| mallory: kevin will be away from Sunday 2026-03-15 to Wednesday 2026-03-25 “fishing for longer”.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
<kevin> !rfr away cancel
| kevin: Noted: kevin is not away for 2026-03-15 to 2026-03-25 after all.
<mallory> !rfr away
| mallory: Nobody is away, as far as I know.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
<kevin> !rfr away cancel
| kevin: You have said of no coming day that you are away; nothing changed.
<kevin> !rfr away cancel
| kevin: You have said of no coming day that you are away; nothing changed.
<kevin> !rfr away tomorrow
| kevin: Noted: kevin is away on Tuesday 2026-03-03, there again on Wednesday 2026-03-04; `!rfr away cancel` takes it back.
<smooge> !rfr away for 2 weeks maja stands in
| smooge: Noted: smooge is away from Monday 2026-03-02 to Sunday 2026-03-15, there again on Monday 2026-03-16 “maja stands in”; `!rfr back` ends it.
<smooge> !rfr away until 2026-04-01 maja stands in
| smooge: Noted: smooge is away from Monday 2026-03-02 to Wednesday 2026-04-01, there again on Thursday 2026-04-02 “maja stands in” (in place of 2026-03-02 to 2026-03-15); `!rfr back` ends it.
<smooge> !rfr away cancel
| smooge: You have no absence planned but are away for 2026-03-02 to 2026-04-01 now: `!rfr back` ends that.
<smooge> !rfr away until 2026-03-01
| smooge: 2026-03-01 comes before 2026-03-02; first the first day, then the last one.
<smooge> !rfr away until
| smooge: “away” needs DATE; usage: `!rfr away [DAYS…] [NOTE…]`, for example `!rfr away 2026-12-21 2027-01-04 smooge stands in`.
<smooge> !rfr away friday or monday
| smooge: “friday or monday” does not say one day. The days that may be meant: 2026-03-06 or 2026-03-02 or 2026-03-09.
<smooge> !rfr away 2026-03-05 or 2026-03-06
| smooge: “2026-03-05 or 2026-03-06” does not say one day. The days that may be meant: 2026-03-05 or 2026-03-06.
<maja> !rfr away soon
| maja: “soon” is no date; 2026-12-03, december 3rd, tomorrow, friday next week and in 2 weeks are.
<mallory> !rfr away
| mallory: smooge is away until Wednesday 2026-04-01 “maja stands in”.
| kevin will be away on Tuesday 2026-03-03.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
-- in 1 day
<smooge> !rfr back
| smooge: Welcome back, smooge: the absence of 2026-03-02 to 2026-04-01 ends today.
| No RFR moved since Monday 2026-03-02.
<mallory> !rfr away
| mallory: kevin is away until Tuesday 2026-03-03.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
