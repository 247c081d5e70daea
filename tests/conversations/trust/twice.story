# A message that the network repeats acts once, also after a restart.
-- after setup/sponsored.story
<maja> !rfr ask badges Who can award a badge?
| maja: badges: question 1 opened: Who can award a badge?
-- again
<ralph> !rfr questions badges
| ralph: badges: 1 of 1 question open.
| (1) Who can award a badge? [asked by maja on 2026-03-02]
<maja> !rfr ask badges How long are they kept?
| maja: badges: question 2 opened: How long are they kept?
-- restart
-- again
-- lose the database
-- again
<ralph> !rfr questions badges
| ralph: badges: 2 of 2 questions open.
| (1) Who can award a badge? [asked by maja on 2026-03-02]
| (2) How long are they kept? [asked by maja on 2026-03-02]
