# A nick that changed hands: only the lines of whoever has it now are taken, under whatever nick they were said.
-- after setup/planning.story
-- person vera otto hugo
<vera> the staging database is full
<hugo> I borrow her nick for a minute
-- login vera hugo
<vera> the cache is empty
<otto> !rfr note badges < vera 3
| otto: badges: noted: I borrow her nick for a minute / the cache is empty; said by vera on 2026-03-02 14:00 UTC.
| Taken: of 3 lines I remember 2.
# Not logged in, nobody is known but by the nick.
-- logout vera
<vera> and now I am anybody
<otto> !rfr note badges < vera 3
| otto: badges: noted: and now I am anybody; said by vera (a nick, not logged in) on 2026-03-02 14:00 UTC.
| Taken: of 3 lines I remember 1.
# A number in words, and what is neither.
<otto> !rfr note badges < hugo two
| otto: badges: noted: I borrow her nick for a minute / the cache is empty; said by vera on 2026-03-02 14:00 UTC.
<otto> !rfr note badges < hugo 2 lines
| otto: badges: noted: I borrow her nick for a minute / the cache is empty; said by vera on 2026-03-02 14:00 UTC.
<otto> !rfr note badges < hugo said so yesterday
| otto: Nothing was kept. To keep what hugo said last, say how many lines: `!rfr note badges < hugo 3`; to keep these words: `!rfr note badges -- < hugo said so yesterday`.
<otto> !rfr note badges -- < hugo said so yesterday
| otto: badges: noted: < hugo said so yesterday.
