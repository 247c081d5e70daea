# An RFR keeps what its edition said when it began, to the letter, while the team changes the file; a new one follows the new text.
-- sop tests/data/sop/rfr-2027.toml
-- after setup/development.story
<ralph> !rfr next badges
<ralph> !rfr done badges backups restored on 2026-02-01
-- sop tests/data/sop/rfr-2027-later.toml
<ralph> !rfr version
<ralph> !rfr next badges
<ralph> !rfr done badges load-test
<ralph> !rfr why
<ralph> !rfr undone badges backups it was the wrong host
<ralph> !rfr done badges backups restored again
-- edition classic
<ralph> !rfr status badges
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<kevin> !rfr signoff development badges
<ralph> !rfr advance badges
