# Only sysadmin-main moves an RFR over to another edition; what that adds, drops and outdates is shown before it happens.
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-03
<kevin> !rfr signoff staging badges
<ralph> !rfr adopt badges audit the team audits everything now
<kevin> !rfr adopt badges
<kevin> !rfr adopt badges adit the team audits everything now
<kevin> !rfr adopt badges classic it is simpler
<kevin> !rfr adopt badges audit the team audits everything now
<ralph> !rfr next badges
<kevin> !rfr adopt badges audit the team audits everything now -- yes
<ralph> !rfr next badges
<maja> !rfr done badges audit-approved
<kevin> !rfr signoff staging badges
<kevin> !rfr history badges
-- sop tests/data/sop/rfr-2027-later.toml
<kevin> !rfr adopt badges rfr-2027 backups matter more — yes
<ralph> !rfr status badges
<kevin> !rfr undo badges
<ralph> !rfr status badges
