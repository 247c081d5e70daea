# An account counts on the network that it was given for; the same name on another network is another person.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- place oftc/#fedora-admin
<kevin> !rfr whoami
| kevin: You are kevin here: the services account kevin belongs to no Fedora account that I know. Where I know you on another network, say link to me in private; else the operator adds irc = ["oftc/kevin"] to [people.YOUR-ACCOUNT] in my config.
| You may look at everything and change nothing.
<kevin> !rfr signoff development badges
| kevin: Changes need a person: the services account kevin belongs to no Fedora account that I know. Where I know you on another network, say link to me in private; else the operator adds irc = ["oftc/kevin"] to [people.YOUR-ACCOUNT] in my config. `!rfr whoami` shows how I see you.
-- identity kevin oftc/nirik
-- login nirik_ nirik
<nirik_> !rfr signoff development badges
| [libera/#fedora-admin] * badges: development signed off, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (by kevin).
| nirik_: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
