# A slip gets a guess and the list, and nothing is done.
-- after setup/staging.story
<ralph> !rfr statsu badges
| ralph: I know no command “statsu”. Did you mean `!rfr status badges`? All of them: `!rfr help`.
<ralph> !rfr status bagdes
| ralph: I know no RFR “bagdes”. Did you mean `!rfr status badges`? Only badges is open; ended ones too: `!rfr list all`.
<ralph> !rfr status nothing-like-it
| ralph: I know no RFR “nothing-like-it”. Only badges is open; ended ones too: `!rfr list all`.
<ralph> !rfr status #9999
| ralph: I know no RFR “#9999”. Only badges is open; ended ones too: `!rfr list all`.
<ralph> !rfr frobnicate
| ralph: I know no command “frobnicate”. `!rfr help` lists them.
<ralph> !rfr bagdes
| ralph: I know no command “bagdes”. Did you mean `!rfr badges`? All of them: `!rfr help`.
<kevin> !rfr signoff stagign badges
| kevin: “stagign” is no phase. Did you mean `!rfr signoff staging badges`? The phases are pre-sponsorship, planning, development, staging, production, maintenance.
<ralph> !rfr done badges monitorng
| ralph: “monitorng” is no item of the SOP. Did you mean `!rfr done badges monitoring`? `!rfr next badges` lists the items of its phase.
<ralph> !rfr done badges coffee
| ralph: “coffee” is no item of the SOP. `!rfr next badges` lists the items of its phase.
<ralph> !rfr decide badges colour green
| ralph: “colour” is none of the decisions that the SOP asks for (caching, load-balancing, deployment). For example: `!rfr decide badges caching none needed`.
<ralph> !rfr list everything
| ralph: 1 RFR:
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
<ralph> !rfr people badges ad ralph
| ralph: “ad” is not understood here. Did you mean `!rfr people badges add ralph`?
<ralph> !rfr discussed badges lists.example.org
| ralph: “lists.example.org” is no web address; one begins with https://.
<ralph> !rfr answer badges two yes
| ralph: “two” is no question's number; `!rfr questions badges` lists them.
<ralph> !rfr answer badges 9 yes
| ralph: badges has no question 9; none is open: `!rfr questions badges`.
<ralph> !rfr sponsor badges nobody@example.org
| ralph: “nobody@example.org” cannot be a Fedora account's name, which has letters, digits, hyphens, dots and underscores only.
