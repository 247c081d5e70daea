# Whoever types a code of link acts for whoever made it: their account must be active at that moment.
-- accounts
-- person ralph kevin
-- group sysadmin-main kevin
-- private libera
<kevin> link
| On the other network, say to me in private: `link 10000-00000`. It counts once, for 10 minutes. Whoever types it is you from then on, so show it to nobody.
-- kevin is disabled
-- group sysadmin-main
-- private oftc
-- login nirik nirik
<nirik> link 10000-00000
| That code does not count: a code counts once, for 10 minutes. Another comes by `link`, in private, on a network where I know you. (An address is recorded by `link RFR URL`.)
<nirik> whoami
| You are nirik here: no public profile of the account system names the services account nirik on oftc. Add it to yours, and make it public; or, where I know you on another network, say link to me in private.
| You may look at everything and change nothing.
