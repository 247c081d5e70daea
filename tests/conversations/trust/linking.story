# A code from a network where one is known makes a second one know who that is; nobody else is needed for it.
-- after setup/development.story
-- place oftc/#fedora-admin
-- login nirik nirik
<nirik> !rfr signoff development badges
| nirik: Changes need a person: the services account nirik belongs to no Fedora account that I know. Where I know you on another network, say link to me in private; else the operator adds irc = ["oftc/nirik"] to [people.YOUR-ACCOUNT] in my config. `!rfr whoami` shows how I see you.
-- private oftc
<nirik> link
| A code comes from a network where I know you already: there, in private, say `link`; then type the code here.
| Here: the services account nirik belongs to no Fedora account that I know. Where I know you on another network, say link to me in private; else the operator adds irc = ["oftc/nirik"] to [people.YOUR-ACCOUNT] in my config.
-- private libera
<kevin> link
| On the other network, say to me in private: `link 10000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- private oftc
<nirik> link 10000-00000
| [libera in private to kevin] services account nirik on oftc is linked to your account by your code. If that was not you: `unlink oftc/nirik`.
| You are kevin here from now on: services account nirik on oftc is linked to your account.
| `whoami` says what you may do; `unlink` takes the link back.
<nirik> whoami
| You are kevin, proven by services account nirik on oftc (which you linked by services account kevin on libera on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of badges; sign off badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<nirik> link 10000-00000
| That code does not count: a code counts once, for 10 minutes. Another comes by `link`, in private, on a network where I know you. (An address is recorded by `link RFR URL`.)
-- place oftc/#fedora-admin
<nirik> !rfr signoff development badges
| nirik: badges: a development sign-off says that it is ready for the next step, and first it needs: the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`. `!rfr why` shows the rules.
-- restart
<nirik> !rfr whoami
| nirik: You are kevin, proven by services account nirik on oftc (which you linked by services account kevin on libera on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of badges; sign off badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
-- private libera
<kevin> link
| On the other network, say to me in private: `link 10000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
| Linked to your account: services account nirik on oftc
<kevin> whoami
| You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| Linked to your account: services account nirik on oftc.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of badges; sign off badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<kevin> undo
| An undo takes back a change of an RFR, and your last change was “link 10000-00000”; what ends that: `!rfr unlink oftc/nirik`.
<kevin> link 20000-00000
| That code does not count: a code counts once, for 10 minutes. Another comes by `link`, in private, on a network where I know you. (An address is recorded by `link RFR URL`.)
