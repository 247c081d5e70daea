# A small team: kevin and smooge may sponsor, maja is the security officer, ralph and lmacken make badges, and mallory is up to no good.
-- person kevin smooge maja ralph lmacken mallory
-- group sysadmin-main kevin smooge
-- group security-officer maja
-- announce libera/#fedora-admin
