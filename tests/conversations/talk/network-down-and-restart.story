# What is owed to a network that is down survives a restart and the loss of the database.
-- after setup/requested.story
-- announce libera/#fedora-admin oftc/#fedora-admin
-- oftc down
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- lose the database
| [oftc/#fedora-admin] * badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
# The restarted bot reaches both networks.
-- restart
