# Where the operator wants it so, a marked question opens at once, and makes the sign-off outdated like any question.
-- list
-- open questions
-- announce libera/#fedora-admin
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<kevin> !rfr signoff development badges
-- mail from Pierre-Yves <pingou@example.org> on [badges] awards: Question: How long are awards kept? //// Who knows?
<ralph> !rfr next badges
<ralph> !rfr questions badges
