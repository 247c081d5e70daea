# Whoever looks like the sponsor signs nothing.
-- after documents/development.story
-- logout otto
<otto> !rfr signoff staging badges
| otto: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
-- login otto otto
<hugo> !rfr signoff staging badges
| hugo: badges: only its sponsor signs off, and that is otto. What it needs: `!rfr next badges`.
<hugo> !rfr why
| hugo: Your last refusal: badges: only its sponsor signs off, and that is otto. What it needs: `!rfr next badges`.
| SOP: the RFR sponsor signs off, and sponsors are members of sysadmin-main.
<otto> !rfr whoami
| otto: You are otto, proven by services account otto on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of badges; sign off badges.
| Every RFR may be changed by ida (sysadmin-main) too; `!rfr help VERB` says who may what.
