# Who is known by a profile alone waits for it where it says something new, and is nobody while it cannot be read; looking needs nobody.
-- accounts
-- after setup/development.story
-- profile maja oftc/majka
-- place oftc/#fedora-admin
-- login majka majka
<majka> !rfr ask badges who pays for the domain?
| majka: badges: question 5 opened: who pays for the domain?
| Still missing for staging: (1) the sponsor's development sign-off: up to kevin once decisions, answers and SOPs are there; (2) an answer to question 5 (“who pays for the domain?”): `!rfr answer badges 5 …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`.
-- accounts silent
<majka> !rfr note badges within five minutes I am known still
| majka: badges: noted: within five minutes I am known still.
-- in 6 minutes
<majka> !rfr note badges this waits
<majka> !rfr status badges
-- login other other
<other> !rfr status badges
| other: badges (Badges for everyone): ▰▰▰▱▱▱ development 0 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: the sponsor's development sign-off (kevin); an answer to question 5 and the SOPs that it needs (ralph or lmacken). `!rfr next badges` says what to type.
| 1 open question (5); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
-- place libera/#fedora-admin
<ralph> !rfr note badges known within the hour, so taken without an answer
-- place oftc/#fedora-admin
-- in 1 minutes
| — Mon 2026-03-02 14:06
| [libera/#fedora-admin] ralph: badges: noted: known within the hour, so taken without an answer.
| majka: Changes need a person: I cannot tell now to whom the services account majka on oftc belongs, because of the account system: it did not answer within 10 s. Say it again in a minute. `!rfr whoami` shows how I see you.
| majka: badges (Badges for everyone): ▰▰▰▱▱▱ development 0 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: the sponsor's development sign-off (kevin); an answer to question 5 and the SOPs that it needs (ralph or lmacken). `!rfr next badges` says what to type.
| 1 open question (5); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<majka> !rfr note badges it is down, and that is known
<majka> !rfr why
-- accounts fail https://fasjson.example.org cannot reach its directory
-- in 1 minutes
| majka: Changes need a person: I cannot tell now to whom the services account majka on oftc belongs, because of the account system: https://fasjson.example.org cannot reach its directory. Say it again in a minute. `!rfr whoami` shows how I see you.
| majka: Your last refusal: Changes need a person: I cannot tell now to whom the services account majka on oftc belongs, because of the account system: https://fasjson.example.org cannot reach its directory. Say it again in a minute. `!rfr whoami` shows how I see you.
| House rule: a nick proves nothing. Whoever changes something must be somebody whom the network vouches for and whom the bot knows: by its config, by a link, or by the account system.
<majka> !rfr whoami
| majka: You are majka here: I cannot tell now to whom the services account majka on oftc belongs, because of the account system: https://fasjson.example.org cannot reach its directory. Say it again in a minute.
| You may look at everything and change nothing.
-- accounts answer
-- in 1 minutes
<majka> !rfr note badges here I am again
| majka: badges: noted: here I am again.
