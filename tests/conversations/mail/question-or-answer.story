# A line `Question 5: …` while question 5 is open may ask or answer: nothing of it is recorded, and the hint names both lines.
-- list
-- open questions
-- announce libera/#fedora-admin
-- address lmacken luke@example.org
-- after setup/planning.story
<ralph> !rfr ask badges How long are awards kept?
| ralph: badges: question 5 opened: How long are awards kept?
-- mail from Luke <luke@example.org> on [badges] awards: Question 5: for ever
| * badges: mail on the list from lmacken (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/; its line “Question 5: …” may ask something new or answer question 5, which is open, so nothing of it is recorded: a line “Answer 5: …” answers, “Question: …” asks; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/`.
<ralph> !rfr questions badges
| ralph: badges: 5 of 5 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (2) Does it need caching? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? [asked by the SOP]
| (5) How long are awards kept? [asked by ralph on 2026-03-02]
-- mail from Luke <luke@example.org> on [badges] awards: Q2: varnish
| * badges: mail on the list from lmacken (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/; its line “Question 2: …” may ask something new or answer question 2, which is open, so nothing of it is recorded: `!rfr answer badges 2 …` answers, a line “Question: …” asks.
-- mail from Luke <luke@elsewhere.org> on [badges] awards: Question five - for ever
| * badges: mail on the list from Luke (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/AZGOHX2CNMKOT37FWRNYNXJTB43PXAXP/; its line “Question 5: …” may ask something new or answer question 5, which is open, so nothing of it is recorded: `!rfr answer badges 5 …` answers, a line “Question: …” asks; with it, the discussion on the list is met.
-- mail from Luke <luke@example.org> on [badges] awards: Question 5: How long are awards kept? // Answer 5: for ever
| * badges: mail on the list from lmacken (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/2VKIPQL4FT5ARMB5O3CQ2IBZKAD7JHNH/; it answers question 5.
-- mail from Luke <luke@example.org> on [badges] awards: Question 5: And the badges' pictures?
| * badges: mail on the list from lmacken (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/I3BFSNJYRAYYKXTZRIUWEDMVOSMBVXIK/; question 6 is open by it.
