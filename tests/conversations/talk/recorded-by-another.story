# Nobody has to accept being recorded; whoever is recorded by somebody else is told, and may say no.
-- after setup/planning.story
-- person vera
-- identity vera libera/vera
-- login vera vera
-- around vera
<ralph> !rfr people badges add vera
| ralph: badges: vera recorded as maintainer; question 4 answered: vera (maintainer).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove vera`.
| (calls vera)
<vera> !rfr people badges remove vera
| vera: badges: vera no longer takes part.
| Still missing for development: (1) a discussion on the infrastructure list: `!rfr discussed badges URL`; (2) somebody who deploys and maintains it: `!rfr people badges add NAME`.
<ralph> !rfr people badges add me
| ralph: badges: ralph recorded as maintainer.
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
