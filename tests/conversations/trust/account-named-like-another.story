# A services account that is spelled like somebody's Fedora account is still only whom the config says it is.
-- identity mallory libera/kevin
-- identity kevin libera/nirik
-- after setup/requested.story
<kevin> !rfr whoami
| kevin: You are mallory, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note.
| Every RFR may be changed by kevin and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<kevin> !rfr sponsor badges
| kevin: badges: only members of sysadmin-main sponsor; in sysadmin-main are kevin and smooge. Ask one: `!rfr sponsor badges NAME`.
-- login nirik nirik
<nirik> !rfr sponsor badges
| nirik: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
