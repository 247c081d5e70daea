# An account counts on the network that it was given for; the same name on another network is another person.
-- after setup/development.story
-- place oftc/#fedora-admin
<kevin> !rfr whoami
| kevin: You are kevin here: the services account kevin belongs to no Fedora account that I know. Where I know you on another network, say link to me in private; else the operator adds irc = ["oftc/kevin"] to [people.YOUR-ACCOUNT] in my config.
| You may look at everything and change nothing.
<kevin> !rfr signoff development badges
| kevin: Changes need a person: the services account kevin belongs to no Fedora account that I know. Where I know you on another network, say link to me in private; else the operator adds irc = ["oftc/kevin"] to [people.YOUR-ACCOUNT] in my config. `!rfr whoami` shows how I see you.
-- identity kevin oftc/nirik
-- login nirik_ nirik
<nirik_> !rfr signoff development badges
| nirik_: badges: development signed off.
| It covers questions; left open: sops, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Still missing for staging: the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`.
