# An answer by mail of somebody whose address is known is recorded, marked as unproven; what only those involved decide is not.
-- list
-- announce libera/#fedora-admin
-- address lmacken luke@example.org
-- after setup/planning.story
<ralph> !rfr ask badges How long are awards kept?
-- mail from Luke <Luke@Example.org> on [badges] awards: Answer 5: for ever
<ralph> !rfr questions badges
-- mail from Luke <luke@example.org> on [badges] awards: Answer 5: for a year // Answer 2: yes, varnish
-- mail from Luke <luke@elsewhere.org> on [badges] awards: Answer 4: me
<ralph> !rfr ask badges And who pays?
-- mail from Luke <luke@elsewhere.org> on [badges] awards: Answer 6: you
<ralph> !rfr history badges
