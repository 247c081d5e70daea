# What is deployed is not undone by taking its tick or its day away; what was said of other items is.

-- after setup/maintenance.story

<ralph> !rfr undone badges deployed it is not there
| ralph: badges has left production and is in maintenance; only going back takes that away: `!rfr revert badges production REASON`.
<ralph> !rfr undone badges schedule it was another day
| ralph: badges has left production and is in maintenance; only going back takes that away: `!rfr revert badges production REASON`.
<ralph> !rfr why
| ralph: Your last refusal: badges has left production and is in maintenance; only going back takes that away: `!rfr revert badges production REASON`.
| SOP: the RFR sponsor signs off development (ready for the next step) and staging (fully in configuration management, ready to be deployed), each while the resource is there.
<ralph> !rfr undone badges monitoring it is silent
| ralph: badges: monitoring not done after all: it is silent.
