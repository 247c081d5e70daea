# What a mail asks is offered in the channel, and somebody takes it; sentences count only in replies to a mail that asks for comments.
-- list
-- announce libera/#fedora-admin
-- after setup/development.story
<ralph> !rfr report badges all is well
-- mail from Pierre-Yves <pingou@example.org> re badges: Question: How long are awards kept? // And who backs it up? // Nice work.
<ralph> !rfr ask badges from 2
<ralph> !rfr ask badges from 2
<ralph> !rfr ask badges from 7
-- mail from Pierre-Yves <pingou@example.org> on [badges] another thing: Is that so? // Q: Does it scale?
<lmacken> !rfr ask badges from 3
<ralph> !rfr questions badges
-- mail from Pierre-Yves <pingou@example.org> re badges: Question: How long are awards kept?
-- mail from Pierre-Yves <pingou@example.org> on [koschei] what is it: Question: What is it?
-- mail from Pierre-Yves <pingou@example.org> on lunch: Question: Where?
