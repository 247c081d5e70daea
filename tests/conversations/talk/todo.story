# What waits for somebody stands in one list, oldest first, and each line ends with the command to paste.
-- after setup/development.story
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<mallory> !rfr sponsor koschei kevin
| mallory: koschei: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept koschei`.
| * koschei (Continuous integration for packages): mallory asks kevin to sponsor it: `!rfr accept koschei` or `!rfr decline koschei`.
| (calls kevin)
<maja> !rfr ask badges Who can award a badge?
| maja: badges: question 5 opened: Who can award a badge?
| Still missing for staging: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr todo
| ralph: 2 things wait for ralph, oldest first:
| badges: question 5, open since today: “Who can award a badge?”: `!rfr answer badges 5 ANSWER…`
| badges: the SOPs that it needs: `!rfr sop badges URL`
<kevin> !rfr todo
| kevin: 1 thing waits for kevin, oldest first:
| koschei: mallory asked on 2026-03-02 to sponsor it (no: `!rfr decline koschei`): `!rfr accept koschei`
<ralph> !rfr todo kevin
| ralph: 1 thing waits for kevin, oldest first:
| koschei: mallory asked on 2026-03-02 to sponsor it (no: `!rfr decline koschei`): `!rfr accept koschei`
| Not for you to type: accept is for sysadmin-main.
<kevin> !rfr mine
| kevin: 1 thing waits for kevin, oldest first:
| koschei: mallory asked on 2026-03-02 to sponsor it (no: `!rfr decline koschei`): `!rfr accept koschei`
<kevin> !rfr list mine
| kevin: 2 RFRs of kevin:
| badges: ▰▰▰▱▱▱ development 0 of 3 since today; sponsor kevin; needs an answer to question 5 (ralph or lmacken) and 2 more.
| koschei: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor (kevin is asked); needs a sponsor who accepted (kevin).
<maja> !rfr todo me
| maja: Nothing waits for maja.
<maja> !rfr todo nobody-known
| maja: I know nobody called nobody-known, and nothing waits for them. Who takes part in an RFR: `!rfr who RFR`.
<maja> !rfr todo badges
| maja: badges cannot move from development to staging today.
| Missing: (1) an answer to question 5 (“Who can award a badge?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
| Not for you to type: sop and done are for those involved, or sysadmin-main.
<kevin> !rfr accept koschei
| kevin: koschei (Continuous integration for packages) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4449). Next: planning, by `!rfr advance koschei`.
<ralph> !rfr withdraw badges 5
| ralph: badges: question 5 withdrawn.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr todo
| kevin: 2 things wait for kevin, oldest first:
| badges: all but the development sign-off has been there since today: `!rfr signoff development badges`
| koschei: ready for planning since today: `!rfr advance koschei`
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<kevin> !rfr todo
| kevin: 2 things wait for kevin, oldest first:
| badges: ready for staging since today: `!rfr advance badges`
| koschei: ready for planning since today: `!rfr advance koschei`
<stranger> !rfr todo
| stranger: I cannot tell what waits for you: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. Of somebody by name: `!rfr todo NAME`.
