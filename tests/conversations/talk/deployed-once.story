# What was deployed is neither scheduled again nor said not to be deployed; what to do instead is said.
-- after setup/maintenance.story
<ralph> !rfr schedule badges 2026-04-01
| ralph: badges: it was deployed on Tuesday 2026-03-03. If it goes away: `!rfr remove badges REASON`; if it is to be deployed anew: `!rfr revert badges staging REASON`.
| Not for you to type: remove and revert are for the sponsor, or sysadmin-main.
<ralph> !rfr undone badges deployed it is gone
| ralph: badges: it was deployed on Tuesday 2026-03-03. If it goes away: `!rfr remove badges REASON`; if it is to be deployed anew: `!rfr revert badges staging REASON`.
| Not for you to type: remove and revert are for the sponsor, or sysadmin-main.
<ralph> !rfr why
| ralph: Your last refusal: badges: it was deployed on Tuesday 2026-03-03. If it goes away: `!rfr remove badges REASON`; if it is to be deployed anew: `!rfr revert badges staging REASON`.
| SOP: finally the staging changes are merged over to production and the resource is deployed; what is running is removed or reverted.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▰ maintenance since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Looked after: capacity not yet; updates not yet; security not yet.
| deployed on Tuesday 2026-03-03; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
