# Where the operator does not want it, no line is remembered, and the bot says so.
-- after setup/planning.story
-- person vera otto
-- lines are not remembered
<vera> the staging database is full
<otto> !rfr note badges < vera
| otto: Nothing was kept: here I do not remember what is said. Type the words: `!rfr note badges …`.
