# Over a server that cannot tell who is logged in, nobody changes anything; looking still works.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
-- server cannot tell
<kevin> !rfr signoff development badges
<kevin> !rfr whoami
<kevin> !rfr status badges
-- server can tell
<kevin> !rfr signoff development badges
