# A refusal can be explained by the rule behind it, to whom it was refused.
-- after setup/development.story
<ralph> !rfr why
| ralph: I have refused you nothing here since I was started.
<ralph> !rfr advance badges
| ralph: badges stays in development; staging needs: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there. `!rfr why` shows the rules.
<mallory> !rfr why
| mallory: I have refused you nothing here since I was started.
<mallory> !rfr signoff development badges
| mallory: badges: only its sponsor signs off, and that is kevin. What it needs: `!rfr next badges`.
<mallory> !rfr why
| mallory: Your last refusal: badges: only its sponsor signs off, and that is kevin. What it needs: `!rfr next badges`.
| SOP: the RFR sponsor signs off, and sponsors are members of sysadmin-main.
<ralph> !rfr why
| ralph: badges stayed in development, because the SOP says:
| development (sops): Any SOP that the service needs must be added: update, troubleshooting, tasks for when those who know it are away.
| development (signoff-development): The RFR sponsor must sign off that the resource is ready for the next step.
<ralph> !rfr schedule badges 2020-01-01
| ralph: badges: 2020-01-01 is over (today is 2026-03-02 UTC). With a coming day: `!rfr schedule badges DATE`.
<ralph> !rfr why
| ralph: Your last refusal: badges: 2020-01-01 is over (today is 2026-03-02 UTC). With a coming day: `!rfr schedule badges DATE`.
| SOP: the deployment schedule accounts for freezes and for who is available.
<stranger> !rfr advance badges
| stranger: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
<stranger> !rfr why
| stranger: Your last refusal: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
| House rule: a nick proves nothing. Whoever changes something must be somebody whom the network vouches for and whom the bot knows: by its config, by a link, or by the account system.
