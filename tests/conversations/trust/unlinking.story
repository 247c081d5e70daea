# A link is taken back from either side; what was done with it stays.
-- after setup/development.story
-- private libera
<kevin> unlink
<kevin> link
-- private oftc
-- login nirik nirik
<nirik> link 10000-00000
-- place oftc/#fedora-admin
<nirik> !rfr signoff development badges
<nirik> !rfr unlink
-- private libera
<ralph> unlink oftc/nirik
<kevin> unlink oftc/nobody
<kevin> unlink oftc/nirik
-- private oftc
<nirik> whoami
-- place libera/#fedora-admin
<kevin> !rfr signoff development badges
-- private libera
<kevin> link
-- private oftc
<nirik> link 20000-00000
<nirik> unlink
<nirik> unlink
