# Who does not speak to the bot gets no answer, whatever the words are.
-- after setup/sponsored.story
<ralph> advance badges
<ralph> I think !rfr advance badges would work now
<ralph> !rfrs status
<ralph> rfrbot is nice
<ralph> !topic badges
<kevin> kevin: !rfr unsponsor badges
<ralph> rfrbot: status badges
| ralph: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 2 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that planning needs is missing: `!rfr advance badges`.
<ralph> RFRBot, status badges
| ralph: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 2 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that planning needs is missing: `!rfr advance badges`.
<ralph> !RFR STATUS badges
| ralph: badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 2 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that planning needs is missing: `!rfr advance badges`.
