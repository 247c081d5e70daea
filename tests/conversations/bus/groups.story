# What the account system said of a group is asked anew when the bus says that somebody left it or joined it.
-- after setup/staging.story
-- accounts
-- bus
-- announce libera/#fedora-admin
<ralph> !rfr whoami
| ralph: You are ralph, proven by services account ralph on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note; change badges.
| Every RFR may be changed by kevin and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
-- group sysadmin-main smooge ralph
<ralph> !rfr whoami
| ralph: You are ralph, proven by services account ralph on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note; change badges.
| Every RFR may be changed by kevin and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
-- bus says ralph joined sysadmin-main
<ralph> !rfr whoami
| ralph: You are ralph, proven by services account ralph on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; change badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
-- bus says kevin left sysadmin-main
| * badges: its sponsor kevin left sysadmin-main, says the message bus; who is not in it cannot sign off. To take it over: `!rfr unsponsor badges kevin left sysadmin-main`, then `!rfr sponsor badges`.
<kevin> !rfr whoami
| kevin: You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note; act as the sponsor of badges.
| Every RFR may be changed by ralph and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
