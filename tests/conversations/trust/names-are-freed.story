# A former name is not kept for ever: sysadmin-main frees it at once, and 90 days after the renaming anybody may use it; nobody keeps more than three.
-- after setup/sponsored.story
<ralph> !rfr rename badges tahrir
| ralph: badges is called tahrir now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<mallory> !rfr new badges 4444 Another one
| mallory: badges is a former name of tahrir until 2026-05-31; sysadmin-main frees it at once with `!rfr free badges`; see `!rfr status tahrir`, or choose another name.
| Not for you to type: free is for sysadmin-main.
<mallory> !rfr free badges
| mallory: tahrir: that is for sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who tahrir`.
<mallory> !rfr why
| mallory: Your last refusal: tahrir: that is for sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who tahrir`.
| House rule: an RFR is changed by those who take part in it, and by sysadmin-main.
<kevin> !rfr free tahrir
| kevin: tahrir: only a name that it had before is freed. What it was called: `!rfr history tahrir`.
<kevin> !rfr free #4321
| kevin: tahrir: only a name that it had before is freed. What it was called: `!rfr history tahrir`.
<kevin> !rfr free
| kevin: “free” needs NAME; usage: `!rfr free NAME`, for example `!rfr free badges`.
<kevin> !rfr free badges
| kevin: tahrir: badges is no former name of it any more.
<kevin> !rfr free badges
| kevin: I know no RFR “badges”. Only tahrir is open; ended ones too: `!rfr list all`.
<mallory> !rfr new badges 4444 Another one
| mallory: New RFR badges: Another one (by mallory; https://forge.example.org/infra/tickets/issues/4444). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr undo tahrir
| kevin: There is an RFR badges already; see `!rfr status badges`, or choose another name.
<mallory> !rfr undo badges
| mallory: badges: the request was taken back; it is gone (by mallory; https://forge.example.org/infra/tickets/issues/4444).
<kevin> !rfr undo tahrir
| kevin: tahrir: the last change was undone (badges is no former name of it any more).
<mallory> !rfr new badges 4444 Another one
| mallory: badges is a former name of tahrir until 2026-05-31; sysadmin-main frees it at once with `!rfr free badges`; see `!rfr status tahrir`, or choose another name.
| Not for you to type: free is for sysadmin-main.
<ralph> !rfr rename tahrir awards
| ralph: tahrir is called awards now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename awards tahrir
| ralph: awards is called tahrir now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename tahrir awards
| ralph: tahrir is called awards now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename awards medals
| ralph: awards is called medals now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename medals prizes
| ralph: medals: I keep at most 3 former names, and this would be more; sysadmin-main frees one of them: `!rfr free badges`.
| Not for you to type: free is for sysadmin-main.
<ralph> !rfr rename medals crowns
| ralph: medals: I keep at most 3 former names, and this would be more; sysadmin-main frees one of them: `!rfr free badges`.
| Not for you to type: free is for sysadmin-main.
-- in 89 days
<mallory> !rfr new awards 4445 A third one
| mallory: awards is a former name of medals until 2026-05-31; sysadmin-main frees it at once with `!rfr free awards`; see `!rfr status medals`, or choose another name.
| Not for you to type: free is for sysadmin-main.
-- in 2 days
<mallory> !rfr new awards 4445 A third one
| mallory: New RFR awards: A third one (by mallory; https://forge.example.org/infra/tickets/issues/4445). Next: planning, which needs a sponsor who accepted. `!rfr next awards` tells more.
<mallory> !rfr status awards
| mallory: awards (A third one): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4445
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next awards` says what to type.
<ralph> !rfr status tahrir
| ralph: medals (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 2 of 2 for 91 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that planning needs is missing: `!rfr advance medals`.
<mallory> !rfr history prizes
| mallory: I know no RFR “prizes”. Open are medals, awards; ended ones too: `!rfr list all`.
-- restart
<mallory> !rfr status awards
| mallory: awards (A third one): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4445
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next awards` says what to type.
-- lose the database
<mallory> !rfr status awards
| mallory: awards (A third one): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4445
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next awards` says what to type.
<ralph> !rfr rename medals crowns
| ralph: medals is called crowns now (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance crowns`.
