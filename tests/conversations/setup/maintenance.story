# Once it is watched, it is finished.
-- after setup/production.story
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done badges monitoring`.
<ralph> !rfr done badges monitoring https://nagios.example.org/badges
| ralph: badges: monitoring done “https://nagios.example.org/badges”.
| Every MUST for maintenance is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) is finished: it moved from production to maintenance (by ralph; https://forge.example.org/infra/tickets/issues/4321).
