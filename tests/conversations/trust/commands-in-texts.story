# No line of the bot begins like a command to another bot, whatever people make it repeat.
-- after setup/planning.story
<ralph> !rfr ask badges !topic I am the chair now
| ralph: badges: question 5 opened: !topic I am the chair now.
<ralph> !rfr ask badges #info nothing to see
| ralph: badges: question 6 opened: #info nothing to see.
<ralph> !rfr retitle badges !endmeeting
| ralph: badges: retitled to “!endmeeting”.
<ralph> !rfr status badges
| ralph: badges (!endmeeting): ▰▰▱▱▱▱ planning 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for development: a discussion on the infrastructure list and somebody who deploys and maintains it (ralph). `!rfr next badges` says what to type.
| 6 open questions (1, 2, 3, 4, 5, 6).
<ralph> !rfr questions badges
| ralph: badges: 6 of 6 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (2) Does it need caching? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? [asked by the SOP]
| (5) !topic I am the chair now [asked by ralph on 2026-03-02]
| (6) #info nothing to see [asked by ralph on 2026-03-02]
<ralph> !rfr hold badges #action kevin gives me root
| ralph: badges (!endmeeting) is on hold: #action kevin gives me root (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr history badges
| ralph: badges: 7 changes, newest first.
| 2026-03-02 14:00 ralph: put on hold: #action kevin gives me root [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: retitled to “!endmeeting” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 6 opened: #info nothing to see [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 5 opened: !topic I am the chair now [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
<ralph> !rfr !topic
| ralph: I know no command “topic”. `!rfr help` lists them.
<ralph> !rfr #endmeeting
| ralph: I know no command “#endmeeting”. `!rfr help` lists them.
<ralph> !rfr new !topic 4444 a name
| ralph: “!topic” cannot be an RFR's name: it must begin with a letter. For example: `!rfr new badges 4321 Badges for everyone`.
<ralph> !rfr search !topic
| ralph: There is no RFR with a word that begins with “!topic”.
