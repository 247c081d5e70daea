# A ticket that is closed while its service is in production: what ends the RFR there is its removal.
-- after setup/production.story
-- announce libera/#fedora-admin
-- tracker
-- ticket 4321 by ralph: Badges for everyone
-- ticket 4321 closed
| * badges: ticket 4321 was closed in the tracker, though the RFR is open: `!rfr remove badges REASON` ends it, or somebody reopens the ticket (https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▱ production 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for maintenance: staging changes merged and the resource deployed and monitoring that is confirmed to work (ralph or lmacken). `!rfr next badges` says what to type.
| Its ticket was closed in the tracker, though the RFR is open: `!rfr remove badges REASON` ends it, or somebody reopens the ticket.
| production on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| Not for you to type: remove is for the sponsor, or sysadmin-main.
