# A sponsor stays the sponsor until another member has accepted.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr handover badges ralph
| kevin: badges: ralph is not in sysadmin-main, and only its members sponsor; in sysadmin-main is smooge. Ask one: `!rfr handover badges NAME`.
<kevin> !rfr handover badges smooge
| kevin: badges: smooge was asked to sponsor it and types `!rfr accept badges`; until then kevin stays the sponsor.
| * badges (Badges for everyone): kevin asks smooge to take the sponsorship over: `!rfr accept badges` or `!rfr decline badges`.
| (calls smooge)
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; smooge is asked to sponsor it; ralph (maintainer), lmacken (maintainer).
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<smooge> !rfr sponsor badges
| smooge: badges (Badges for everyone) is now sponsored by smooge, who takes over from kevin. The development sign-off of badges no longer counts, because smooge became its sponsor; the sponsor must renew it (https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off again. `!rfr next badges` tells more.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor smooge since 2026-03-02; ralph (maintainer), lmacken (maintainer).
