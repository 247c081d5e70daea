# A sponsor who was asked, and one whose signature alone is missing, is reminded each week; nobody else is.
-- group sysadmin-main kevin smooge
-- person ralph toshio
-- announce libera/#fedora-admin
-- remind
-- no one-person
-- time 2026-03-02 14:00
<ralph> !rfr new badges 4321 Badges for everyone
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<ralph> !rfr sponsor badges smooge
| ralph: badges: smooge was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: smooge was asked and types `!rfr accept badges`.
| * badges (Badges for everyone): ralph asks smooge to sponsor it: `!rfr accept badges` or `!rfr decline badges`.
| (calls smooge)
-- in 8 days
| — Mon 2026-03-09 15:00
| * badges: smooge was asked on 2026-03-02 to sponsor it and has not answered. `!rfr accept badges` or `!rfr decline badges` (https://forge.example.org/infra/tickets/issues/4321)
<smooge> !rfr accept badges
| smooge: badges (Badges for everyone) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<ralph> !rfr people badges add ralph toshio
| ralph: badges: ralph recorded as maintainer; toshio recorded as maintainer; question 4 answered: ralph, toshio (maintainer).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove toshio`.
| (calls toshio)
<ralph> !rfr discussed badges https://lists.example.org/thread/A/
| ralph: badges: list discussion recorded, https://lists.example.org/thread/A/.
| Every MUST for development is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
<ralph> !rfr decide badges caching none
| ralph: badges: caching decided: none; question 2 answered: none.
| Still missing for staging: (1) a decision on load-balancing: `!rfr decide badges load-balancing …`; (2) a decision on deployment: `!rfr decide badges deployment …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (4) the sponsor's development sign-off: up to smooge once the rest is there.
<ralph> !rfr decide badges load-balancing none
| ralph: badges: load-balancing decided: none; question 1 answered: none.
| Still missing for staging: (1) a decision on deployment: `!rfr decide badges deployment …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to smooge once the rest is there.
<ralph> !rfr decide badges deployment one host
| ralph: badges: deployment decided: one host; question 3 answered: one host.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to smooge once the rest is there.
<ralph> !rfr answer badges 4 ralph and toshio
| ralph: badges: question 4 was already answered (“ralph, toshio (maintainer)”) by ralph on 2026-03-10; nothing changed; to correct it, give the new answer and why: `!rfr answer badges 4 ANSWER -- WHY`.
<ralph> !rfr sop badges https://docs.example.org/badges
| ralph: badges: SOP linked, https://docs.example.org/badges.
| Still missing for staging: the sponsor's development sign-off: smooge types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: smooge types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls smooge)
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: the sponsor's development sign-off: smooge types `!rfr signoff development badges`.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
-- in 8 days
| — Tue 2026-03-17 15:00
| * badges has had everything but the development sign-off for 7 days; it is up to smooge. `!rfr signoff development badges` (https://forge.example.org/infra/tickets/issues/4321)
# The sponsor leaves sysadmin-main.
-- group sysadmin-main kevin
| — Wed 2026-03-18 14:03
| * badges: its sponsor smooge is no longer in sysadmin-main and cannot sign off. `!rfr unsponsor badges smooge left sysadmin-main`, then `!rfr sponsor badges` (https://forge.example.org/infra/tickets/issues/4321)
-- in 1 days
