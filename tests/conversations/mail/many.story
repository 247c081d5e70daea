# When many mails come at once, some are told by a line each and the rest in one.
-- list
-- announce libera/#fedora-admin libera/#fedora-noc
-- group sysadmin-main kevin
-- person ralph
<ralph> !rfr new badges 4321 Badges
-- 10 mails from Pierre-Yves <pingou@example.org> re badges: Me too.
-- mail from Pierre-Yves <pingou@example.org> re badges: And again.
