# A mail that is read twice, or after a restart, is recorded once; and the thread is known after a restart and a lost database.
-- list
-- announce libera/#fedora-admin
-- group sysadmin-main kevin
-- person ralph
<ralph> !rfr new badges 4321 Badges
-- mail from Pierre-Yves <pingou@example.org> re badges: Question: Why?
-- mail again
-- restart
-- mail again
-- lose the database
-- mail again
-- mail from Pierre-Yves <pingou@example.org> re badges: Really, why?
<ralph> !rfr ask badges from 1
<ralph> !rfr history badges
