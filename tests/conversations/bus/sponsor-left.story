# Who left sysadmin-main can no longer sign off: the rooms hear it from the bus, and who takes the RFR over types a line. Until the groups say so themselves nothing changes.
-- after setup/staging.story
-- bus
-- announce libera/#fedora-admin
-- bus says lmacken left sysadmin-main
-- bus says kevin left sysadmin-web
-- bus says kevin left sysadmin-main
| * badges: its sponsor kevin left sysadmin-main, says the message bus; who is not in it cannot sign off. To take it over: `!rfr unsponsor badges kevin left sysadmin-main`, then `!rfr sponsor badges`.
| My config still lists kevin in sysadmin-main: until an operator changes that, it counts.
<kevin> !rfr whoami
| kevin: You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of badges; sign off badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
-- bus says it again
-- restart
-- bus says it again
