# Words that were kept for two RFRs are marked in both when they are edited.
-- after setup/planning.story
-- person vera otto
<vera> !rfr new koschei 4449 Continuous integration for packages
| vera: New RFR koschei: Continuous integration for packages (by vera; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<maja> both wait for the new storage
-- the next replies to maja
<otto> !rfr note badges
| otto: badges: noted: both wait for the new storage; said by @maja:example.org on 2026-03-02 14:00 UTC.
-- the next replies to maja
<otto> !rfr note koschei
| otto: koschei: noted: both wait for the new storage; said by @maja:example.org on 2026-03-02 14:00 UTC.
-- maja edits nothing waits for the storage
<otto> !rfr history koschei
| otto: koschei: 3 changes, newest first.
| 2026-03-02 14:00 rfrbot: the message kept from @maja:example.org on 2026-03-02 14:00 UTC was edited afterwards: “nothing waits for the storage” [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: both wait for the new storage; said by @maja:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m5 [libera/#fedora-admin]
| 2026-03-02 14:00 vera: requested: Continuous integration for packages [libera/#fedora-admin]
<otto> !rfr history badges
| otto: badges: 5 changes, newest first.
| 2026-03-02 14:00 rfrbot: the message kept from @maja:example.org on 2026-03-02 14:00 UTC was edited afterwards: “nothing waits for the storage” [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: both wait for the new storage; said by @maja:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m5 [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
