# Whose account is disabled acts no more, be it known by the config, a homeserver or a link; looking goes on, and the answer says what helps.
-- accounts
-- person ralph kevin
-- group sysadmin-main kevin
-- names on fedora.im are accounts
-- login ida @ida:fedora.im
<ralph> !rfr new badges 4321 Badges
| ralph: New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| [libera/#fedora-noc] * New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ida> !rfr note badges it works
| ida: badges: noted: it works.
-- private libera
<kevin> link
| On the other network, say to me in private: `link 10000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- private oftc
-- login nirik nirik
<nirik> link 10000-00000
| [libera in private to kevin] services account nirik on oftc is linked to your account by your code. If that was not you: `unlink oftc/nirik`.
| You are kevin here from now on: services account nirik on oftc is linked to your account.
| `whoami` says what you may do; `unlink` takes the link back.
<nirik> note badges this is kevin
| badges: noted: this is kevin.
-- ralph is disabled
-- ida is disabled
-- kevin is disabled
-- group sysadmin-main
-- in 6 minutes
<nirik> status badges
| badges (Badges): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
<nirik> note badges it is me still
| Changes need a person: the account system has no active account kevin, so that you are nobody here. If you are kevin, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you. `!rfr whoami` shows how I see you.
<nirik> link
| No code for now: the account system has no active account kevin, so that you are nobody here. If you are kevin, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you.
<nirik> whoami
| You are nirik here: the account system has no active account kevin, so that you are nobody here. If you are kevin, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you.
| You may look at everything and change nothing.
<nirik> todo
| I cannot tell what waits for you: the account system has no active account kevin, so that you are nobody here. If you are kevin, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you. Of somebody by name: `!rfr todo NAME`.
-- place libera/#fedora-admin
<ralph> !rfr status badges
| ralph: badges (Badges): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
<ralph> !rfr ask badges Do I still work here?
| ralph: Changes need a person: the account system has no active account ralph, so that you are nobody here. If you are ralph, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you. `!rfr whoami` shows how I see you.
<ralph> !rfr focus badges
| ralph: Changes need a person: the account system has no active account ralph, so that you are nobody here. If you are ralph, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you. `!rfr whoami` shows how I see you.
<ralph> !rfr remind me off
| ralph: Changes need a person: the account system has no active account ralph, so that you are nobody here. If you are ralph, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you. `!rfr whoami` shows how I see you.
<ralph> !rfr undo badges
| ralph: Changes need a person: the account system has no active account ralph, so that you are nobody here. If you are ralph, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you. `!rfr whoami` shows how I see you.
<ralph> !rfr why
| ralph: Your last refusal: Changes need a person: the account system has no active account ralph, so that you are nobody here. If you are ralph, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you. `!rfr whoami` shows how I see you.
| House rule: a nick proves nothing. Whoever changes something must be somebody whom the network vouches for and whom the bot knows: by its config, by a link, or by the account system.
<ralph> !rfr whoami
| ralph: You are ralph here: the account system has no active account ralph, so that you are nobody here. If you are ralph, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you.
| You may look at everything and change nothing.
<ida> !rfr note badges is there anybody?
| ida: Changes need a person: the account system has no active account ida, so that you are nobody here. If you are ida, ask those who run the account system to enable it; if you are not, ask my operator to correct what I know of you. `!rfr whoami` shows how I see you.
-- ralph is enabled
-- in 2 minutes
<ralph> !rfr note badges I am back
| ralph: badges: noted: I am back.
<ralph> !rfr whoami
| ralph: You are ralph, proven by services account ralph on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note; change badges.
