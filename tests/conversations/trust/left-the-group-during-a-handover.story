# A handover to somebody who leaves sysadmin-main before accepting leaves the sponsor as it was.
-- after setup/sponsored.story
<kevin> !rfr handover badges smooge
| kevin: badges: smooge was asked to sponsor it and types `!rfr accept badges`; until then kevin stays the sponsor.
| * badges (Badges for everyone): kevin asks smooge to take the sponsorship over: `!rfr accept badges` or `!rfr decline badges`.
| (calls smooge)
-- group sysadmin-main kevin
<smooge> !rfr accept badges
| smooge: badges: only members of sysadmin-main sponsor; in sysadmin-main is kevin. Who sponsors it, or is asked to: `!rfr who badges`.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; smooge is asked to sponsor it; nobody is recorded as maintaining it: `!rfr people badges add NAME`.
