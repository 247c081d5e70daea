# A name makes the group sysadmin-NAME, so it is short and plain, unique, and no word that commands read otherwise.
-- after setup/team.story
<ralph> !rfr new all 1 All
| ralph: “all” means something else in commands, so no RFR can have that name. For example: `!rfr new tahrir #4444 Badges for everyone`.
<ralph> !rfr new staging 2 Staging
| ralph: “staging” means something else in commands, so no RFR can have that name. For example: `!rfr new tahrir #4444 Badges for everyone`.
<ralph> !rfr new my_service 3 My service
| ralph: “my_service” cannot be an RFR's name: only letters, digits and hyphens, because the group sysadmin-NAME is made from it. For example: `!rfr new badges 4321 Badges for everyone`.
<ralph> !rfr new Tahrir 5 Badges in Python
| ralph: New RFR tahrir: Badges in Python (by ralph; https://forge.example.org/infra/tickets/issues/5). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
<ralph> !rfr new tahrir 6 Badges in Python
| ralph: There is an RFR tahrir already; see `!rfr status tahrir`, or choose another name.
<ralph> !rfr new another #5 Another
| ralph: The ticket 5 belongs to tahrir; one RFR, one ticket: `!rfr status tahrir`.
<ralph> !rfr next TAHRIR
| ralph: tahrir cannot move from pre-sponsorship to planning today.
| Missing: a sponsor who accepted: a sysadmin-main member types `!rfr sponsor tahrir`.
| Open, and blocking nothing: packages (`!rfr done tahrir ITEM` ticks one off), second-person (`!rfr people tahrir add NAME`).
