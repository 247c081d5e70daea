# What is deployed is removed and not dropped, by the sponsor or sysadmin-main.
-- after setup/maintenance.story
<ralph> !rfr drop badges it goes away
| ralph: badges is in maintenance: what is deployed is removed, not dropped: `!rfr remove badges REASON`.
| Not for you to type: remove is for the sponsor, or sysadmin-main.
<ralph> !rfr remove badges it goes away
| ralph: badges: that is for the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<kevin> !rfr remove badges replaced by the new service
| kevin: badges (Badges for everyone) was removed (it was in maintenance): replaced by the new service (by kevin; https://forge.example.org/infra/tickets/issues/4321).
<kevin> !rfr advance badges
| kevin: badges was removed by kevin on 2026-03-03: replaced by the new service; to go on with it: `!rfr reopen badges`.
<ralph> !rfr list
| ralph: There is no RFR open. `!rfr new NAME TICKET TITLE…` requests one.
<ralph> !rfr list all
| ralph: 1 RFR:
| badges: removed in maintenance on 2026-03-03; sponsor kevin.
<kevin> !rfr reopen badges the new service is not ready
| kevin: badges (Badges for everyone) is open again, in maintenance: the new service is not ready (by kevin; https://forge.example.org/infra/tickets/issues/4321).
<kevin> !rfr advance badges
| kevin: badges is in maintenance, the last phase. If the resource goes away: `!rfr remove badges REASON`.
