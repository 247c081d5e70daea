# Without a bus in the config nothing is published.
-- announce libera/#fedora-admin
-- group sysadmin-main kevin
<kevin> !rfr new badges 4321 Badges for everyone
| kevin: New RFR badges: Badges for everyone (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
