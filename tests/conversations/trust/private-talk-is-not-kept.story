# What was said in private is never kept by accident: neither a 📌 nor a reply takes it; words that are typed are.
-- after setup/planning.story
-- person vera otto
-- private libera
<vera> status badges
| badges (Badges for everyone): ▰▰▱▱▱▱ planning 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for development: a discussion on the infrastructure list and somebody who deploys and maintains it (ralph). `!rfr next badges` says what to type.
| 4 open questions (1, 2, 3, 4).
-- vera pins vera
| Nothing was kept: what is said in private stays there, unless somebody types it. Type the words: `!rfr note badges …`.
-- the next replies to the bot
<vera> note badges
| Nothing was kept: those are my own words, and what I said stands in the history already. Type the words: `!rfr note badges …`.
<vera> note badges between us: the hardware is late
| badges: noted: between us: the hardware is late.
