# “yes” agrees to what one is asked for; where that is a signature, it names the line, and signs nothing.
-- after setup/staging.story
<kevin> !rfr yes
| kevin: Nothing was signed: a signature is typed in full. `!rfr signoff staging badges`.
<ralph> !rfr yes
| ralph: Nobody asked you to sponsor anything; nothing changed. What waits for you: `!rfr todo`.
<ralph> !rfr new mote 4500 Meeting minutes
| ralph: New RFR mote: Meeting minutes (by ralph; https://forge.example.org/infra/tickets/issues/4500). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<ralph> !rfr sponsor mote kevin
| ralph: mote: kevin was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: kevin was asked and types `!rfr accept mote`.
| * mote (Meeting minutes): ralph asks kevin to sponsor it: `!rfr accept mote` or `!rfr decline mote`.
| (calls kevin)
<kevin> !rfr yes
| kevin: mote (Meeting minutes) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4500). Next: planning, by `!rfr advance mote`.
