# A run of a playbook that an RFR names is offered as evidence, with the line to type; by itself it ticks nothing off.
-- after setup/staging.story
-- bus
-- announce libera/#fedora-admin
<kevin> !rfr undone badges config-management it was written for the old hosts
| kevin: badges: config-management not done after all: it was written for the old hosts.
-- bus says ralph ran /srv/web/infra/ansible/playbooks/groups/badges.yml on badges01.stg.iad2.example.org
| * badges: deployed to staging at 14:00 UTC by ralph (groups/badges.yml), says the message bus. If that is so: `!rfr done badges config-management`.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`.
| Open, and blocking nothing: config-management, integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: signoff is for the RFR's sponsor, while in sysadmin-main.
# The same again, and another run of it, say nothing new.
-- bus says it again
-- bus says ralph ran /srv/web/infra/ansible/playbooks/groups/badges.yml on badges01.stg.iad2.example.org
<ralph> !rfr done badges config-management
| ralph: badges: config-management done.
# What runs elsewhere, or on hosts of production while it is in staging, is no evidence.
-- bus says ralph ran playbooks/groups/proxies.yml on proxy01.stg.iad2.example.org
-- in 2 days
-- bus says ralph ran playbooks/groups/badges.yml on badges01.iad2.example.org
