# What was owed before a restart is as old as what it tells, and the line for it is never old itself.
-- freeze F45 beta 2026-03-01 2026-03-25
-- after setup/sponsored.story
-- announce libera/#fedora-admin oftc/#fedora-noc
-- oftc down
<kevin> !rfr hold badges one
| kevin: badges (Badges for everyone) is on hold: one (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- in 120 minutes
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
-- restart while oftc is down
-- oftc up and down
-- in 90 minutes
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- in 90 minutes
-- oftc up
| [oftc/#fedora-noc] * While I was away: one message that is old by now, about badges. How things stand: `!rfr history badges`.
| [oftc/#fedora-noc] * While I was away: 2 messages that are old by now, about badges. How things stand: `!rfr history badges`.
