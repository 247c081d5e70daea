# Who was asked to sponsor and has left sysadmin-main since cannot accept.
-- after setup/requested.story
<ralph> !rfr sponsor badges kevin
| ralph: badges: kevin asked to sponsor.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept badges`.
-- group sysadmin-main smooge
<kevin> !rfr accept badges
| kevin: badges: that is for sysadmin-main; in sysadmin-main are smooge. Ask one of them.
<kevin> !rfr sponsor badges
| kevin: badges: that is for sysadmin-main; in sysadmin-main are smooge. Ask one of them.
<smooge> !rfr accept badges
| smooge: badges: kevin was asked to sponsor it, not you. To ask somebody else: `!rfr sponsor badges NAME`.
<smooge> !rfr sponsor badges
| smooge: badges (Badges for everyone) is sponsored by smooge (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
