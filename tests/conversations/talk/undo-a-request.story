# A request that was a slip can be undone, and its name and ticket are free again.
-- after setup/team.story
<ralph> !rfr new bagdes 4321 Badges for everyone
| ralph: New RFR bagdes: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next bagdes` tells more.
<ralph> !rfr undo
| ralph: bagdes: the request was taken back; it is gone (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr list all
| ralph: 1 RFR:
| badges: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; needs a sponsor who accepted (sysadmin-main).
