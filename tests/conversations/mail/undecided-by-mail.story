# A mail that says that nothing is decided answers nothing, and nobody is offered to record it.
-- list
-- announce libera/#fedora-admin
-- address lmacken luke@example.org
-- after setup/planning.story
<ralph> !rfr ask badges How long are awards kept?
| ralph: badges: question 5 opened: How long are awards kept?
-- mail from Luke <luke@example.org> on [badges] awards: Answer 5: we have not decided // Answer 2: none yet
| * badges: mail on the list from lmacken (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/; it says of question 5 that nothing is decided, so that stays open: `!rfr questions badges`; it says of question 2 that nothing is decided, so that stays open: `!rfr questions badges`; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/`.
<ralph> !rfr questions badges
| ralph: badges: 5 of 5 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (2) Does it need caching? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? [asked by the SOP]
| (5) How long are awards kept? [asked by ralph on 2026-03-02]
-- mail from Luke <luke@example.org> on [badges] awards: Answer 5: for a year
| * badges: mail on the list from lmacken (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/; it answers question 5.
