# Bold, bells and invisible characters in what people write are gone before anybody reads it again.
-- after setup/sponsored.story
<mallory> !rfr ask badges bold how long?
| mallory: badges: question 1 opened: bold how long?
<mallory> !rfr ask badges a‮desrever‬ and zero​width
| mallory: badges: question 2 opened: adesrever and zerowidth.
<mallory> !rfr note bad​ges hidden in the name
| mallory: badges: noted: hidden in the name.
<mallory> !rfr questions badges
| mallory: badges: 2 of 2 questions open.
| (1) bold how long? [asked by mallory on 2026-03-02]
| (2) adesrever and zerowidth [asked by mallory on 2026-03-02]
