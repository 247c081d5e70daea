# Who only tests it does not meet the MUST of who deploys and maintains it; whoever maintains or deploys it does.
-- after setup/planning.story
-- person vera hugo
<ralph> !rfr people badges add vera as tester
| ralph: badges: vera recorded as tester.
| * badges: ralph recorded you as tester. If you are not: `!rfr people badges remove vera`.
| (calls vera)
<ralph> !rfr next badges
| ralph: badges cannot move from planning to development today.
| Missing: (1) a discussion on the infrastructure list: `!rfr discussed badges URL`; (2) somebody who deploys and maintains it: `!rfr people badges add NAME`.
| Open, and blocking nothing: four-questions (`!rfr questions badges`), the discussion in chat (in its room: `!rfr discussed badges here`).
<ralph> !rfr people badges add hugo as deployment
| ralph: badges: hugo recorded as deployment; question 4 answered: hugo (deployment).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
| * badges: ralph recorded you as deployment. If you are not: `!rfr people badges remove hugo`.
| (calls hugo)
<ralph> !rfr next badges
| ralph: badges cannot move from planning to development today.
| Missing: a discussion on the infrastructure list: `!rfr discussed badges URL`.
| Open, and blocking nothing: four-questions (`!rfr questions badges`), the discussion in chat (in its room: `!rfr discussed badges here`).
