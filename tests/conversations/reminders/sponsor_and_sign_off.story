# A sponsor who was asked, and one whose signature alone is missing, is reminded each week; nobody else is.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
<ralph> !rfr sponsor badges smooge
-- in 8 days
<smooge> !rfr accept badges
<ralph> !rfr advance badges
<ralph> !rfr discussed badges https://lists.example.org/thread/A/
<ralph> !rfr advance badges
<ralph> !rfr decide badges caching none
<ralph> !rfr decide badges load-balancing none
<ralph> !rfr decide badges deployment one host
<ralph> !rfr next badges
-- in 8 days
# The sponsor leaves sysadmin-main.
-- group sysadmin-main kevin
-- in 1 days
