# A mail that the server takes later is seen in `mail`; one that it refuses for good is told once, with the server's words.
-- list
-- announce libera/#fedora-admin
-- group sysadmin-main kevin
-- person ralph
-- mail delayed 451 4.7.1 greylisted, try again later
<ralph> !rfr new badges 4321 Badges
| ralph: New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr mail
| ralph: 1 mail to the list is owed.
| “[badges] New request: Badges”, written since today: delayed after 1 try, again at 2026-03-02 14:01 UTC: 451 4.7.1 greylisted, try again later.
-- restart
<ralph> !rfr mail
| ralph: 1 mail to the list is owed.
| “[badges] New request: Badges”, written since today: delayed after 1 try, again at 2026-03-02 14:01 UTC: 451 4.7.1 greylisted, try again later.
-- mail refused 550 5.1.1 no such list
-- restart
| * The mail “[badges] New request: Badges” did not go out, and will not be tried again: 550 5.1.1 no such list.
<ralph> !rfr mail
| ralph: 0 mails to the list are owed; 1 refused for good.
| “[badges] request”, written since today: refused for good: 550 5.1.1 no such list.
-- restart
<ralph> !rfr mail
| ralph: 0 mails to the list are owed; 1 refused for good.
| “[badges] request”, written since today: refused for good: 550 5.1.1 no such list.
<kevin> !rfr sponsor badges
| kevin: badges (Badges) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr history badges
| ralph: badges: 3 changes, newest first.
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 rfrbot: the mail to the list was refused: 550 5.1.1 no such list [mail]
| 2026-03-02 14:00 ralph: requested: Badges; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/ [libera/#fedora-admin]
