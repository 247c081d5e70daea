# Everybody can see how the bot sees them, how that was proven, and what they may do.
-- after setup/development.story
<kevin> !rfr whoami
| kevin: You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of badges; sign off badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<ralph> !rfr whoami
| ralph: You are ralph, proven by services account ralph on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note; change badges.
| Every RFR may be changed by kevin and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<maja> !rfr whoami
| maja: You are maja, proven by services account maja on libera (yours by my config, as I read it on 2026-03-02); in security-officer.
| You may look at everything, request, ask, answer and note; approve audits, and hold and release every RFR.
| Every RFR may be changed by kevin and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<mallory> !rfr whoami
| mallory: You are mallory, proven by services account mallory on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note.
| Every RFR may be changed by kevin and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<stranger> !rfr whoami
| stranger: You are stranger here, and that is a nick only: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again.
| You may look at everything and change nothing.
-- login newcomer newbie
<newcomer> !rfr whoami
| newcomer: You are newcomer here: the services account newbie belongs to no Fedora account that I know. Where I know you on another network, say link to me in private; else the operator adds irc = ["libera/newbie"] to [people.YOUR-ACCOUNT] in my config.
| You may look at everything and change nothing.
-- server cannot tell
<kevin> !rfr whoami
| kevin: You are kevin here: this server cannot tell me who is logged in (it lacks account-tag or WHOX), so I take no changes over it. Use another network.
| You may look at everything and change nothing.
