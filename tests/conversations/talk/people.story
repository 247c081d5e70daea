# People are recorded with what they do, by name, and the list calls nobody.
-- after setup/planning.story
<ralph> !rfr people badges add lmacken as developer
| ralph: badges: lmacken recorded as developer; question 4 answered: lmacken (developer).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
| * badges: ralph recorded you as developer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<ralph> !rfr people badges add @kevin, smooge and maja
| ralph: badges: kevin recorded as maintainer; smooge recorded as maintainer; maja recorded as maintainer.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove kevin`.
| (calls kevin)
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove smooge`.
| (calls smooge)
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove maja`.
| (calls maja)
<ralph> !rfr people badges add lmacken as maintainer
| ralph: badges: lmacken recorded as maintainer (was developer).
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; kevin (maintainer), smooge (maintainer), maja (maintainer), lmacken (maintainer).
<ralph> !rfr people badges remove smooge maja
| ralph: badges: smooge no longer takes part; maja no longer takes part.
<ralph> !rfr people badges remove mallory
| ralph: badges: mallory is not recorded there. Who is: `!rfr who badges`.
<lmacken> !rfr people badges remove lmacken
| lmacken: badges: lmacken no longer takes part.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; kevin (maintainer).
