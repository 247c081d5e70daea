# Where no RFR is named, words that are left over are neither a reason nor a note, unless they stand behind two dashes.
-- after setup/staging.story
<kevin> !rfr unsponsor not yet
| kevin: “unsponsor” was not done: “not” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr unsponsor RFR`; for the one that is meant here: `!rfr unsponsor -- not yet`.
<kevin> !rfr hold tahrir until friday
| kevin: “hold” was not done: “tahrir” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr hold RFR REASON…`; for the one that is meant here: `!rfr hold -- tahrir until friday`.
<kevin> !rfr hold -- the database moves
| kevin: badges (Badges for everyone) is on hold: the database moves (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release when?
| kevin: “release” was not done: “when” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr release RFR`; for the one that is meant here: `!rfr release -- when`.
<kevin> !rfr release – it has moved
| kevin: “release” was not done: “–” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr release RFR`; for the one that is meant here: `!rfr release -- it has moved`.
<ralph> !rfr retitle tahrir Open badges
| ralph: “retitle” was not done: “tahrir” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr retitle RFR TITLE…`; for the one that is meant here: `!rfr retitle -- tahrir Open badges`.
<ralph> !rfr report tahrir is tested
| ralph: “report” was not done: “tahrir” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr report RFR TEXT…`; for the one that is meant here: `!rfr report -- tahrir is tested`.
<ralph> !rfr done config-management tahrir
| ralph: “done” was not done: “tahrir” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr done RFR config-management`; for the one that is meant here: `!rfr done config-management -- tahrir`.
<ralph> !rfr undone config-management tahrir
| ralph: “undone” was not done: “tahrir” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr undone RFR config-management REASON…`; for the one that is meant here: `!rfr undone config-management -- tahrir`.
<ralph> !rfr note for badges: it works
| ralph: “note” was not done: do you mean badges? Then the name comes first: `!rfr note badges TEXT…`; for the one that is meant here: `!rfr note -- for badges: it works`.
<ralph> !rfr note it works
| ralph: badges: noted: it works.
<ralph> !rfr ask about badges
| ralph: “ask” was not done: do you mean badges? Then the name comes first: `!rfr ask badges QUESTION…`; for the one that is meant here: `!rfr ask -- about badges`.
<ralph> !rfr schedule 2026-03-10 tahrir
| ralph: “schedule” was not done: “tahrir” names no RFR that I know, and I do not guess which one you mean. With its name: `!rfr schedule RFR 2026-03-10`; for the one that is meant here: `!rfr schedule 2026-03-10 -- tahrir`.
<ralph> !rfr schedule 2026-03-10 for badges
| ralph: “schedule” was not done: do you mean badges? Then the name comes first: `!rfr schedule badges 2026-03-10`; for the one that is meant here: `!rfr schedule 2026-03-10 -- for badges`.
<ralph> !rfr schedule 2026-03-10 -- tahrir comes first
| ralph: badges: production deployment on Tuesday 2026-03-10, in 8 days “tahrir comes first”.
<ralph> !rfr accept please
| ralph: Nobody asked you to sponsor anything; nothing changed. What waits for you: `!rfr todo`.
<ralph> !rfr advance now
| ralph: I know no RFR “now”. Only badges is open; ended ones too: `!rfr list all`.
<ralph> !rfr undo that
| ralph: I know no RFR “that”. Only badges is open; ended ones too: `!rfr list all`.
<ralph> !rfr focus tahrir
| ralph: I know no RFR “tahrir”. Only badges is open; ended ones too: `!rfr list all`.
