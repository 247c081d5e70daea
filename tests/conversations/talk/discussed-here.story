# The discussion in chat that the SOP asks for beside the list has a place: the room and the day, and where a log shows it. It does not stand for the list.
-- after setup/planning.story
<ralph> !rfr next badges
| ralph: badges cannot move from planning to development today.
| Missing: (1) a discussion on the infrastructure list: `!rfr discussed badges URL`; (2) somebody who deploys and maintains it: `!rfr people badges add NAME`.
| Open, and blocking nothing: four-questions (`!rfr questions badges`), the discussion in chat (in its room: `!rfr discussed badges here`).
<ralph> !rfr discussed badges here
| ralph: badges: discussed in chat.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▱▱▱▱ planning 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for development: a discussion on the infrastructure list and somebody who deploys and maintains it (ralph). `!rfr next badges` says what to type.
| 4 open questions (1, 2, 3, 4); discussed in chat in libera/#fedora-admin on 2026-03-02.
<ralph> !rfr next badges
| ralph: badges cannot move from planning to development today.
| Missing: (1) a discussion on the infrastructure list: `!rfr discussed badges URL`; (2) somebody who deploys and maintains it: `!rfr people badges add NAME`.
| Open, and blocking nothing: four-questions (`!rfr questions badges`).
<ralph> !rfr discussed badges here https://meetbot.example.org/2026-03-02/rfr.log
| ralph: badges: discussed in chat, https://meetbot.example.org/2026-03-02/rfr.log.
<ralph> !rfr links badges
| ralph: badges: links: discussed in chat in libera/#fedora-admin on 2026-03-02; discussed in chat in libera/#fedora-admin on 2026-03-02, https://meetbot.example.org/2026-03-02/rfr.log.
<ralph> !rfr history badges
| ralph: badges: 5 changes, newest first.
| 2026-03-02 14:00 ralph: discussed in chat, https://meetbot.example.org/2026-03-02/rfr.log [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: discussed in chat [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▱▱▱▱ planning 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| The SOP wants no sign-off in planning. What it needs: `!rfr next badges`.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [ ] open: list-discussion, maintainers.
| Steps: [ ] open: packages, second-person, four-questions.
| Decided: nothing. SOP documents: none; discussed in chat in libera/#fedora-admin on 2026-03-02, https://meetbot.example.org/2026-03-02/rfr.log.
| Questions: (1) Should it be load balanced? [open, asked by the SOP]; (2) Does it need caching? [open, asked by the SOP]; (3) Can it live on its own instance, apart from more critical services? [open, asked by the SOP]; (4) Who is involved in deploying and maintaining it? [open, asked by the SOP].
| Around it: no date for production; freezes: none is in force, and none is predicted; away: nobody of those involved.
-- private libera
<ralph> discussed badges here
| badges: this is private, and the SOP asks for a discussion of the team. In the room where it took place: `!rfr discussed badges here`.
-- place libera/#fedora-admin
<ralph> !rfr undo badges
| ralph: badges: the last change was undone (discussed in chat, https://meetbot.example.org/2026-03-02/rfr.log).
<ralph> !rfr links badges
| ralph: badges: links: discussed in chat in libera/#fedora-admin on 2026-03-02.
