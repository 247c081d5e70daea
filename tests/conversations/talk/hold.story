# What is on hold is neither signed nor moved; records and questions go on.
-- after setup/development.story
<ralph> !rfr hold badges the datacenter moves
| ralph: badges (Badges for everyone) is on hold: the datacenter moves (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr signoff development badges
| kevin: badges was put on hold by ralph on 2026-03-02: the datacenter moves; nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr advance badges
| ralph: badges was put on hold by ralph on 2026-03-02: the datacenter moves; nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr hold badges the datacenter still moves
| ralph: badges was already put on hold by ralph on 2026-03-02; nothing changed: the datacenter moves.
<ralph> !rfr done badges testing
| ralph: badges: testing done.
<maja> !rfr ask badges Who can award a badge?
| maja: badges: question 5 opened: Who can award a badge?
-- in 12 days
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▱▱▱ development 0 of 3 for 12 days, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by ralph on 2026-03-02: the datacenter moves. `!rfr release badges` lifts that.
| Missing for staging: an answer to question 5 and the SOPs that it needs (ralph or lmacken); the sponsor's development sign-off (kevin). `!rfr next badges` says what to type.
| 1 open question (5); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr next badges
| ralph: badges cannot move to staging today: it was put on hold by ralph on 2026-03-02: the datacenter moves; `!rfr release badges`.
| Missing: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
<ralph> !rfr release badges the move is over
| ralph: badges (Badges for everyone) is no longer on hold: the move is over (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs an answer to question 5; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
<ralph> !rfr answer badges 5 members of sysadmin-badges
| ralph: badges: question 5 answered: members of sysadmin-badges.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, testing, still open: dev-instance, group, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
