# Who has only one RFR need not name it; who has several is asked which, and nothing is done.
-- after setup/requested.story
<ralph> !rfr next
| ralph: badges cannot move from pre-sponsorship to planning today.
| Missing: a sponsor who accepted: a sysadmin-main member types `!rfr sponsor badges`.
| Open, and blocking nothing: packages (`!rfr done badges ITEM` ticks one off), second-person (`!rfr people badges add NAME`).
<kevin> !rfr sponsor
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr new tahrir 4444 Badges in Python
| ralph: New RFR tahrir: Badges in Python (by ralph; https://forge.example.org/infra/tickets/issues/4444). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
<ralph> !rfr next
| ralph: Which RFR? It could be badges or tahrir, so name it; until then nothing is done.
<ralph> !rfr advance
| ralph: Which RFR? It could be badges or tahrir, so name it; until then nothing is done.
<ralph> !rfr note waiting for the new virthost
| ralph: Which RFR? It could be badges or tahrir, so name it; until then nothing is done.
<mallory> !rfr advance
| mallory: Which RFR? Name it, or let this place talk about one: `!rfr focus RFR`. The open ones: `!rfr status`.
