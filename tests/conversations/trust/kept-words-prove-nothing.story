# Captured words prove nothing: a sponsor's “I sign off” in a note signs nothing, and commands in them are not run.
-- after setup/planning.story
-- person vera otto
<otto> !rfr focus badges
| otto: This place talks about badges (planning) now; `!rfr focus off` ends that.
<kevin> I sign off planning, badges can advance
-- vera pins kevin
| vera: badges: noted: I sign off planning, badges can advance; said by @kevin:example.org on 2026-03-02 14:00 UTC.
<kevin> !rfr drop badges it was a joke
| kevin: badges (Badges for everyone) was dropped in planning: it was a joke (by kevin; https://forge.example.org/infra/tickets/issues/4321).
-- vera pins kevin
| vera: badges: noted: !rfr drop badges it was a joke; said by @kevin:example.org on 2026-03-02 14:00 UTC.
<otto> !rfr status badges
| otto: badges (Badges for everyone): dropped in planning on 2026-03-02; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Ended by kevin on 2026-03-02: it was a joke. `!rfr reopen badges` takes it up again.
| Not for you to type: reopen is for the requester, the sponsor, or sysadmin-main.
