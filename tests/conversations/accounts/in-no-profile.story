# Whom no profile names is nobody, with words; whoever writes it there is known a minute later. A nick alone, and the same name on another network, prove nothing.
-- accounts
-- group sysadmin-main kevin
-- profile maja libera/majka
-- place oftc/#fedora-admin
-- login majka majka
<majka> !rfr whoami
| majka: You are majka here: no public profile of the account system names the services account majka on oftc. Add it to yours, and make it public; or, where I know you on another network, say link to me in private.
| You may look at everything and change nothing.
<majka> !rfr new tahrir 4322 Tahrir
| majka: Changes need a person: no public profile of the account system names the services account majka on oftc. Add it to yours, and make it public; or, where I know you on another network, say link to me in private. `!rfr whoami` shows how I see you.
<majka> !rfr why
| majka: Your last refusal: Changes need a person: no public profile of the account system names the services account majka on oftc. Add it to yours, and make it public; or, where I know you on another network, say link to me in private. `!rfr whoami` shows how I see you.
| House rule: a nick proves nothing. Whoever changes something must be somebody whom the network vouches for and whom the bot knows: by its config, by a link, or by the account system.
<majka> !rfr list
| majka: There is no RFR open. `!rfr new NAME TICKET TITLE…` requests one.
-- profile maja oftc/majka
<majka> !rfr new tahrir 4322 Tahrir
| majka: Changes need a person: no public profile of the account system names the services account majka on oftc. Add it to yours, and make it public; or, where I know you on another network, say link to me in private. `!rfr whoami` shows how I see you.
-- in 2 minutes
<majka> !rfr new tahrir 4322 Tahrir
| [libera/#fedora-admin] * New RFR tahrir: Tahrir (by maja; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
| [libera/#fedora-noc] * New RFR tahrir: Tahrir (by maja; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
| majka: New RFR tahrir: Tahrir (by maja; https://forge.example.org/infra/tickets/issues/4322). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
-- logout majka
<majka> !rfr note tahrir who am I
| majka: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
