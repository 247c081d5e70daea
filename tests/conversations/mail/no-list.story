# Where the config names no list nothing is mailed, and a report says what to do instead.
-- after setup/development.story
<ralph> !rfr report badges all is well
<ralph> !rfr mail
