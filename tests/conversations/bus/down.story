# A broker that is away costs the bus alone, and gets everything once afterwards, also over a restart; a topic that it refuses waits while the others go on.
-- bus
-- announce libera/#fedora-admin
-- group sysadmin-main kevin smooge
-- person ralph
-- bus down
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<kevin> !rfr advance badges
| kevin: badges (Badges for everyone) moved from pre-sponsorship to planning (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
-- restart
-- bus up
| (bus rfr.new: agent ralph, people ralph, rfr badges)
| (bus rfr.phase: agent kevin, from pre-sponsorship, people kevin+ralph, reason -, rfr badges, to planning)
-- bus refuses rfr.hold
<kevin> !rfr hold badges the budget is open
| kevin: badges (Badges for everyone) is on hold: the budget is open (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges it is settled
| kevin: badges (Badges for everyone) is no longer on hold: it is settled (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| (bus rfr.released: agent kevin, people kevin+ralph, reason it is settled, rfr badges)
<kevin> !rfr hold badges once more
| kevin: badges (Badges for everyone) is on hold: once more (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- bus takes all
| (bus rfr.hold: agent kevin, people kevin+ralph, reason the budget is open, rfr badges)
| (bus rfr.hold: agent kevin, people kevin+ralph, reason once more, rfr badges)
