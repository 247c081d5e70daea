# A clock that steps forward brings one post, one that steps back repeats nothing.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr sponsor badges kevin
| ralph: badges: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept badges`.
| * badges (Badges for everyone): ralph asks kevin to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls kevin)
# The machine slept for ten days.
-- clock 2026-03-12 14:00
| — Thu 2026-03-12 14:00
| * badges: kevin was asked on 2026-03-02 to sponsor it and has not answered. `!rfr accept badges` or `!rfr decline badges` (https://forge.example.org/infra/tickets/issues/4321)
# Its clock is set back by an hour, and by a day.
-- clock 2026-03-12 13:00
-- clock 2026-03-11 13:00
-- time 2026-03-16 10:00
