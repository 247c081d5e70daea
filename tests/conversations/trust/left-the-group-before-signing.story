# A sponsor who has left sysadmin-main since signs nothing, and can pass the sponsorship on.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- group sysadmin-main smooge
<kevin> !rfr signoff development badges
| kevin: badges: you sponsor it but are no longer in sysadmin-main, and only its members sign off; in sysadmin-main is smooge. Pass it on: `!rfr handover badges NAME`.
<kevin> !rfr why
| kevin: Your last refusal: badges: you sponsor it but are no longer in sysadmin-main, and only its members sign off; in sysadmin-main is smooge. Pass it on: `!rfr handover badges NAME`.
| SOP: the RFR sponsor signs off, and sponsors are members of sysadmin-main.
<kevin> !rfr whoami
| kevin: You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note; act as the sponsor of badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<kevin> !rfr handover badges smooge
| kevin: badges: smooge was asked to sponsor it and types `!rfr accept badges`; until then kevin stays the sponsor.
| * badges (Badges for everyone): kevin asks smooge to take the sponsorship over: `!rfr accept badges` or `!rfr decline badges`.
| (calls smooge)
<smooge> !rfr accept badges
| smooge: badges (Badges for everyone) is now sponsored by smooge, who takes over from kevin (https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off. `!rfr next badges` tells more.
<smooge> !rfr signoff development badges
| smooge: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
