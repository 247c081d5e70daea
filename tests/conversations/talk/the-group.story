# The group is shown by its real name, and whoever is responsible and not said to be in it is named.
-- after setup/development.story
-- person vera hugo
<ralph> !rfr todo
| ralph: 1 thing waits for ralph, oldest first:
| badges: the SOPs that it needs: `!rfr sop badges URL`
<ralph> !rfr done badges group
| ralph: badges: group done.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; ralph (maintainer), lmacken (maintainer).
-- in 1 day
<ralph> !rfr people badges add vera
| ralph: badges: vera recorded as maintainer.
| Responsible, and not said to be in sysadmin-badges: vera; once they are: `!rfr done badges group ralph lmacken vera`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove vera`.
| (calls vera)
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; ralph (maintainer), lmacken (maintainer), vera (maintainer). Responsible, and not said to be in sysadmin-badges: vera; once they are: `!rfr done badges group ralph lmacken vera`.
<ralph> !rfr done badges group ralph lmacken vera
| ralph: badges: group done “ralph lmacken vera”.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; ralph (maintainer), lmacken (maintainer), vera (maintainer).
<ralph> !rfr people badges add hugo as tester
| ralph: badges: hugo recorded as tester.
| * badges: ralph recorded you as tester. If you are not: `!rfr people badges remove hugo`.
| (calls hugo)
<kevin> !rfr review badges
| kevin: badges (Badges for everyone): ▰▰▰▱▱▱ development 1 of 3 for 1 day; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321.
| To sign development: up to kevin once the rest is there.
| MUST: [x] ticket (https://forge.example.org/infra/tickets/issues/4321); [x] sponsor (kevin 2026-03-02); [x] list-discussion (https://lists.example.org/archives/thread/AAAA/); [x] maintainers (ralph (maintainer), lmacken (maintainer), vera (maintainer), hugo (tester)); [x] questions; [ ] open: signoff-development, sops.
| Steps: [x] second-person (ralph (maintainer), lmacken (maintainer), vera (maintainer), hugo (tester)); [x] four-questions; [x] group (ralph 2026-03-03 “ralph lmacken vera”); [ ] open: packages, dev-instance, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Decided: caching: no, the pages are small (ralph 2026-03-02); load-balancing: yes, two nodes behind the proxies (ralph 2026-03-02); deployment: yes, two virtual hosts of its own (ralph 2026-03-02). SOP documents: none.
| Questions: (1) Should it be load balanced? yes, two nodes behind the proxies [by ralph on 2026-03-02]; (2) Does it need caching? no, the pages are small [by ralph on 2026-03-02]; (3) Can it live on its own instance, apart from more critical services? yes, two virtual hosts of its own [by ralph on 2026-03-02];
| … (4) Who is involved in deploying and maintaining it? ralph, lmacken (maintainer); now: lmacken, ralph, vera [by ralph on 2026-03-02].
| Around it: no date for production; freezes: none is in force, and none is predicted; away: nobody of those involved.
-- group sysadmin-badges ralph lmacken
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin since 2026-03-02; ralph (maintainer), lmacken (maintainer), vera (maintainer), hugo (tester). Responsible, and not said to be in sysadmin-badges: vera.
