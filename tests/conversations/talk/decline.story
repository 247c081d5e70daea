# Who is asked may say no, and the RFR is free for another sponsor.
-- after setup/requested.story
<ralph> !rfr sponsor badges kevin
| ralph: badges: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept badges`.
| * badges (Badges for everyone): ralph asks kevin to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls kevin)
<mallory> !rfr decline badges
| mallory: badges: kevin was asked to sponsor it, not you. Whoever of sysadmin-main sponsors it types `!rfr sponsor badges`.
<kevin> !rfr decline
| kevin: badges: the sponsorship was declined.
| Still missing for planning: a sponsor who accepted: a sysadmin-main member types `!rfr sponsor badges`.
<ralph> !rfr sponsor badges smooge
| ralph: badges: smooge was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: smooge was asked and types `!rfr accept badges`.
| * badges (Badges for everyone): ralph asks smooge to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls smooge)
<ralph> !rfr decline badges
| ralph: badges: the sponsorship was declined.
| Still missing for planning: a sponsor who accepted: a sysadmin-main member types `!rfr sponsor badges`.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
