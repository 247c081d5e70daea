# Somebody else's mail in the RFR's thread is the discussion that the SOP wants; the requester's own mail is not.
-- list
-- announce libera/#fedora-admin
-- address ralph ralph@example.org
-- group sysadmin-main kevin
-- person ralph
<ralph> !rfr new badges 4321 Badges
<kevin> !rfr sponsor badges
<ralph> !rfr advance badges
<ralph> !rfr people badges add ralph
-- mail from Ralph <ralph@example.org> re badges: I want this so much.
<ralph> !rfr advance badges
-- mail from Pierre-Yves <pingou@example.org> re badges: Me too.
<ralph> !rfr undone badges list-discussion that was about something else
<ralph> !rfr advance badges
<ralph> !rfr undo
<ralph> !rfr advance badges
