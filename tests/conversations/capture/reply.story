# Who replies to a message need not type its words again: note, ask, answer and decide take them.
-- after setup/planning.story
-- person vera otto
<vera> is there a backup of the awards?
-- the next replies to vera
<otto> !rfr ask badges
| otto: badges: question 5 opened: is there a backup of the awards?; said by @vera:example.org on 2026-03-02 14:00 UTC.
<maja> every night, to the same place as the wiki's
-- the next replies to maja
<otto> !rfr answer badges 5
| otto: badges: question 5 answered: every night, to the same place as the wiki's; said by @maja:example.org on 2026-03-02 14:00 UTC.
<lmacken> no cache: the pages are small
-- the next replies to lmacken
<ralph> !rfr decide badges caching
| ralph: badges: caching decided: no cache: the pages are small; question 2 answered: no cache: the pages are small; said by @lmacken:example.org on 2026-03-02 14:00 UTC.
-- the next replies to lmacken
<otto> !rfr note badges
| otto: badges: noted: no cache: the pages are small; said by @lmacken:example.org on 2026-03-02 14:00 UTC.
# Own words come before those of the message.
-- the next replies to lmacken
<otto> !rfr note badges we should measure that
| otto: badges: noted: we should measure that.
# Other commands have nothing to take.
-- the next replies to lmacken
<otto> !rfr status badges
| otto: badges (Badges for everyone): ▰▰▱▱▱▱ planning 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for development: a discussion on the infrastructure list and somebody who deploys and maintains it (ralph). `!rfr next badges` says what to type.
| 3 open questions (1, 3, 4).
# The right is that of whoever types it, whoever said the words.
<ralph> caching is not needed
-- the next replies to ralph
<vera> !rfr decide badges caching
| vera: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
# What cannot be taken is answered in words.
-- the next replies to the bot
<otto> !rfr note badges
| otto: Nothing was kept: those are my own words, and what I said stands in the history already. Type the words: `!rfr note badges …`.
-- the next replies to what is gone
<otto> !rfr note badges
| otto: Nothing was kept: that message is not there any more. Type the words: `!rfr note badges …`.
<otto> !rfr history badges
| otto: badges: 8 changes, newest first.
| 2026-03-02 14:00 otto: noted: we should measure that [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: no cache: the pages are small; said by @lmacken:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m8 [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: caching decided: no cache: the pages are small; question 2 answered: no cache: the pages are small; said by @lmacken:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m8 [libera/#fedora-admin]
| 2026-03-02 14:00 otto: question 5 answered: every night, to the same place as the wiki's; said by @maja:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m6 [libera/#fedora-admin]
| 2026-03-02 14:00 otto: question 5 opened: is there a backup of the awards?; said by @vera:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m4 [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
