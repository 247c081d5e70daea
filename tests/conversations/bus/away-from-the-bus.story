# Who was away from the bus for a day hears of the playbooks, with their time, and not of the meeting; what is older is no news.
-- after setup/staging.story
-- bus
-- announce libera/#fedora-admin
<kevin> !rfr undone badges config-management it was written for the old hosts
| kevin: badges: config-management not done after all: it was written for the old hosts.
-- bus said 3 days ago ralph ran playbooks/groups/badges.yml on badges01.stg.iad2.example.org
-- bus said 90 minutes ago the meeting infrastructure began
-- bus said 1 days ago ralph ran playbooks/groups/badges.yml on badges01.stg.iad2.example.org
| * badges: deployed to staging at 14:00 UTC on 2026-03-01 by ralph (groups/badges.yml), says the message bus. If that is so: `!rfr done badges config-management`.
