# Tickets are kept in a tracker, and the team's logins there are their accounts.
-- announce libera/#fedora-admin
-- group sysadmin-main otto ida
-- person vera hugo nora
-- tracker
-- ticket 4321 by nora: Badges for everyone
