# An RFR has one sponsor; another takes over only by a handover.
-- after setup/sponsored.story
<smooge> !rfr sponsor badges
| smooge: badges is sponsored by kevin since 2026-03-02. To pass that on, the sponsor types `!rfr handover badges NAME`.
<ralph> !rfr sponsor badges smooge
| ralph: badges is sponsored by kevin since 2026-03-02. To pass that on, the sponsor types `!rfr handover badges NAME`.
<smooge> !rfr accept badges
| smooge: badges: nobody is asked to sponsor it, so there is nothing to accept; kevin sponsors it and can pass that on: `!rfr handover badges NAME`.
<ralph> !rfr handover badges smooge
| ralph: badges: that is for the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
