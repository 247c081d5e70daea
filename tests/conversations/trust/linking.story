# A code from a network where one is known makes a second one know who that is; nobody else is needed for it.
-- after setup/development.story
-- place oftc/#fedora-admin
-- login nirik nirik
<nirik> !rfr signoff development badges
-- private oftc
<nirik> link
-- private libera
<kevin> link
-- private oftc
<nirik> link 10000-00000
<nirik> whoami
<nirik> link 10000-00000
-- place oftc/#fedora-admin
<nirik> !rfr signoff development badges
-- restart
<nirik> !rfr whoami
-- private libera
<kevin> link
<kevin> whoami
<kevin> undo
<kevin> link 20000-00000
