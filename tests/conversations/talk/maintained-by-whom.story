# What is maintained and needs somebody stands where people look: in their lists, in todo, and with the day of its deployment.
-- after setup/maintenance.story
<ralph> !rfr list mine
| ralph: There is no RFR of ralph.
<lmacken> !rfr todo
| lmacken: Nothing waits for lmacken.
<mallory> !rfr ask badges is the certificate still good?
| mallory: badges: question 5 opened: is the certificate still good?
<ralph> !rfr list mine
| ralph: 1 RFR of ralph:
| badges: ▰▰▰▰▰▰ maintenance since today; sponsor kevin; deployed on Tuesday 2026-03-03.
<lmacken> !rfr todo
| lmacken: 1 thing waits for lmacken, oldest first:
| badges: question 5, open since today: “is the certificate still good?”: `!rfr answer badges 5 ANSWER…`
<kevin> !rfr hold badges the certificate is looked at
| kevin: badges (Badges for everyone) is on hold: the certificate is looked at (by kevin; https://forge.example.org/infra/tickets/issues/4321).
<kevin> !rfr list hold
| kevin: 1 RFR on hold:
| badges: ▰▰▰▰▰▰ maintenance since today; sponsor kevin; on hold; deployed on Tuesday 2026-03-03.
<kevin> !rfr todo
| kevin: 1 thing waits for kevin, oldest first:
| badges: on hold since today: the certificate is looked at; to go on: `!rfr release badges`
<otto> !rfr todo
| otto: I cannot tell what waits for you: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. Of somebody by name: `!rfr todo NAME`.
