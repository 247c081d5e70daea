# The SOP of 2017 wants a ticket too.
-- edition audit
-- after setup/team.story
<ralph> !rfr new badges
| ralph: “new” needs TICKET; usage: `!rfr new NAME TICKET TITLE…`, for example `!rfr new tahrir #4444 Badges for everyone`.
<ralph> !rfr new badges #4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
