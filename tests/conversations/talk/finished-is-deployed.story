# What was never deployed is not finished: `advance` asks for the deployment, and from then on its day is shown, not the plan.
-- after setup/production.story
<ralph> !rfr done badges monitoring https://nagios.example.org/badges
| ralph: badges: monitoring done “https://nagios.example.org/badges”.
| Still missing for maintenance: staging changes merged and the resource deployed: `!rfr done badges deployed`.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▱ production 1 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for maintenance: staging changes merged and the resource deployed (ralph or lmacken). `!rfr next badges` says what to type.
| production on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr advance badges
| ralph: badges stays in production; maintenance needs: staging changes merged and the resource deployed: `!rfr done badges deployed`. `!rfr why` shows the rules.
<ralph> !rfr why
| ralph: badges stayed in production, because the SOP says:
| production (deployed): The staging changes are merged over to production and the resource is deployed.
-- in 2 days
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Every MUST for maintenance is met: `!rfr advance badges`.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▱ production 2 of 2 for 2 days; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that maintenance needs is missing: `!rfr advance badges`.
| deployed on Thursday 2026-03-05; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr list
| ralph: 1 RFR open:
| badges: ▰▰▰▰▰▱ production 2 of 2 for 2 days; sponsor kevin; ready for maintenance; deployed on Thursday 2026-03-05.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) is finished: it moved from production to maintenance (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▰ maintenance since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Looked after: capacity not yet; updates not yet; security not yet.
| deployed on Thursday 2026-03-05; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr list maintenance
| ralph: 1 RFR in maintenance:
| badges: ▰▰▰▰▰▰ maintenance since today; sponsor kevin; deployed on Thursday 2026-03-05.
