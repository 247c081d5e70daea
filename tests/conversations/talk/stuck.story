# Whatever waits for two weeks without a word is listed as stuck.
-- after setup/sponsored.story
-- in 14 days
<ralph> !rfr list stuck
| ralph: There is no RFR stuck (on hold, or unchanged for two weeks).
-- in 1 day
<ralph> !rfr list stuck
| ralph: 1 RFR stuck (on hold, or unchanged for two weeks):
| badges: ▰▱▱▱▱▱ pre-sponsorship 2 of 2 for 15 days; sponsor kevin; ready for planning.
<ralph> !rfr note badges still waiting for packages
| ralph: badges: noted: still waiting for packages.
<ralph> !rfr list stuck
| ralph: There is no RFR stuck (on hold, or unchanged for two weeks).
