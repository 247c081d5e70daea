# The one line for what is old survives a crash in the moment in which its network is back.
-- after setup/sponsored.story
-- announce libera/#fedora-admin oftc/#fedora-noc
-- oftc down
<kevin> !rfr hold badges one
| kevin: badges (Badges for everyone) is on hold: one (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- in 120 minutes
-- oftc up and a crash
| [oftc/#fedora-noc] * While I was away: one message that is old by now, about badges. How things stand: `!rfr history badges`.
