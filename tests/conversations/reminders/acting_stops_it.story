# Whoever does what a reminder asks for hears no more of it; what is still open is said more and more rarely.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- in 15 days
| — Mon 2026-03-16 14:00
| * badges has had no sponsor for 14 days. For sysadmin-main: `!rfr sponsor badges` (https://forge.example.org/infra/tickets/issues/4321)
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr ask badges Who pays for the certificates?
| ralph: badges: question 1 opened: Who pays for the certificates?
-- in 15 days
| — Tue 2026-03-31 15:00
| * badges: question 1 has been open for 14 days: “Who pays for the certificates?”. `!rfr answer badges 1 …` (https://forge.example.org/infra/tickets/issues/4321)
<kevin> !rfr answer badges 1 Nobody, they are free
| kevin: badges: question 1 answered: Nobody, they are free.
-- in 60 days
<ralph> !rfr hold badges the hardware comes in June
| ralph: badges (Badges for everyone) is on hold: the hardware comes in June (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- in 8 days
| — Mon 2026-06-08 09:00
| * badges has been on hold for 8 days: the hardware comes in June. `!rfr release badges` (https://forge.example.org/infra/tickets/issues/4321)
<ralph> !rfr release badges
| ralph: badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- in 30 days
