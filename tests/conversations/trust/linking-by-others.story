# A code that was guessed, heard, used, or is too old links nothing; whoever is somebody stays so.
-- after setup/development.story
-- private libera
<kevin> link
-- place libera/#fedora-admin
<kevin> !rfr link 10000-00000
<kevin> !rfr link
-- private oftc
-- login mal mal
<mal> link 10000-00000
-- private libera
<kevin> link
-- private oftc
-- login other other
<mal> link 20000-00001
<mal> link 30000-00000
<mal> link 40000-00000
<mal> link badges
<mal> link 50000-00000
<mal> link 20000-00000
-- private libera
<ralph> link 20000-00000
<kevin> whoami
<kevin> link
-- in 10 minutes
-- private oftc
<other> link 30000-00000
-- logout other
<other> link 30000-00000
