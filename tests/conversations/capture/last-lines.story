# Where a room has no replies, `< NICK` takes what somebody said last, and `< NICK 3` the last three lines.
-- after setup/planning.story
-- person vera otto
<otto> !rfr note badges < vera
| otto: Nothing was kept: I heard nothing from vera here in the last 10 minutes. On Matrix, reply to the message with `!rfr note badges`; or type the words: `!rfr note badges …`.
<vera> the staging database is full
<maja> oh
<vera> it grows by a gigabyte a day
<Vera> so we need a bigger one
<otto> !rfr note badges < vera
| otto: badges: noted: so we need a bigger one; said by Vera on 2026-03-02 14:00 UTC.
<otto> !rfr ask badges < maja
| otto: badges: question 5 opened: oh; said by maja on 2026-03-02 14:00 UTC.
<otto> !rfr note badges < VERA 3
| otto: badges: noted: the staging database is full / it grows by a gigabyte a day / so we need a bigg…; said by Vera on 2026-03-02 14:00 UTC.
# Fewer than asked for are taken as they are.
<otto> !rfr note badges < maja 3
| otto: badges: noted: oh; said by maja on 2026-03-02 14:00 UTC.
| Taken: of 3 lines I remember 1.
<otto> !rfr answer badges 5 < vera
| otto: badges: question 5 answered: so we need a bigger one; said by Vera on 2026-03-02 14:00 UTC.
<ralph> !rfr decide badges caching < vera 2
| ralph: badges: caching decided: it grows by a gigabyte a day / so we need a bigger one; question 2 answered: it grows by a gigabyte a day / so we need a bigger one; said by Vera on 2026-03-02 14:00 UTC.
# Own lines too; commands are no talk.
<otto> I shall ask the storage people
<otto> !rfr note badges < me
| otto: badges: noted: I shall ask the storage people; said by otto on 2026-03-02 14:00 UTC.
# Nobody of that name, too many lines, and what is only a sign in a text.
<otto> !rfr note badges < nobody
| otto: Nothing was kept: I heard nothing from nobody here in the last 10 minutes. On Matrix, reply to the message with `!rfr note badges`; or type the words: `!rfr note badges …`.
<otto> !rfr note badges < vera 30
| otto: Nothing was kept: one command takes 1 to 10 lines: `!rfr note badges < vera 10`.
<otto> !rfr note badges latency < 20 ms
| otto: badges: noted: latency < 20 ms.
# The place talks about it.
<otto> !rfr focus badges
| otto: This place talks about badges (planning) now; `!rfr focus off` ends that.
<otto> !rfr note < vera
| otto: badges: noted: so we need a bigger one; said by Vera on 2026-03-02 14:00 UTC.
# Each place has its own.
-- place libera/#fedora-noc
<otto> !rfr note badges < vera
| otto: Nothing was kept: I heard nothing from vera here in the last 10 minutes. On Matrix, reply to the message with `!rfr note badges`; or type the words: `!rfr note badges …`.
# Lines of several minutes, and more than a note may have.
<vera> first they were slow
-- in 3 minutes
<vera> then they stopped
<otto> !rfr note badges < vera 2
| otto: badges: noted: first they were slow / then they stopped; said by vera on 2026-03-02 14:00 UTC.
| Taken: 2 lines, said from 14:00 to 14:03 UTC.
<otto> !rfr note badges < vera 5
| otto: badges: noted: first they were slow / then they stopped; said by vera on 2026-03-02 14:00 UTC.
| Taken: of 5 lines I remember 2; 2 lines, said from 14:00 to 14:03 UTC.
<maja> the log of the proxy 0 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on
<maja> the log of the proxy 1 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on
<maja> the log of the proxy 2 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on
<maja> the log of the proxy 3 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on
<maja> the log of the proxy 4 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on
<maja> the log of the proxy 5 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on
<maja> the log of the proxy 6 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on
<maja> the log of the proxy 7 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on
<maja> the log of the proxy 8 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on
<otto> !rfr note badges < maja 9
| otto: badges: noted: the log of the proxy 0 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…; said by maja on 2026-03-02 14:03 UTC.
| Taken: 1455 characters, of which the first 1000 are kept.
# In private nothing is remembered.
-- private libera
<vera> note badges < otto
| Nothing was kept: what is said in private stays there, unless somebody types it. Type the words: `!rfr note badges …`.
-- place libera/#fedora-admin
# After some minutes it is forgotten.
-- in 11 minutes
<otto> !rfr note badges < vera
| otto: Nothing was kept: I heard nothing from vera here in the last 10 minutes. On Matrix, reply to the message with `!rfr note badges`; or type the words: `!rfr note badges …`.
<otto> !rfr history badges
| otto: badges: 15 changes, newest first.
| 2026-03-02 14:03 otto: noted: the log of the proxy 0 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on / the log of the proxy 1 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on / the log of the proxy 2 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on / the log of the proxy 3 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on / the log of the proxy 4 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on / the log of the proxy 5 says: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx and so on / the log of the proxy 6 says…; said by maja on 2026-03-02 14:03 UTC [libera/#fedora-noc]
| 2026-03-02 14:03 otto: noted: first they were slow / then they stopped; said by vera on 2026-03-02 14:00 UTC [libera/#fedora-noc]
| 2026-03-02 14:03 otto: noted: first they were slow / then they stopped; said by vera on 2026-03-02 14:00 UTC [libera/#fedora-noc]
| 2026-03-02 14:00 otto: noted: so we need a bigger one; said by Vera on 2026-03-02 14:00 UTC [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: latency < 20 ms [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: I shall ask the storage people; said by otto on 2026-03-02 14:00 UTC [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: caching decided: it grows by a gigabyte a day / so we need a bigger one; question 2 answered: it grows by a gigabyte a day / so we need a bigger one; said by Vera on 2026-03-02 14:00 UTC [libera/#fedora-admin]
| 2026-03-02 14:00 otto: question 5 answered: so we need a bigger one; said by Vera on 2026-03-02 14:00 UTC [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: oh; said by maja on 2026-03-02 14:00 UTC [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: the staging database is full / it grows by a gigabyte a day / so we need a bigger one; said by Vera on 2026-03-02 14:00 UTC [libera/#fedora-admin]
| 2026-03-02 14:00 otto: question 5 opened: oh; said by maja on 2026-03-02 14:00 UTC [libera/#fedora-admin]
| 2026-03-02 14:00 otto: noted: so we need a bigger one; said by Vera on 2026-03-02 14:00 UTC [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
