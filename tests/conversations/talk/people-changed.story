# The answer to who is involved says who is now, where that changed since.
-- after setup/sponsored.story
-- person vera otto
<ralph> !rfr new koschei 4400 Continuous integration for packages
| ralph: New RFR koschei: Continuous integration for packages (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<kevin> !rfr sponsor koschei
| kevin: koschei (Continuous integration for packages) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4400). Next: planning, by `!rfr advance koschei`.
<kevin> !rfr advance koschei
| kevin: koschei (Continuous integration for packages) moved from pre-sponsorship to planning (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next koschei` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer koschei N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<kevin> !rfr people koschei add vera
| kevin: koschei: vera recorded as maintainer; question 4 answered: vera (maintainer).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed koschei URL`.
| * koschei: kevin recorded you as maintainer. If you are not: `!rfr people koschei remove vera`.
| (calls vera)
<kevin> !rfr questions koschei
| kevin: koschei: 3 of 4 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (2) Does it need caching? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? — vera (maintainer) [answered by kevin on 2026-03-02]
<kevin> !rfr people koschei add otto
| kevin: koschei: otto recorded as maintainer.
| * koschei: kevin recorded you as maintainer. If you are not: `!rfr people koschei remove otto`.
| (calls otto)
<kevin> !rfr people koschei remove vera
| kevin: koschei: vera no longer takes part.
<kevin> !rfr questions koschei
| kevin: koschei: 3 of 4 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (2) Does it need caching? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? — vera (maintainer); now: otto [answered by kevin on 2026-03-02]
<kevin> !rfr people koschei remove otto
| kevin: koschei: otto no longer takes part.
| Still missing for development: (1) a discussion on the infrastructure list: `!rfr discussed koschei URL`; (2) somebody who deploys and maintains it: `!rfr people koschei add NAME`.
<kevin> !rfr questions koschei
| kevin: koschei: 3 of 4 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (2) Does it need caching? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? — vera (maintainer); nobody now [answered by kevin on 2026-03-02]
