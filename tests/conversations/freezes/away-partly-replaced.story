# An absence that replaces only a part of another says which part, and whoever is back hears of what is still planned.
-- after setup/team.story
<kevin> !rfr away 2 weeks
| kevin: Noted: kevin is away from Monday 2026-03-02 to Sunday 2026-03-15, there again on Monday 2026-03-16; `!rfr back` ends it.
<kevin> !rfr away 2026-03-04 2026-03-06
| kevin: Noted: kevin is away from Wednesday 2026-03-04 to Friday 2026-03-06, there again on Saturday 2026-03-07 (in place of 2026-03-04 to 2026-03-15; still away until Tuesday 2026-03-03); `!rfr away cancel` takes it back.
<mallory> !rfr away
| mallory: kevin is away until Tuesday 2026-03-03.
| kevin will be away from Wednesday 2026-03-04 to Friday 2026-03-06.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
<kevin> !rfr back
| kevin: Welcome back, kevin: the absence of 2026-03-02 to 2026-03-03 ends today. You are still to be away for 2026-03-04 to 2026-03-06: `!rfr away cancel` takes that back.
| No RFR moved since Monday 2026-03-02.
<mallory> !rfr away
| mallory: kevin will be away from Wednesday 2026-03-04 to Friday 2026-03-06.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
<kevin> !rfr away cancel
| kevin: Noted: kevin is not away for 2026-03-04 to 2026-03-06 after all.
<mallory> !rfr away
| mallory: Nobody is away, as far as I know.
| `!rfr away until DATE` says that you are, `!rfr away FROM TO` that you will be.
# The running one stays where the planned one is taken back.
<smooge> !rfr away 2 weeks
| smooge: Noted: smooge is away from Monday 2026-03-02 to Sunday 2026-03-15, there again on Monday 2026-03-16; `!rfr back` ends it.
<smooge> !rfr away 2026-03-04 2026-03-06
| smooge: Noted: smooge is away from Wednesday 2026-03-04 to Friday 2026-03-06, there again on Saturday 2026-03-07 (in place of 2026-03-04 to 2026-03-15; still away until Tuesday 2026-03-03); `!rfr away cancel` takes it back.
<smooge> !rfr away cancel
| smooge: Noted: smooge is not away for 2026-03-04 to 2026-03-06 after all. You are still away for 2026-03-02 to 2026-03-03: `!rfr back` ends that.
<smooge> !rfr back
| smooge: Welcome back, smooge: the absence of 2026-03-02 to 2026-03-03 ends today.
| No RFR moved since Monday 2026-03-02.
# The next one is taken back first, and who is away for another reason that day is not there again.
<maja> !rfr away 2026-03-10 2026-03-12
| maja: Noted: maja is away from Tuesday 2026-03-10 to Thursday 2026-03-12, there again on Friday 2026-03-13; `!rfr away cancel` takes it back.
<maja> !rfr away 2026-03-20 2026-03-22
| maja: Noted: maja is away from Friday 2026-03-20 to Sunday 2026-03-22, there again on Monday 2026-03-23; `!rfr away cancel` takes your next one back, 2026-03-10 to 2026-03-12; said again, the one after it.
<maja> !rfr away 2026-03-08 2026-03-09
| maja: Noted: maja is away from Sunday 2026-03-08 to Monday 2026-03-09, there again on Friday 2026-03-13; `!rfr away cancel` takes it back.
<maja> !rfr away cancel
| maja: Noted: maja is not away for 2026-03-08 to 2026-03-09 after all. You are still to be away for 2026-03-10 to 2026-03-12: `!rfr away cancel` takes that back.
<maja> !rfr away cancel
| maja: Noted: maja is not away for 2026-03-10 to 2026-03-12 after all. You are still to be away for 2026-03-20 to 2026-03-22: `!rfr away cancel` takes that back.
<maja> !rfr away cancel
| maja: Noted: maja is not away for 2026-03-20 to 2026-03-22 after all.
<maja> !rfr away cancel
| maja: You have said of no coming day that you are away; nothing changed.
