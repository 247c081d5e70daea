# A digest comes at its times, and one that prepares a meeting before it or not at all.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no silent
-- no one-person
-- no no-sponsor
-- post weekly mon 14:00 UTC
-- post meeting 60 minutes before every second thursday 15:00 Europe/Prague from 2026-03-12
-- time 2026-03-04 14:00
<ralph> !rfr new badges 4321 Badges for everyone
-- time 2026-03-13 12:00
# The bot is down on Monday, and makes up for it on Tuesday.
-- downtime 4 days
-- restart
-- in 1 days
