# From a labelled ticket to a closed one: the ticket hears what was decided, the room what happens in the ticket.
-- after tracker/team.story
-- ticket 4321 labelled RFR
| * Ticket 4321 (“Badges for everyone”, by nora; https://forge.example.org/infra/tickets/issues/4321) asks for resources: `!rfr new badges 4321` takes it up.
-- ticket 4321 is read
<nora> !rfr new badges 4321
| nora: New RFR badges: ticket 4321 (by nora; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
| Title and requester come from the ticket as soon as the tracker answers; I say so then.
| ticket 4321 has the label of pre-sponsorship
| ticket 4321: The RFR **badges** follows this ticket from now on, says nora in chat.
| ticket 4321:
| ticket 4321: - Phase: **pre-sponsorship**
| ticket 4321: - Sponsor: none yet
| ticket 4321: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
| * badges is called “Badges for everyone” by its ticket, and nora requested it (https://forge.example.org/infra/tickets/issues/4321).
<otto> !rfr sponsor badges
| otto: badges (Badges for everyone) is sponsored by otto (https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a ticket assigned to its sponsor. `!rfr next badges` tells more.
| ticket 4321 is assigned to otto
| * badges: ticket 4321 is assigned to its sponsor otto, as the SOP asks (https://forge.example.org/infra/tickets/issues/4321).
<otto> !rfr advance badges
| otto: badges (Badges for everyone) moved from pre-sponsorship to planning (by otto; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
| ticket 4321 has the label of planning
| ticket 4321: **badges** (Badges for everyone) moved from pre-sponsorship to planning (by otto; <https://forge.example.org/infra/tickets/issues/4321>). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| ticket 4321:
| ticket 4321: - Phase: **planning**
| ticket 4321: - Sponsor: otto
| ticket 4321: - Missing for development, and who can give it: a discussion on the infrastructure list and somebody who deploys and maintains it (nora).
<nora> !rfr discussion badges https://lists.example.org/archives/list/infra/thread/A
| nora: badges: list discussion recorded, https://lists.example.org/archives/list/infra/thread/A.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
<nora> !rfr people badges add hugo
| nora: badges: hugo recorded as maintainer; question 4 answered: hugo (maintainer).
| Every MUST for development is met: `!rfr advance badges`.
| * badges: nora recorded you as maintainer. If you are not: `!rfr people badges remove hugo`.
| (calls hugo)
<nora> !rfr answer badges 1 no
| nora: badges: question 1 answered: no; load-balancing decided: no.
<nora> !rfr answer badges 2 no
| nora: badges: question 2 answered: no; caching decided: no.
<nora> !rfr answer badges 3 yes
| nora: badges: question 3 answered: yes; deployment decided: yes.
<nora> !rfr answer badges 4 hugo and nora
| nora: badges: question 4 was already answered (“hugo (maintainer)”) by nora on 2026-03-02; nothing changed; to correct it, give the new answer and why: `!rfr answer badges 4 ANSWER -- WHY`.
<otto> !rfr advance badges
| otto: badges (Badges for everyone) moved from planning to development (by otto; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: only hugo maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
| ticket 4321 has the label of development
| ticket 4321: **badges** (Badges for everyone) moved from planning to development (by otto; <https://forge.example.org/infra/tickets/issues/4321>). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| ticket 4321:
| ticket 4321: - Phase: **development**
| ticket 4321: - Sponsor: otto
| ticket 4321: - Missing for staging, and who can give it: the SOPs that it needs (nora or hugo); the sponsor's development sign-off (otto).
<nora> !rfr hold badges the team is away
| nora: badges (Badges for everyone) is on hold: the team is away (by nora; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
| ticket 4321: **badges** (Badges for everyone) is on hold: the team is away (by nora; <https://forge.example.org/infra/tickets/issues/4321>). Nothing is signed or moved until `!rfr release badges`.
| ticket 4321:
| ticket 4321: - Phase: **development**, on hold: the team is away
| ticket 4321: - Sponsor: otto
| ticket 4321: - Missing for staging, and who can give it: the SOPs that it needs (nora or hugo); the sponsor's development sign-off (otto).
# The tracker is away for a day, and chat goes on.
-- tracker down
<nora> !rfr release badges
| nora: badges (Badges for everyone) is no longer on hold (by nora; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
<otto> !rfr decide badges caching none
| otto: badges: caching decided: none (in place of: no).
<otto> !rfr decide badges deployment ansible
| otto: badges: deployment decided: ansible (in place of: yes).
<otto> !rfr decide badges load-balancing none
| otto: badges: load-balancing decided: none (in place of: no).
<nora> !rfr sop badges https://docs.example.org/badges
| nora: badges: SOP linked, https://docs.example.org/badges.
| Still missing for staging: the sponsor's development sign-off: otto types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: otto types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls otto)
<otto> !rfr signoff development badges
| otto: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
-- in 1 day
-- restart
<nora> !rfr next badges
| nora: badges can move to staging today: `!rfr advance badges`.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
-- tracker up
| ticket 4321: **badges** (Badges for everyone) is no longer on hold (by nora; <https://forge.example.org/infra/tickets/issues/4321>). Next: staging, which needs the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| ticket 4321:
| ticket 4321: - Phase: **development**
| ticket 4321: - Sponsor: otto
| ticket 4321: - Missing for staging, and who can give it: the SOPs that it needs (nora or hugo); the sponsor's development sign-off (otto).
| ticket 4321: **badges**: development signed off, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (by otto).
| ticket 4321:
| ticket 4321: - Phase: **development**
| ticket 4321: - Sponsor: otto
| ticket 4321: - Nothing is missing for staging.
<otto> !rfr advance badges
| otto: badges (Badges for everyone) moved from development to staging (by otto; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, testing, expiring-data, log-files and 7 more.
| Mind: only hugo maintains it; single points of failure are to be avoided: `!rfr people badges add NAME`.
| ticket 4321 has the label of staging
| ticket 4321: **badges** (Badges for everyone) moved from development to staging (by otto; <https://forge.example.org/infra/tickets/issues/4321>). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| ticket 4321:
| ticket 4321: - Phase: **staging**
| ticket 4321: - Sponsor: otto
| ticket 4321: - Missing for production, and who can give it: a date for production (nora or hugo); the sponsor's staging sign-off (otto).
<otto> !rfr unsign development badges too early
| otto: badges has left development and is in staging; only going back takes that away: `!rfr revert badges development REASON`.
-- comment by nora in 4321: Thank you! // Question: where does it keep its data?
| * badges: in the ticket nora asks “where does it keep its data?”: `!rfr ask badges from 1` takes that as a question (https://forge.example.org/infra/tickets/issues/4321#issuecomment-1).
-- comment again
<otto> !rfr ask badges from 1
| otto: badges: question 5 opened: where does it keep its data? (asked by nora in the ticket); offered as 1.
| Still missing for production: (1) an answer to question 5 (“where does it keep its data? (asked by nora in the ticket)”): `!rfr answer badges 5 …`; (2) a date for production: `!rfr schedule badges DATE`; (3) the sponsor's staging sign-off: up to otto once the rest is there.
<nora> !rfr questions badges
| nora: badges: 1 of 5 questions open.
| (5) where does it keep its data? (asked by nora in the ticket) [asked by otto on 2026-03-03]
| (1) Should it be load balanced? — no, then: none [decided by otto on 2026-03-02; answered by nora on 2026-03-02]
| (2) Does it need caching? — no, then: none [decided by otto on 2026-03-02; answered by nora on 2026-03-02]
| (3) Can it live on its own instance, apart from more critical services? — yes, then: ansible [decided by otto on 2026-03-02; answered by nora on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — hugo (maintainer) [answered by nora on 2026-03-02]
| Decided: caching: none (in place of: no, by nora on 2026-03-02); load-balancing: none (in place of: no, by nora on 2026-03-02); deployment: ansible (in place of: yes, by nora on 2026-03-02).
<otto> !rfr drop badges nobody needs it any more
| otto: badges (Badges for everyone) was dropped in staging: nobody needs it any more (by otto; https://forge.example.org/infra/tickets/issues/4321).
| ticket 4321: **badges** (Badges for everyone) was dropped in staging: nobody needs it any more (by otto; <https://forge.example.org/infra/tickets/issues/4321>).
| ticket 4321:
| ticket 4321: - Phase: **staging**, ended
| ticket 4321: - Sponsor: otto
| ticket 4321 is closed
<otto> !rfr reopen badges somebody does
| otto: badges (Badges for everyone) is open again, in staging: somebody does (by otto; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs an answer to question 5; a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| ticket 4321: **badges** (Badges for everyone) is open again, in staging: somebody does (by otto; <https://forge.example.org/infra/tickets/issues/4321>). Next: production, which needs an answer to question 5; a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| ticket 4321:
| ticket 4321: - Phase: **staging**
| ticket 4321: - Sponsor: otto
| ticket 4321: - Missing for production, and who can give it: an answer to question 5 and a date for production (nora or hugo); the sponsor's staging sign-off (otto).
| ticket 4321 is open
