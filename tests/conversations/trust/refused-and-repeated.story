# A message that was refused and is repeated later is judged anew, by who may do it then.
-- after setup/requested.story
<mallory> !rfr sponsor badges
| mallory: badges: only members of sysadmin-main sponsor; in sysadmin-main are kevin and smooge. Ask one: `!rfr sponsor badges NAME`.
-- again
| mallory: badges: only members of sysadmin-main sponsor; in sysadmin-main are kevin and smooge. Ask one: `!rfr sponsor badges NAME`.
-- group sysadmin-main kevin smooge mallory
-- again
| mallory: badges (Badges for everyone) is sponsored by mallory (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
-- again
