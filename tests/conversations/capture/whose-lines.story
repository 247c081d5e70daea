# A nick that changed hands: only the lines of whoever has it now are taken, under whatever nick they were said.
-- after setup/planning.story
-- person vera otto hugo
<vera> the staging database is full
<hugo> I borrow her nick for a minute
-- login vera hugo
<vera> the cache is empty
<otto> !rfr note badges < vera 3
# Not logged in, nobody is known but by the nick.
-- logout vera
<vera> and now I am anybody
<otto> !rfr note badges < vera 3
# A number in words, and what is neither.
<otto> !rfr note badges < hugo two
<otto> !rfr note badges < hugo 2 lines
<otto> !rfr note badges < hugo said so yesterday
<otto> !rfr note badges -- < hugo said so yesterday
