# No RFR is called like a person, or by a word that a command reads as something else.
-- after setup/requested.story
<ralph> !rfr new smooge #5000 A trap
| ralph: “smooge” cannot be an RFR's name: somebody's account is called so, and commands must tell the two apart. For example: `!rfr new badges 4321 Badges for everyone`.
<ralph> !rfr new friday #5000 A trap
| ralph: “friday” means something else in commands, so no RFR can have that name. For example: `!rfr new tahrir #4444 Badges for everyone`.
<ralph> !rfr new december #5000 A trap
| ralph: “december” means something else in commands, so no RFR can have that name. For example: `!rfr new tahrir #4444 Badges for everyone`.
<ralph> !rfr new rfrbot #5000 A trap
| ralph: “rfrbot” means something else in commands, so no RFR can have that name. For example: `!rfr new tahrir #4444 Badges for everyone`.
<ralph> !rfr new clock #5000 A trap
| ralph: “clock” cannot be an RFR's name: somebody's account is called so, and commands must tell the two apart. For example: `!rfr new badges 4321 Badges for everyone`.
<ralph> !rfr rename badges kevin
| ralph: “kevin” cannot be an RFR's name: somebody's account is called so, and commands must tell the two apart. For example: `!rfr rename badges tahrir`.
<ralph> !rfr rename badges to tomorrow
| ralph: “tomorrow” means something else in commands, so no RFR can have that name. For example: `!rfr rename badges tahrir`.
<ralph> !rfr new вadges #5000 A trap
| ralph: “вadges” cannot be an RFR's name: it must begin with a letter. For example: `!rfr new badges 4321 Badges for everyone`.
<ralph> !rfr new trap #5000 A trap
| ralph: New RFR trap: A trap (by ralph; https://forge.example.org/infra/tickets/issues/5000). Next: planning, which needs a sponsor who accepted. `!rfr next trap` tells more.
-- person trap
<kevin> !rfr sponsor trap
| kevin: “trap” is an RFR and a person. To sponsor the RFR: `!rfr sponsor trap me`; to ask the person: `!rfr sponsor RFR trap`.
<kevin> !rfr sponsor trap me
| kevin: trap (A trap) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/5000). Next: planning, by `!rfr advance trap`.
<ralph> !rfr people badges add clock
| ralph: “clock” is nobody's account: the bot itself, or what no person does, is called so.
