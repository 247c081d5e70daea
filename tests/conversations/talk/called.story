# Who is asked for something is told once, with the line to type: in the room, alone, or not at all, as each chose.
-- after setup/development.story
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<mallory> !rfr sponsor koschei kevin
| mallory: koschei: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept koschei`.
| * koschei (Continuous integration for packages): mallory asks kevin to sponsor it: `!rfr accept koschei` or `!rfr decline koschei`.
| (calls kevin)
<kevin> !rfr sponsor koschei
| kevin: koschei (Continuous integration for packages) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4449). Next: planning, by `!rfr advance koschei`.
<kevin> !rfr handover koschei smooge
| kevin: koschei: smooge was asked to sponsor it and types `!rfr accept koschei`; until then kevin stays the sponsor.
| * koschei (Continuous integration for packages): kevin asks smooge to take the sponsorship over: `!rfr accept koschei` or `!rfr decline koschei`.
| (calls smooge)
<maja> !rfr ask badges @ralph: which database?
| maja: badges: question 5 opened: @ralph: which database?
| Still missing for staging: (1) an answer to question 5 (“@ralph: which database?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
| * badges: maja asks “@ralph: which database?”: `!rfr answer badges 5 ANSWER…`.
| (calls ralph)
<maja> !rfr ask badges and which port?
| maja: badges: question 6 opened: and which port?
| Still missing for staging: (1) an answer to question 5 (“@ralph: which database?”): `!rfr answer badges 5 …`; (2) an answer to question 6 (“and which port?”): `!rfr answer badges 6 …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (4) the sponsor's development sign-off: up to kevin once the rest is there.
<lmacken> !rfr remind me on
| lmacken: From now on reminders of what is up to you call you by name in the room.
<maja> !rfr ask badges which hosts?
| maja: badges: question 7 opened: which hosts?
| Still missing for staging: (1) an answer to question 5 (“@ralph: which database?”): `!rfr answer badges 5 …`; (2) an answer to question 6 (“and which port?”): `!rfr answer badges 6 …`; (3) an answer to question 7 (“which hosts?”): `!rfr answer badges 7 …`; (4) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (5) the sponsor's development sign-off: up to kevin once the rest is there.
| * badges: maja asks “which hosts?”: `!rfr answer badges 7 ANSWER…`.
| (calls lmacken)
<ralph> !rfr answer badges 5 PostgreSQL
| ralph: badges: question 5 answered: PostgreSQL.
| Still missing for staging: (1) an answer to question 6 (“and which port?”): `!rfr answer badges 6 …`; (2) an answer to question 7 (“which hosts?”): `!rfr answer badges 7 …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (4) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr answer badges 6 443
| ralph: badges: question 6 answered: 443.
| Still missing for staging: (1) an answer to question 7 (“which hosts?”): `!rfr answer badges 7 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: (1) an answer to question 7 (“which hosts?”): `!rfr answer badges 7 …`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
<ralph> !rfr answer badges 7 two
| ralph: badges: question 7 answered: two.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<smooge> !rfr remind me off
| smooge: From now on neither reminders nor those who ask you for something call you; the room still hears them.
<smooge> !rfr decline koschei
| smooge: koschei: the sponsorship was declined.
<kevin> !rfr handover koschei smooge
| kevin: koschei: smooge was asked to sponsor it and types `!rfr accept koschei`; until then kevin stays the sponsor.
<smooge> !rfr remind me dm
| smooge: From now on you hear reminders of what is up to you in private, too, while I see you on libera.
-- around smooge
<smooge> !rfr decline koschei
| smooge: koschei: the sponsorship was declined.
<kevin> !rfr handover koschei smooge
| kevin: koschei: smooge was asked to sponsor it and types `!rfr accept koschei`; until then kevin stays the sponsor.
| [libera in private to smooge] koschei (Continuous integration for packages): kevin asks smooge to take the sponsorship over: `!rfr accept koschei` or `!rfr decline koschei`.
-- private libera
<smooge> decline koschei
| koschei: the sponsorship was declined.
| [libera/#fedora-admin] * koschei: the sponsorship was declined (by smooge).
<kevin> handover koschei smooge
| koschei: smooge was asked to sponsor it and types `!rfr accept koschei`; until then kevin stays the sponsor.
| [libera/#fedora-admin] * koschei: smooge was asked to sponsor it (by kevin).
| koschei (Continuous integration for packages): kevin asks smooge to take the sponsorship over: `!rfr accept koschei` or `!rfr decline koschei`.
<kevin> remind me off
| From now on neither reminders nor those who ask you for something call you; the room still hears them.
