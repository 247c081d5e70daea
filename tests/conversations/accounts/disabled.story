# Whose account is disabled between two lines is nobody from then on.
-- accounts
-- group sysadmin-main smooge
-- profile tyll oftc/till
-- place oftc/#fedora-admin
-- login till till
<till> !rfr new tahrir 4322 Tahrir
| [libera/#fedora-admin] * New RFR tahrir: Tahrir (by tyll; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
| [libera/#fedora-noc] * New RFR tahrir: Tahrir (by tyll; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
| till: New RFR tahrir: Tahrir (by tyll; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
-- group sysadmin-main smooge tyll
<till> !rfr sponsor tahrir
| [libera/#fedora-admin] * tahrir (Tahrir) is sponsored by tyll (https://forge.example.org/infra/tickets/issues/4322). Next: planning, by `!rfr advance tahrir`.
| [libera/#fedora-noc] * tahrir (Tahrir) is sponsored by tyll (https://forge.example.org/infra/tickets/issues/4322). Next: planning, by `!rfr advance tahrir`.
| till: tahrir (Tahrir) is sponsored by tyll (https://forge.example.org/infra/tickets/issues/4322). Next: planning, by `!rfr advance tahrir`.
<till> !rfr whoami
| till: You are tyll, proven by services account till on oftc (yours by your profile in the account system, as I read it on 2026-03-02 at 14:00 UTC); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of tahrir.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
-- tyll is disabled
-- group sysadmin-main smooge
<till> !rfr signoff development tahrir
| till: Changes need a person: no public profile of the account system names the services account till on oftc. Add it to yours, and make it public; or, where I know you on another network, say link to me in private. `!rfr whoami` shows how I see you.
<till> !rfr note tahrir it is me still
| till: Changes need a person: no public profile of the account system names the services account till on oftc. Add it to yours, and make it public; or, where I know you on another network, say link to me in private. `!rfr whoami` shows how I see you.
