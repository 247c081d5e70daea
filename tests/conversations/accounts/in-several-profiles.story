# An identity that the profiles of two accounts name is nobody's, whichever of them speaks; a link helps.
-- accounts
-- person kevin
-- group sysadmin-main kevin
-- profile otto oftc/twin
-- profile emma oftc/twin
-- place oftc/#fedora-admin
-- login twin twin
<twin> !rfr new tahrir 4322 Tahrir
| twin: Changes need a person: more than one profile of the account system names the services account twin on oftc, so I take it for nobody's. Whoever does not own it takes it out of theirs; or, where I know you on another network, say link to me in private. `!rfr whoami` shows how I see you.
<twin> !rfr whoami
| twin: You are twin here: more than one profile of the account system names the services account twin on oftc, so I take it for nobody's. Whoever does not own it takes it out of theirs; or, where I know you on another network, say link to me in private.
| You may look at everything and change nothing.
-- private libera
<kevin> link
| On the other network, say to me in private: `link 10000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- private oftc
<twin> link 10000-00000
| [libera in private to kevin] services account twin on oftc is linked to your account by your code. If that was not you: `unlink oftc/twin`.
| You are kevin here from now on: services account twin on oftc is linked to your account.
| `whoami` says what you may do; `unlink` takes the link back.
<twin> whoami
| You are kevin, proven by services account twin on oftc (which you linked by services account kevin on libera on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others.
