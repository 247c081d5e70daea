# Who was asked to sponsor and has left sysadmin-main since cannot accept.
-- after setup/requested.story
<ralph> !rfr sponsor badges kevin
| ralph: badges: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept badges`.
| * badges (Badges for everyone): ralph asks kevin to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls kevin)
-- group sysadmin-main smooge
<kevin> !rfr accept badges
| kevin: badges: only members of sysadmin-main sponsor; in sysadmin-main is smooge. Who sponsors it, or is asked to: `!rfr who badges`.
<kevin> !rfr sponsor badges
| kevin: badges: only members of sysadmin-main sponsor; in sysadmin-main is smooge. Who sponsors it, or is asked to: `!rfr who badges`.
<smooge> !rfr accept badges
| smooge: badges: kevin was asked to sponsor it, not you. Whoever of sysadmin-main sponsors it types `!rfr sponsor badges`.
<smooge> !rfr sponsor badges
| smooge: badges (Badges for everyone) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
