# A 📌 on a message keeps its words as a note of the RFR that the place talks about: with its author, its time and its link.
-- after setup/planning.story
-- person vera otto
-- place libera/#fedora-noc
<vera> two nodes are enough for the start, we measured it
# Where nothing is talked about, the bot asks, and nothing is kept.
-- otto pins vera
| otto: Nothing was kept: for which RFR? Reply to the message with `!rfr note badges` or the name of another, or let this place talk about one: `!rfr focus badges`.
<otto> !rfr focus badges
| otto: This place talks about badges (planning) now; `!rfr focus off` ends that.
-- otto pins vera
| otto: badges: noted: two nodes are enough for the start, we measured it; said by @vera:example.org on 2026-03-02 14:00 UTC.
<otto> !rfr history badges
| otto: badges: 4 changes, newest first.
| 2026-03-02 14:00 otto: noted: two nodes are enough for the start, we measured it; said by @vera:example.org on 2026-03-02 14:00 UTC, https://matrix.to/#/!room/$m4 [libera/#fedora-noc]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
# Twice is once, by whomever.
-- ralph pins vera
| ralph: badges: that message was kept already by otto on 2026-03-02; nothing changed.
# Who is not known keeps nothing, and is not answered: a 📌 may be meant for others.
-- stranger pins vera
# What cannot be taken is answered in words.
-- otto pins the bot
| otto: Nothing was kept: those are my own words, and what I said stands in the history already. Type the words: `!rfr note badges …`.
-- otto pins what is gone
| otto: Nothing was kept: that message is not there any more. Type the words: `!rfr note badges …`.
-- otto pins a picture
| otto: Nothing was kept: there are no words in that message. Type the words: `!rfr note badges …`.
-- otto pins what cannot be read
| otto: Nothing was kept: I cannot read that message: I have no key for it. Type the words: `!rfr note badges …`.
-- otto pins what came in the clear
| otto: Nothing was kept: that message came without encryption into an encrypted room, and a server could have made it up. Type the words: `!rfr note badges …`.
-- otto pins in an encrypted room
| otto: Nothing was kept: reactions are never encrypted, and in an encrypted room a server could have made this 📌 up. Reply to the message with `!rfr note badges`; that keeps its words.
