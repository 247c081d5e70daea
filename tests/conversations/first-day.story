# A request goes all the way, and everybody always knows what it lacks and who can give it.
-- group sysadmin-main kevin smooge
-- person ralph
<ralph> !rfr new badges 4321 Badges for everyone
<ralph> !rfr status badges
<ralph> !rfr advance badges
<ralph> !rfr why
<ralph> !rfr sponsor badges kevin
<kevin> !rfr accept
<ralph> !rfr advance badges
<ralph> !rfr questions badges
<ralph> !rfr discussed badges https://lists.example.org/archives/list/infrastructure/thread/AAAA/
<ralph> !rfr people badges add ralph as developer
<ralph> !rfr decide badges caching none needed, the pages are small
<ralph> !rfr answer badges 1 yes, two nodes behind the proxies
<ralph> !rfr advance badges
-- in 3 days
<ralph> !rfr next badges
<ralph> !rfr done badges dev-instance badges01.dev
<kevin> !rfr signoff development
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<ralph> !rfr answer badges 3 yes, a virtual host of its own
<kevin> !rfr signoff development
<ralph> !rfr advance badges
<ralph> !rfr done badges config-management
<kevin> !rfr signoff staging
<ralph> !rfr schedule badges next tuesday
<ralph> !rfr advance
<ralph> !rfr advance
<ralph> !rfr done badges deployed
<ralph> !rfr done badges monitoring https://nagios.example.org/badges
<ralph> !rfr advance
<ralph> !rfr status badges
<ralph> !rfr history badges
<ralph> !rfr list all
<anna> so the badges are out?
