# Taking the 📌 away leaves the note; the bot says once how it is taken back, and then another 📌 keeps it again.
-- after setup/planning.story
-- person vera otto
<otto> !rfr focus badges
| otto: This place talks about badges (planning) now; `!rfr focus off` ends that.
<vera> two nodes are enough
-- otto pins vera
| otto: badges: noted: two nodes are enough; said by @vera:example.org on 2026-03-02 14:00 UTC.
-- otto unpins
| @otto:example.org: badges: the note stays without the 📌. To take it back: `!rfr undo`.
<otto> !rfr undo
| otto: badges: the last change was undone (noted: two nodes are enough; said by @vera:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m5).
-- otto pins vera
| otto: badges: noted: two nodes are enough; said by @vera:example.org on 2026-03-02 14:00 UTC.
<ralph> !rfr note badges the proxies are ours
| ralph: badges: noted: the proxies are ours.
# It is not the last change any more, so that nothing is offered that does not work.
-- otto unpins
| @otto:example.org: badges: the note stays without the 📌, because more has happened since. To say more: `!rfr note badges …`.
