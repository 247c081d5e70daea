# Four eyes hold on every way to the same state: an asking, a handover, an undo, a revert taken back, a reopening.
-- after setup/production.story
<kevin> !rfr new pkgdb #4400 Who maintains what
<kevin> !rfr sponsor pkgdb
-- four eyes
<kevin> !rfr unsponsor pkgdb no time
<kevin> !rfr undo pkgdb
<smooge> !rfr sponsor pkgdb kevin
<kevin> !rfr next pkgdb
<smooge> !rfr sponsor pkgdb
<smooge> !rfr handover pkgdb kevin
<kevin> !rfr revert badges staging the database is slow
<kevin> !rfr undo badges
<kevin> !rfr why
<ralph> !rfr status badges
-- two eyes
<kevin> !rfr undo badges
-- four eyes
<kevin> !rfr remove badges replaced
<kevin> !rfr undo badges
<kevin> !rfr reopen badges it is needed
<smooge> !rfr reopen badges it is needed
<smooge> !rfr revert badges staging the database is slow
<smooge> !rfr schedule badges tomorrow
<kevin> !rfr signoff staging badges
<smooge> !rfr next badges
<kevin> !rfr advance badges
<smooge> !rfr advance badges
