# An answer by mail of somebody whose address is known is recorded, marked as unproven; what only those involved decide is not.
-- list
-- announce libera/#fedora-admin
-- address lmacken luke@example.org
-- after setup/planning.story
<ralph> !rfr ask badges How long are awards kept?
| ralph: badges: question 5 opened: How long are awards kept?
-- mail from Luke <Luke@Example.org> on [badges] awards: Answer 5: for ever
| * badges: mail on the list from lmacken (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/; it answers question 5; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/`.
<ralph> !rfr questions badges
| ralph: badges: 4 of 5 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (2) Does it need caching? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? [asked by the SOP]
| (5) How long are awards kept? — for ever (by mail from lmacken, unproven) [answered by mailing-list on 2026-03-02]
-- mail from Luke <luke@example.org> on [badges] awards: Answer 5: for a year // Answer 2: yes, varnish
| * badges: mail on the list from lmacken (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/; it answers question 5, which is not open. Open ones: `!rfr questions badges`; its answer to question 2 is not recorded by itself: the SOP asks it, so the answer is a decision, and a mail proves nobody. In chat: `!rfr answer badges 2 yes, varnish`.
-- mail from Luke <luke@elsewhere.org> on [badges] awards: Answer 4: me
| * badges: mail on the list from Luke (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/AZGOHX2CNMKOT37FWRNYNXJTB43PXAXP/; its answer to question 4 is not recorded, because I know nobody of that address: `!rfr answer badges 4 …`; with it, the discussion on the list is met.
<ralph> !rfr ask badges And who pays?
| ralph: badges: question 6 opened: And who pays?
-- mail from Luke <luke@elsewhere.org> on [badges] awards: Answer 6: you
| * badges: mail on the list from Luke (unproven): “awards” https://lists.example.org/archives/list/infra@lists.example.org/message/I3BFSNJYRAYYKXTZRIUWEDMVOSMBVXIK/; its answer to question 6 is not recorded, because I know nobody of that address: `!rfr answer badges 6 …`.
<ralph> !rfr history badges
| ralph: badges: 9 changes, newest first.
| 2026-03-02 14:00 mailing-list: mail from Luke, unproven: “awards”, https://lists.example.org/archives/list/infra@lists.example.org/message/I3BFSNJYRAYYKXTZRIUWEDMVOSMBVXIK/ [mail]
| 2026-03-02 14:00 ralph: question 6 opened: And who pays? [libera/#fedora-admin]
| 2026-03-02 14:00 mailing-list: mail from Luke, unproven: “awards”, https://lists.example.org/archives/list/infra@lists.example.org/message/AZGOHX2CNMKOT37FWRNYNXJTB43PXAXP/ [mail]
| 2026-03-02 14:00 mailing-list: mail from lmacken, unproven: “awards”, https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/ [mail]
| 2026-03-02 14:00 mailing-list: mail from lmacken, unproven: “awards”, https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/; question 5 answered: for ever (by mail from lmacken, unproven) [mail]
| 2026-03-02 14:00 ralph: question 5 opened: How long are awards kept? [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/TCXGT3OHXP7A6UYMOTSVFJYTZSXWG255/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/ [libera/#fedora-admin]
