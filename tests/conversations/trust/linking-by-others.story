# A code that was guessed, heard, used, or is too old links nothing; whoever is somebody stays so.
-- after setup/development.story
-- private libera
<kevin> link
| On the other network, say to me in private: `link 10000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- place libera/#fedora-admin
<kevin> oops, 1000000000 it was
| kevin: Everybody here has read that code, so it no longer counts. Another comes by `link`, to me alone, where I know you.
<kevin> !rfr link
| kevin: That is for private messages: everybody here reads it. To me alone: `link`.
-- private oftc
-- login mal mal
<mal> link 10000-00000
| That code does not count: a code counts once, for 10 minutes. Another comes by `link`, in private, on a network where I know you. (An address is recorded by `link RFR URL`.)
-- private libera
<kevin> link
| On the other network, say to me in private: `link 20000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- private oftc
-- login other other
<mal> link 20000-00001
| That code does not count: a code counts once, for 10 minutes. Another comes by `link`, in private, on a network where I know you. (An address is recorded by `link RFR URL`.)
<mal> link 30000-00000
| That code does not count: a code counts once, for 10 minutes. Another comes by `link`, in private, on a network where I know you. (An address is recorded by `link RFR URL`.)
<mal> link 40000-00000
| That code does not count: a code counts once, for 10 minutes. Another comes by `link`, in private, on a network where I know you. (An address is recorded by `link RFR URL`.)
<mal> link badges
| badges: links: https://lists.example.org/archives/thread/AAAA/ (discussion).
<mal> link 50000-00000
| That code does not count: a code counts once, for 10 minutes. Another comes by `link`, in private, on a network where I know you. (An address is recorded by `link RFR URL`.)
<mal> link 20000-00000
| Too many wrong codes from you; try again after 14:10 UTC, with a new one.
-- private libera
<ralph> link 20000-00000
| Here you are ralph already, and that code is another account's. Nothing was linked. How I see you: `whoami`.
<kevin> whoami
| You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of badges; sign off badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<kevin> link
| On the other network, say to me in private: `link 30000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- in 10 minutes
-- private oftc
<other> link 30000-00000
| That code does not count: a code counts once, for 10 minutes. Another comes by `link`, in private, on a network where I know you. (An address is recorded by `link RFR URL`.)
-- logout other
<other> link 30000-00000
| Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
