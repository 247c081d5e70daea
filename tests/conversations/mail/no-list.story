# Where the config names no list nothing is mailed, and a report says what to do instead.
-- after setup/development.story
<ralph> !rfr report badges all is well
| ralph: I mail nothing: the config names no mailing list. Say that a mail went out with `!rfr done badges testing-mail URL`; the operator adds [mail] to my config.
<ralph> !rfr mail
| ralph: I mail nothing: the config names no mailing list. The operator adds [mail] to my config.
