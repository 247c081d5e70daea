# While the account system is away, whom it called active within the last hour still acts without a group; nobody else does, and everybody looks.
-- accounts
-- person ralph vera
-- group sysadmin-main kevin
<ralph> !rfr new badges 4321 Badges
| ralph: New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| [libera/#fedora-noc] * New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- accounts fail https://fasjson.example.org cannot reach its directory
-- in 6 minutes
<vera> !rfr note badges I say something for the first time
| vera: Changes need a person: I cannot tell now whether the account vera is active, because of the account system: it cannot reach its directory. Looking works; say the rest again in a minute. `!rfr whoami` shows how I see you.
<vera> !rfr whoami
| vera: You are vera here: I cannot tell now whether the account vera is active, because of the account system: it cannot reach its directory. Looking works; say the rest again in a minute.
| You may look at everything and change nothing.
<vera> !rfr status badges
| vera: badges (Badges): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
<ralph> !rfr note badges I was here before
| ralph: badges: noted: I was here before.
-- in 61 minutes
<ralph> !rfr note badges and now it is too long ago
| ralph: Changes need a person: I cannot tell now whether the account ralph is active, because of the account system: it cannot reach its directory. Looking works; say the rest again in a minute. `!rfr whoami` shows how I see you.
<ralph> !rfr why
| ralph: Your last refusal: Changes need a person: I cannot tell now whether the account ralph is active, because of the account system: it cannot reach its directory. Looking works; say the rest again in a minute. `!rfr whoami` shows how I see you.
| House rule: a nick proves nothing. Whoever changes something must be somebody whom the network vouches for and whom the bot knows: by its config, by a link, or by the account system.
-- accounts answer
-- in 1 minutes
<vera> !rfr note badges I say something for the first time
| vera: badges: noted: I say something for the first time.
<ralph> !rfr note badges everything works again
| ralph: badges: noted: everything works again.
-- accounts silent
-- restart
<ralph> !rfr note badges said in the middle of a silence
<vera> !rfr status badges
| vera: badges (Badges): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
-- in 1 minutes
| — Mon 2026-03-02 15:08
| ralph: Changes need a person: I cannot tell now whether the account ralph is active, because of the account system: it did not answer within 10 s. Looking works; say the rest again in a minute. `!rfr whoami` shows how I see you.
-- accounts answer
<ralph> !rfr note badges the silence is over
| ralph: badges: noted: the silence is over.
