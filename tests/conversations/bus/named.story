# Playbooks and hosts count that the RFR names in a link or a note.
-- after setup/staging.story
-- bus
-- announce libera/#fedora-admin
<kevin> !rfr undone badges config-management it was written for the old hosts
| kevin: badges: config-management not done after all: it was written for the old hosts.
-- bus says ralph ran playbooks/groups/openshift-apps.yml on os-control01.stg.iad2.example.org
<ralph> !rfr link badges https://forge.example.org/infra/ansible/src/playbooks/groups/openshift-apps.yml the playbook
| ralph: badges: link recorded, https://forge.example.org/infra/ansible/src/playbooks/groups/openshift-apps.yml “the playbook”.
-- bus says lmacken ran playbooks/groups/openshift-apps.yml on os-control01.stg.iad2.example.org
| * badges: deployed to staging at 14:00 UTC by lmacken (groups/openshift-apps.yml), says the message bus. If that is so: `!rfr done badges config-management`.
