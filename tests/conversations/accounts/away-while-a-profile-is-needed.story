# Who is known by a profile alone waits for it where it says something new, and is nobody while it cannot be read; looking needs nobody.
-- accounts
-- after setup/development.story
-- profile maja oftc/majka
-- place oftc/#fedora-admin
-- login majka majka
<majka> !rfr ask badges who pays for the domain?
| majka: badges: question 5 opened: who pays for the domain?
| Still missing for staging: (1) an answer to question 5 (“who pays for the domain?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
-- accounts silent
<majka> !rfr note badges within five minutes I am known still
| majka: badges: noted: within five minutes I am known still.
-- in 6 minutes
<majka> !rfr note badges this waits
<majka> !rfr status badges
-- login other other
<other> !rfr status badges
| other: badges (Badges for everyone): ▰▰▰▱▱▱ development 0 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: an answer to question 5 and the SOPs that it needs (ralph or lmacken); the sponsor's development sign-off (kevin). `!rfr next badges` says what to type.
| 1 open question (5); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
-- place libera/#fedora-admin
<ralph> !rfr note badges known within the hour, so taken without an answer
-- place oftc/#fedora-admin
-- in 1 minutes
| — Mon 2026-03-02 14:06
| [libera/#fedora-admin] ralph: badges: noted: known within the hour, so taken without an answer.
| majka: badges: noted: this waits.
| majka: badges (Badges for everyone): ▰▰▰▱▱▱ development 0 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: an answer to question 5 and the SOPs that it needs (ralph or lmacken); the sponsor's development sign-off (kevin). `!rfr next badges` says what to type.
| 1 open question (5); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<majka> !rfr note badges it is down, and that is known
<majka> !rfr why
-- accounts fail https://fasjson.example.org cannot reach its directory
-- in 1 minutes
| majka: badges: noted: it is down, and that is known.
| majka: I have refused you nothing here since I was started.
<majka> !rfr whoami
| majka: You are maja, proven by services account majka on oftc (yours by your profile in the account system, as I read it on 2026-03-02 at 14:00 UTC); in no group that I know.
| Whether you are in security-officer, sysadmin-main, sysadmin-releng I cannot tell now, because of the account system: it cannot reach its directory.
| You may look at everything, request, ask, answer and note.
-- accounts answer
-- in 1 minutes
<majka> !rfr note badges here I am again
| majka: badges: noted: here I am again.
