# The SOP of 2017 wants monitoring that works too.
-- after setup/audit-production.story
<ralph> !rfr advance badges
| ralph: badges stays in production; maintenance needs: (1) staging changes merged and the resource deployed: `!rfr done badges deployed`; (2) monitoring that is confirmed to work: `!rfr done badges monitoring`. `!rfr why` shows the rules.
<ralph> !rfr done badges monitoring https://nagios.example.org/badges
| ralph: badges: monitoring done “https://nagios.example.org/badges”.
| Still missing for maintenance: staging changes merged and the resource deployed: `!rfr done badges deployed`.
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Every MUST for maintenance is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) is finished: it moved from production to maintenance (by ralph; https://forge.example.org/infra/tickets/issues/4321).
