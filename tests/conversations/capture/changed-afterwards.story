# What was kept stays as it was kept: a later edit or deletion of the message is a line of its own in the history.
-- after setup/planning.story
-- person vera otto
<otto> !rfr focus badges
| otto: This place talks about badges (planning) now; `!rfr focus off` ends that.
<vera> two nodes are enough
-- otto pins vera
| otto: badges: noted: two nodes are enough; said by @vera:example.org on 2026-03-02 14:00 UTC.
-- vera edits three nodes, I counted again
-- vera deletes
<otto> !rfr history badges
| otto: badges: 6 changes, newest first.
| 2026-03-02 14:00 rfrbot: the message kept from @vera:example.org on 2026-03-02 14:00 UTC was deleted afterwards [libera/#fedora-admin]
| 2026-03-02 14:00 rfrbot: the message kept from @vera:example.org on 2026-03-02 14:00 UTC was edited afterwards: “three nodes, I counted again” [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: two nodes are enough; said by @vera:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m5 [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
# Talk that nobody kept can be edited and deleted without a trace.
<maja> good morning
-- maja edits good evening
-- maja deletes
# The undo of the note is not in the way of it.
<otto> !rfr undo
| otto: badges: the last change was undone (noted: two nodes are enough; said by @vera:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m5).
