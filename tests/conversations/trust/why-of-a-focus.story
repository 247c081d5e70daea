# Who is refused a focus for want of a proof can ask why, as after any other refusal.
-- person ralph
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| [libera/#fedora-noc] * New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<stranger> !rfr focus badges
| stranger: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
<stranger> !rfr why
| stranger: Your last refusal: Changes need a person: a nick proves nothing and you are not logged in to this network's services. Log in (SASL, or /msg NickServ IDENTIFY), then say it again. `!rfr whoami` shows how I see you.
| House rule: a nick proves nothing. Whoever changes something must be somebody whom the network vouches for and whom the bot knows: by its config, by a link, or by the account system.
