# The people of the documents are nobody in particular.
-- announce libera/#fedora-admin
-- group sysadmin-main otto ida
-- person vera hugo
