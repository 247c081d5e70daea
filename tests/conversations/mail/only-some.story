# The operator chooses which mails are sent by themselves; a report that somebody asks for is sent in any case.
-- list
-- mail only ended
-- announce libera/#fedora-admin
-- after setup/development.story
<ralph> !rfr report badges all is well
<ralph> !rfr revert badges planning we forgot the maintainers
<kevin> !rfr revert badges planning we forgot the maintainers
<ralph> !rfr drop badges nobody has the time
