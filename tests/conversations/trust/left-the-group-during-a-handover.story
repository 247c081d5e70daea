# A handover to somebody who leaves sysadmin-main before accepting leaves the sponsor as it was.
-- after setup/sponsored.story
<kevin> !rfr handover badges smooge
| kevin: badges: smooge asked to sponsor.
-- group sysadmin-main kevin
<smooge> !rfr accept badges
| smooge: badges: that is for sysadmin-main; in sysadmin-main are kevin. Ask one of them.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin (smooge is asked to take over) since 2026-03-02; nobody is recorded as maintaining it: `!rfr people badges add NAME`.
