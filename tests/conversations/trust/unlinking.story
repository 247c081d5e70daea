# A link is taken back from either side; what was done with it stays.
-- after setup/development.story
-- private libera
<kevin> unlink
| Nothing like that is linked to your account. How I see you: `whoami`.
<kevin> link
| On the other network, say to me in private: `link 10000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- private oftc
-- login nirik nirik
<nirik> link 10000-00000
| [libera in private to kevin] services account nirik on oftc is linked to your account by your code. If that was not you: `unlink oftc/nirik`.
| You are kevin here from now on: services account nirik on oftc is linked to your account.
| `whoami` says what you may do; `unlink` takes the link back.
-- place oftc/#fedora-admin
<nirik> !rfr signoff development badges
| nirik: badges: a development sign-off says that it is ready for the next step, and first it needs: the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`. `!rfr why` shows the rules.
<nirik> !rfr unlink
| nirik: That is for private messages: everybody here reads it. To me alone: `unlink`.
-- private libera
<ralph> unlink oftc/nirik
| Nothing like that is linked to your account. How I see you: `whoami`.
<kevin> unlink oftc/nobody
| Linked to your account: services account nirik on oftc. Say which: `unlink oftc/nirik`.
<kevin> unlink oftc/nirik
| services account nirik on oftc is no longer linked to kevin. What was done with it stays.
-- private oftc
<nirik> whoami
| You are nirik here: the services account nirik belongs to no Fedora account that I know. Where I know you on another network, say link to me in private; else the operator adds irc = ["oftc/nirik"] to [people.YOUR-ACCOUNT] in my config.
| You may look at everything and change nothing.
-- place libera/#fedora-admin
<kevin> !rfr signoff development badges
| kevin: badges: a development sign-off says that it is ready for the next step, and first it needs: the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`. `!rfr why` shows the rules.
-- private libera
<kevin> link
| On the other network, say to me in private: `link 20000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- private oftc
<nirik> link 20000-00000
| [libera in private to kevin] services account nirik on oftc is linked to your account by your code. If that was not you: `unlink oftc/nirik`.
| You are kevin here from now on: services account nirik on oftc is linked to your account.
| `whoami` says what you may do; `unlink` takes the link back.
<nirik> unlink
| services account nirik on oftc is no longer linked to kevin. What was done with it stays.
<nirik> unlink
| Changes need a person: the services account nirik belongs to no Fedora account that I know. Where I know you on another network, say link to me in private; else the operator adds irc = ["oftc/nirik"] to [people.YOUR-ACCOUNT] in my config. `!rfr whoami` shows how I see you.
