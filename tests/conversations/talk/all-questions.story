# Without a name, every open question of every RFR is listed.
-- after setup/development.story
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<maja> !rfr ask koschei Which builders?
| maja: koschei: question 1 opened: Which builders?
<maja> !rfr ask badges Who can award a badge?
| maja: badges: question 5 opened: Who can award a badge?
| Still missing for staging: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr questions
| ralph: 2 open questions:
| badges (5) Who can award a badge? [asked by maja on 2026-03-02]
| koschei (1) Which builders? [asked by maja on 2026-03-02]
