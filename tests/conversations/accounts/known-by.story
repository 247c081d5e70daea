# whoami says by what somebody is known, and since when: the config, a homeserver of accounts, a link, the one profile that names what speaks.
-- accounts
-- person ralph kevin
-- group sysadmin-main kevin
-- profile maja oftc/majka
-- names on fedora.im are accounts
<kevin> !rfr whoami
| kevin: You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others.
-- login ida @ida:fedora.im
<ida> !rfr whoami
| ida: You are ida, proven by Matrix id @ida:fedora.im (names on fedora.im are accounts by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note.
| Every RFR may be changed by kevin (sysadmin-main) too; `!rfr help VERB` says who may what.
-- place oftc/#fedora-admin
-- login majka majka
<majka> !rfr whoami
| majka: You are maja, proven by services account majka on oftc (yours by your profile in the account system, as I read it on 2026-03-02 at 14:00 UTC); in no group that I know.
| You may look at everything, request, ask, answer and note.
| Every RFR may be changed by kevin (sysadmin-main) too; `!rfr help VERB` says who may what.
<majka> !rfr new tahrir 4322 Tahrir
| [libera/#fedora-admin] * New RFR tahrir: Tahrir (by maja; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
| [libera/#fedora-noc] * New RFR tahrir: Tahrir (by maja; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
| majka: New RFR tahrir: Tahrir (by maja; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
-- private libera
<kevin> link
| On the other network, say to me in private: `link 10000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- private oftc
-- login nirik nirik
<nirik> link 10000-00000
| [libera in private to kevin] services account nirik on oftc is linked to your account by your code. If that was not you: `unlink oftc/nirik`.
| You are kevin here from now on: services account nirik on oftc is linked to your account.
| `whoami` says what you may do; `unlink` takes the link back.
<nirik> whoami
| You are kevin, proven by services account nirik on oftc (which you linked by services account kevin on libera on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others.
