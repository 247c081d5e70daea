# What is in maintenance counts while it wants something: its open questions and its hold are in questions, list stuck and digest.
-- after setup/maintenance.story
<ralph> !rfr questions
| ralph: No RFR has an open question.
<ralph> !rfr ask badges Who renews the certificate?
| ralph: badges: question 5 opened: Who renews the certificate?
<kevin> !rfr hold badges the disk is full
| kevin: badges (Badges for everyone) is on hold: the disk is full (by kevin; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr questions
| ralph: 1 open question:
| badges (5) Who renews the certificate? [asked by ralph on 2026-03-03]
<ralph> !rfr list stuck
| ralph: 1 RFR stuck (on hold, or unchanged for two weeks):
| badges: ▰▰▰▰▰▰ maintenance since today; sponsor kevin; on hold; deployed on Tuesday 2026-03-03.
<ralph> !rfr digest
| ralph: 1 RFR in maintenance needs somebody; no other is open.
| 1 RFR moved since Tuesday 2026-02-24 09:00 UTC:
| badges: kevin: development signed off; ralph: moved from development to staging; kevin: staging signed off; ralph: moved from staging to production, moved from production to maintenance; kevin: put on hold: the disk is full; and 20 more things: `!rfr history badges`.
| badges: ▰▰▰▰▰▰ maintenance since today; on hold by kevin on 2026-03-03: the disk is full; oldest question (5) “Who renews the certificate?” since today, https://lists.example.org/archives/thread/AAAA/.
| Freezes: none is in force, and none is predicted.
-- restart
<ralph> !rfr questions
| ralph: 1 open question:
| badges (5) Who renews the certificate? [asked by ralph on 2026-03-03]
<ralph> !rfr list stuck
| ralph: 1 RFR stuck (on hold, or unchanged for two weeks):
| badges: ▰▰▰▰▰▰ maintenance since today; sponsor kevin; on hold; deployed on Tuesday 2026-03-03.
<ralph> !rfr answer badges 5 ralph does
| ralph: badges: question 5 answered: ralph does.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr questions
| ralph: No RFR has an open question.
<ralph> !rfr list stuck
| ralph: There is no RFR stuck (on hold, or unchanged for two weeks).
