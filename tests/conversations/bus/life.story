# Whoever follows the message bus hears of an RFR what the channel hears, and nothing that a person only asked.
-- bus
-- announce libera/#fedora-admin
-- group sysadmin-main kevin smooge
-- person ralph lmacken
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| (bus rfr.new: agent ralph, people ralph, rfr badges)
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<kevin> !rfr advance badges
| kevin: badges (Badges for everyone) moved from pre-sponsorship to planning (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
| (bus rfr.phase: agent kevin, from pre-sponsorship, people kevin+ralph, reason -, rfr badges, to planning)
<kevin> !rfr revert badges pre-sponsorship asked too early
| kevin: badges (Badges for everyone) went back from planning to pre-sponsorship: asked too early (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| Checklist of pre-sponsorship: packages (its packages are in Fedora/EPEL). Tick off with `!rfr done badges ITEM`.
| (bus rfr.phase: agent kevin, from planning, people kevin+ralph, reason asked too early, rfr badges, to pre-sponsorship)
<kevin> !rfr undo
| kevin: badges: undone: went back from planning to pre-sponsorship: asked too early. It is in planning; sponsor kevin (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| (bus rfr.phase: agent kevin, from pre-sponsorship, people kevin+ralph, reason -, rfr badges, to planning)
<kevin> !rfr hold badges the budget is open
| kevin: badges (Badges for everyone) is on hold: the budget is open (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| (bus rfr.hold: agent kevin, people kevin+ralph, reason the budget is open, rfr badges)
<kevin> !rfr release badges it is settled
| kevin: badges (Badges for everyone) is no longer on hold: it is settled (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| (bus rfr.released: agent kevin, people kevin+ralph, reason it is settled, rfr badges)
<kevin> !rfr drop badges nobody needs it any more
| kevin: badges (Badges for everyone) was dropped in planning: nobody needs it any more (by kevin; https://forge.example.org/infra/tickets/issues/4321).
| (bus rfr.ended: agent kevin, how dropped, people kevin+ralph, reason nobody needs it any more, rfr badges)
<kevin> !rfr reopen badges somebody does
| kevin: badges (Badges for everyone) is open again, in planning: somebody does (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| (bus rfr.phase: agent kevin, from dropped, people kevin+ralph, reason somebody does, rfr badges, to planning)
