# A sponsor who has left sysadmin-main since signs nothing, and can pass the sponsorship on.
-- after setup/development.story
-- group sysadmin-main smooge
<kevin> !rfr signoff development badges
| kevin: badges: you sponsor it but are no longer in sysadmin-main, and only its members sign off; in sysadmin-main is smooge. Pass it on: `!rfr handover badges NAME`.
<kevin> !rfr why
| kevin: Your last refusal: badges: you sponsor it but are no longer in sysadmin-main, and only its members sign off; in sysadmin-main is smooge. Pass it on: `!rfr handover badges NAME`.
| SOP: the RFR sponsor signs off, and sponsors are members of sysadmin-main.
<kevin> !rfr whoami
| kevin: You are kevin, proven by services account kevin on libera; in no group that I know.
| You may look at everything, request, ask, answer and note; act as the sponsor of badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<kevin> !rfr handover badges smooge
| kevin: badges: smooge was asked to sponsor it and types `!rfr accept badges`; until then kevin stays the sponsor.
<smooge> !rfr accept badges
| smooge: badges (Badges for everyone) is now sponsored by smooge, who takes over from kevin (https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off; the SOPs that it needs. `!rfr next badges` tells more.
<smooge> !rfr signoff development badges
| smooge: badges: development signed off.
| It covers questions; left open: sops, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Still missing for staging: the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`.
