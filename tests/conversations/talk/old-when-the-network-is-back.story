# What is older than an hour when its network comes back is told there in one line; what is younger is said as it was.
-- after setup/sponsored.story
-- announce libera/#fedora-admin oftc/#fedora-noc
-- oftc down
<kevin> !rfr hold badges one
| kevin: badges (Badges for everyone) is on hold: one (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr new koschei 4500 Another one
| ralph: New RFR koschei: Another one (by ralph; https://forge.example.org/infra/tickets/issues/4500). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
-- in 50 minutes
<kevin> !rfr hold badges two
| kevin: badges (Badges for everyone) is on hold: two (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- in 20 minutes
-- oftc up
| [oftc/#fedora-noc] * badges (Badges for everyone) is on hold: two (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| [oftc/#fedora-noc] * While I was away: 3 messages that are old by now, about badges, koschei. How things stand: `!rfr status`.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| [oftc/#fedora-noc] * badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- oftc down
<kevin> !rfr hold badges three
| kevin: badges (Badges for everyone) is on hold: three (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- restart
| [oftc/#fedora-noc] * badges (Badges for everyone) is on hold: three (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| [oftc/#fedora-noc] * badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- in 2 days
-- oftc down
<kevin> !rfr hold badges four
| kevin: badges (Badges for everyone) is on hold: four (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- oftc up
| [oftc/#fedora-noc] * badges (Badges for everyone) is on hold: four (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- oftc down
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- in 61 minutes
-- oftc up
| [oftc/#fedora-noc] * While I was away: one message that is old by now, about badges. How things stand: `!rfr history badges`.
