# Saying again what is so already changes nothing, tells who did it when, and is announced to nobody.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- announce libera/#fedora-noc
<kevin> !rfr sponsor badges
| kevin: badges is already sponsored by kevin since 2026-03-02; nothing changed.
<ralph> !rfr sponsor badges kevin
| ralph: badges is already sponsored by kevin since 2026-03-02; nothing changed.
<ralph> !rfr discussed badges https://lists.example.org/archives/thread/AAAA/
| ralph: badges: https://lists.example.org/archives/thread/AAAA/ was already recorded by ralph on 2026-03-02; nothing changed.
<ralph> !rfr people badges add ralph
| ralph: badges: ralph already takes part in that role; nothing changed.
<ralph> !rfr answer badges 1 no
| ralph: badges: question 1 was already answered (“yes, two nodes behind the proxies”) by ralph on 2026-03-02; nothing changed; to correct it, give the new answer and why: `!rfr answer badges 1 ANSWER -- WHY`.
<ralph> !rfr decide badges caching no, the pages are small
| ralph: badges: that decision on caching was already recorded by ralph on 2026-03-02; nothing changed.
<ralph> !rfr retitle badges Badges for everyone
| ralph: badges already has that title; nothing changed.
<ralph> !rfr rename badges badges
| ralph: badges is already called badges; nothing changed.
<ralph> !rfr ticket badges 4321
| ralph: badges already has ticket 4321; nothing changed.
<ralph> !rfr release badges
| ralph: badges is not on hold; nothing changed.
<ralph> !rfr reopen badges
| ralph: badges is open; nothing changed.
<ralph> !rfr undone badges testing it never ran
| ralph: badges: testing is not done anyway; nothing changed.
<ralph> !rfr decline badges
| ralph: badges: nobody is asked to sponsor it; nothing changed.
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
| [libera/#fedora-noc] * badges: development signed off, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (by kevin).
-- in 3 days
<kevin> !rfr signoff development badges
| kevin: badges: development is already signed off by kevin on 2026-03-02; nothing changed.
<ralph> !rfr done badges testing
| ralph: badges: testing done.
<lmacken> !rfr done badges testing
| lmacken: badges: testing was already done by ralph on 2026-03-05; nothing changed.
