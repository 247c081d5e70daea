# Long answers stop after a few lines, and the rest comes when it is asked for.
-- lines 4
-- after setup/staging.story
<ralph> !rfr history badges
| ralph: badges: 13 changes, newest first.
| 2026-03-02 14:00 kevin: config-management done [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from development to staging [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: development signed off [libera/#fedora-admin]
| … 10 more lines: `!rfr more`
<ralph> !rfr more
| ralph: 2026-03-02 14:00 ralph: SOP linked, https://docs.example.org/sop/badges [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from planning to development [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 3 answered: yes, two virtual hosts of its own; deployment decided: yes, two virtual hosts of its own [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 2 answered: no, the pages are small; caching decided: no, the pages are small [libera/#fedora-admin]
| … 6 more lines: `!rfr more`
<ralph> !rfr more
| ralph: 2026-03-02 14:00 ralph: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: list discussion recorded, https://lists.example.org/archives/thread/AAAA/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| … 2 more lines: `!rfr more`
<ralph> !rfr more
| ralph: 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
<ralph> !rfr history badges
| ralph: badges: 13 changes, newest first.
| 2026-03-02 14:00 kevin: config-management done [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from development to staging [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: development signed off [libera/#fedora-admin]
| … 10 more lines: `!rfr more`
<mallory> !rfr more
| mallory: There is no more to show.
-- private libera
<ralph> !rfr history badges
| badges: 13 changes, newest first.
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
