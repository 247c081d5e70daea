# Who may sponsor is asked of the account system at that moment: a volunteer who joined an hour ago may, whoever left may not.
-- accounts
-- person ralph kevin
-- group sysadmin-main kevin
<kevin> !rfr whoami
| kevin: You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others.
<ralph> !rfr new badges 4321 Badges
| ralph: New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| [libera/#fedora-noc] * New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr new tahrir 4322 Tahrir
| ralph: New RFR tahrir: Tahrir (by ralph; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
| [libera/#fedora-noc] * New RFR tahrir: Tahrir (by ralph; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [libera/#fedora-noc] * badges (Badges) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- group sysadmin-main smooge
<kevin> !rfr sponsor tahrir
| kevin: tahrir: only members of sysadmin-main sponsor; in sysadmin-main is smooge. Ask one: `!rfr sponsor tahrir NAME`.
<smooge> !rfr sponsor tahrir
| smooge: tahrir (Tahrir) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4322). Next: planning, by `!rfr advance tahrir`.
| [libera/#fedora-noc] * tahrir (Tahrir) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4322). Next: planning, by `!rfr advance tahrir`.
<kevin> !rfr signoff development badges
| kevin: badges: you sponsor it but are no longer in sysadmin-main, and only its members sign off; in sysadmin-main is smooge. Pass it on: `!rfr handover badges NAME`.
