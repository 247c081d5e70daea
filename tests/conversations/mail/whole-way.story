# Every step of an RFR that list readers care about is one mail in one thread, and what the SOP wants mailed is done by it.
-- list
-- address pingou pingou@example.org
-- announce libera/#fedora-admin
-- group sysadmin-main kevin smooge
-- person ralph lmacken
<ralph> !rfr new badges 4321 Badges for everyone
<kevin> !rfr sponsor badges
<ralph> !rfr advance badges
<ralph> !rfr people badges add ralph lmacken
-- mail from Adam <adam@example.net> re badges: I would use it.
-- mail from Pierre-Yves <pingou@example.org> re badges: That would be great to have.
<ralph> !rfr next badges
<ralph> !rfr advance badges
<ralph> !rfr decide badges caching none needed
<ralph> !rfr decide badges load-balancing two nodes behind the proxies
<ralph> !rfr decide badges deployment a virtual host of its own
<ralph> !rfr done badges testing a thousand awards a minute
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<kevin> !rfr signoff development badges
<ralph> !rfr advance badges
<ralph> !rfr history badges
<ralph> !rfr done badges staging-testing https://badges.stg.example.org
<ralph> !rfr next badges
<ralph> !rfr done badges config-management
<ralph> !rfr schedule badges 2026-03-12
<kevin> !rfr signoff staging badges
<ralph> !rfr advance badges
<ralph> !rfr done badges monitoring
<ralph> !rfr done badges deployed
<ralph> !rfr advance badges
<ralph> !rfr status badges
