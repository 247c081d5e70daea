# The testing report says what was done, decided and left open, asks for comments, and meets the SOP's duty when it is out.
-- list
-- announce libera/#fedora-admin
-- after setup/development.story
<mallory> !rfr report badges all is well
<ralph> !rfr ask badges How long are awards kept?
<ralph> !rfr done badges testing a thousand awards a minute
<ralph> !rfr decide badges caching none needed, the pages are small
-- mail down
<ralph> !rfr report badges Load testing went well; one award was given twice and that is mended.
<ralph> !rfr mail
<ralph> !rfr next badges
-- mail up
<ralph> !rfr mail
<ralph> !rfr history badges
<ralph> !rfr done badges testing-mail
