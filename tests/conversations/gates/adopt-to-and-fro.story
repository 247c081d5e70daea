# To another edition and back: the bot says what it would do as it does it, and what one edition asked is not met by the other.
-- after setup/staging.story
-- sop tests/data/sop/rfr-2027.toml
<ralph> !rfr new tahrir 4400 Tahrir
-- sop docs/release-checklist.toml
<ralph> !rfr decide badges rollback the old packages stay
<ralph> !rfr why
<ralph> !rfr schedule badges 2026-03-03
<kevin> !rfr signoff staging badges
<kevin> !rfr adopt badges rfr-2027@d7d2c339fd6d backups matter
<kevin> !rfr adopt badges release-checklist -- yes
<kevin> !rfr adopt badges release-checklist
<kevin> !rfr adopt badges release-checklist it is a release
<kevin> !rfr adopt badges release-checklist it is a release -- yes
<kevin> !rfr adopt badges classic it is no release -- yes
<ralph> !rfr next badges
<ralph> !rfr decide badges rollback the old packages stay
<ralph> !rfr answer badges 5 2.0
<ralph> !rfr next badges
<kevin> !rfr adopt tahrir release-checklist it is a release
<kevin> !rfr adopt tahrir release-checklist it is a release -- yes
-- sop tests/data/sop/rfr-2027-later.toml
<kevin> !rfr adopt badges rfr-2027@d7d2c339fd6d backups matter
<kevin> !rfr adopt badges rfr-2027 backups matter
<kevin> !rfr adopt badges rfr-2027@d7d2c339fd6d backups matter -- yes
<ralph> !rfr status badges
<kevin> !rfr adopt badges rfr-2027@d7d2c339fd6d backups matter
