# What is deployed is not undone by taking its tick or its day away; what was said of other items is.

-- after setup/maintenance.story

<ralph> !rfr undone badges deployed it is not there
| ralph: badges: it was deployed on Tuesday 2026-03-03. If it goes away: `!rfr remove badges REASON`; if it is to be deployed anew: `!rfr revert badges staging REASON`.
| Not for you to type: remove and revert are for the sponsor, or sysadmin-main.
<ralph> !rfr undone badges schedule it was another day
| ralph: badges: it was deployed on Tuesday 2026-03-03. If it goes away: `!rfr remove badges REASON`; if it is to be deployed anew: `!rfr revert badges staging REASON`.
| Not for you to type: remove and revert are for the sponsor, or sysadmin-main.
<ralph> !rfr why
| ralph: Your last refusal: badges: it was deployed on Tuesday 2026-03-03. If it goes away: `!rfr remove badges REASON`; if it is to be deployed anew: `!rfr revert badges staging REASON`.
| SOP: finally the staging changes are merged over to production and the resource is deployed; what is running is removed or reverted.
<ralph> !rfr undone badges monitoring it is silent
| ralph: badges: monitoring not done after all: it is silent.
