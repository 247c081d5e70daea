# Nobody can fill a history by editing a message that somebody kept: five edits are told, and the deletion.
-- after setup/planning.story
-- person vera otto
<otto> !rfr focus badges
| otto: This place talks about badges (planning) now; `!rfr focus off` ends that.
<vera> one
-- otto pins vera
| otto: badges: noted: one; said by @vera:example.org on 2026-03-02 14:00 UTC.
-- vera edits two
-- vera edits three
-- vera edits four
-- vera edits five
-- vera edits six
-- vera edits seven
-- vera deletes
<otto> !rfr history badges
| otto: badges: 10 changes, newest first.
| 2026-03-02 14:00 rfrbot: the message kept from @vera:example.org on 2026-03-02 14:00 UTC was deleted afterwards [libera/#fedora-admin]
| 2026-03-02 14:00 rfrbot: the message kept from @vera:example.org on 2026-03-02 14:00 UTC was edited afterwards: “six” [libera/#fedora-admin]
| 2026-03-02 14:00 rfrbot: the message kept from @vera:example.org on 2026-03-02 14:00 UTC was edited afterwards: “five” [libera/#fedora-admin]
| 2026-03-02 14:00 rfrbot: the message kept from @vera:example.org on 2026-03-02 14:00 UTC was edited afterwards: “four” [libera/#fedora-admin]
| 2026-03-02 14:00 rfrbot: the message kept from @vera:example.org on 2026-03-02 14:00 UTC was edited afterwards: “three” [libera/#fedora-admin]
| 2026-03-02 14:00 rfrbot: the message kept from @vera:example.org on 2026-03-02 14:00 UTC was edited afterwards: “two” [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: one; said by @vera:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m5 [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
