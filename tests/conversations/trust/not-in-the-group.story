# Only members of sysadmin-main sponsor; nobody talks somebody else into it.
-- after setup/requested.story
<mallory> !rfr sponsor badges
| mallory: badges: only members of sysadmin-main sponsor; in sysadmin-main are kevin and smooge. Ask one: `!rfr sponsor badges NAME`.
<mallory> !rfr sponsor badges mallory
| mallory: badges: mallory is not in sysadmin-main, and only its members sponsor; in sysadmin-main are kevin and smooge. Ask one: `!rfr sponsor badges NAME`.
<mallory> !rfr accept badges
| mallory: badges: only members of sysadmin-main sponsor; in sysadmin-main are kevin and smooge. Ask one: `!rfr sponsor badges NAME`.
<mallory> !rfr sponsor badges kevin
| mallory: badges: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept badges`.
| * badges (Badges for everyone): mallory asks kevin to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls kevin)
<mallory> !rfr accept badges
| mallory: badges: only members of sysadmin-main sponsor; in sysadmin-main are kevin and smooge. Who sponsors it, or is asked to: `!rfr who badges`.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor (kevin is asked); https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (kevin). `!rfr next badges` says what to type.
