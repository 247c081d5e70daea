# Who does not take part in an RFR and is not in sysadmin-main moves, holds and drops nothing.
-- after setup/staging.story
<mallory> !rfr advance badges
| mallory: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr schedule badges 2026-03-03
| mallory: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr hold badges I say so
| mallory: badges: that is for those involved, sysadmin-main or security-officer; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr drop badges I say so
| mallory: badges: that is for the requester, the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr revert badges planning I say so
| mallory: badges: that is for the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr remove badges I say so
| mallory: badges is in staging and not deployed: it is dropped, not removed: `!rfr drop badges REASON`.
| Not for you to type: drop is for the requester, the sponsor, or sysadmin-main.
<mallory> !rfr unsponsor badges
| mallory: badges: that is for the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr unsign development badges I say so
| mallory: badges: that is for the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr people badges add mallory
| mallory: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr rename badges mallory
| mallory: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr done badges config-management
| mallory: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr decide badges caching none
| mallory: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<mallory> !rfr why
| mallory: Your last refusal: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
| House rule: an RFR is changed by those who take part in it, and by sysadmin-main.
<ralph> !rfr history badges
| ralph: badges: 13 changes, newest first.
| 2026-03-02 14:00 kevin: config-management done [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from development to staging [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: development signed off [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: SOP linked, https://docs.example.org/sop/badges [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from planning to development [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 3 answered: yes, two virtual hosts of its own; deployment decided: yes, two virtual hosts of its own [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 2 answered: no, the pages are small; caching decided: no, the pages are small [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: list discussion recorded, https://lists.example.org/archives/thread/AAAA/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
