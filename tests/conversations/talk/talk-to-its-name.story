# What may be talk is not kept with an RFR that it does not name, and a question waits for whomever it names.
-- after setup/staging.story
<ralph> rfrbot: note to self, buy milk
| ralph: Nothing was done. Do you mean `!rfr note to self, buy milk`? Type that line.
<ralph> rfrbot: ask me later
| ralph: Nothing was done. Do you mean `!rfr ask me later`? Type that line.
<ralph> rfrbot: next time we should do it better
<ralph> rfrbot: who broke the build?
<ralph> rfrbot: back in 5 minutes
<ralph> rfrbot: status quo is fine
<ralph> rfrbot: note badges the rack is ready
| ralph: badges: noted: the rack is ready.
<ralph> !rfr accept
| ralph: Nobody asked you to sponsor anything; nothing changed. What waits for you: `!rfr todo`.
<ralph> !rfr people badges add lmacken as deployer
| ralph: badges: lmacken recorded as deployer (was maintainer).
| * badges: ralph recorded you as deployer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<maja> !rfr ask badges @kevin: is the rack ready?
| maja: badges: question 5 opened: @kevin: is the rack ready?
| Still missing for production: (1) an answer to question 5 (“@kevin: is the rack ready?”): `!rfr answer badges 5 …`; (2) a date for production: `!rfr schedule badges DATE`; (3) the sponsor's staging sign-off: up to kevin once the rest is there.
| * badges: maja asks “@kevin: is the rack ready?”: `!rfr answer badges 5 ANSWER…`.
| (calls kevin)
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: an answer to question 5 (kevin); a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| 1 open question (5); ralph (maintainer), lmacken (deployer); discussed at https://lists.example.org/archives/thread/AAAA/.
