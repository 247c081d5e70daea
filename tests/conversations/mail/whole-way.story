# Every step of an RFR that list readers care about is one mail in one thread, and what the SOP wants mailed is done by it.
-- list
-- address pingou pingou@example.org
-- announce libera/#fedora-admin
-- group sysadmin-main kevin smooge
-- person ralph lmacken
<ralph> !rfr new badges 4321 Badges for everyone
| mail: Subject: [badges] New request: Badges for everyone
| mail: Message-ID: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph asks for a new resource in our infrastructure: Badges for everyone.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: none yet
| mail:
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: New RFR badges: Badges for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<ralph> !rfr advance badges
| mail: Subject: [badges] From pre-sponsorship to planning
| mail: Message-ID: <3.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved badges (Badges for everyone) from pre-sponsorship to planning.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   planning
| mail:     Sponsor: kevin
| mail:
| mail: Open questions:
| mail:
| mail: - (1) Should it be load balanced?
| mail: - (2) Does it need caching?
| mail: - (3) Can it live on its own instance, apart from more critical services?
| mail: - (4) Who is involved in deploying and maintaining it?
| mail:
| mail: Next is development, which needs: a discussion on the infrastructure list and somebody who deploys and maintains it (ralph). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/TCXGT3OHXP7A6UYMOTSVFJYTZSXWG255/). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<ralph> !rfr people badges add ralph lmacken
| ralph: badges: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer).
| Still missing for development: a discussion on the infrastructure list: `!rfr discussed badges URL`.
| * badges: ralph recorded you as maintainer. If you are not: `!rfr people badges remove lmacken`.
| (calls lmacken)
-- mail from Adam <adam@example.net> re badges: I would use it.
| * badges: mail on the list from Adam (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/`.
-- mail from Pierre-Yves <pingou@example.org> re badges: That would be great to have.
| * badges: mail on the list from pingou (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/SCRH6DDI4MEHFU5FP27HW6VQFK4PTAFB/; with it, the discussion on the list is met.
<ralph> !rfr next badges
| ralph: badges can move to development today: `!rfr advance badges`.
| Open, and blocking nothing: four-questions (`!rfr questions badges`), the discussion in chat (in its room: `!rfr discussed badges here`).
<ralph> !rfr advance badges
| mail: Subject: [badges] From planning to development
| mail: Message-ID: <7.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved badges (Badges for everyone) from planning to development.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   development
| mail:     Sponsor: kevin
| mail:     People:  ralph (maintainer), lmacken (maintainer)
| mail:
| mail: Open questions:
| mail:
| mail: - (1) Should it be load balanced?
| mail: - (2) Does it need caching?
| mail: - (3) Can it live on its own instance, apart from more critical services?
| mail:
| mail: Next is staging, which needs: a decision on caching, load-balancing and deployment and the SOPs that it needs (ralph or lmacken); the sponsor's development sign-off (kevin). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/ILHH522LKDKZYSDQNA7Y6R6KQSOJYMER/). Next: staging, which needs a decision on caching, load-balancing and deployment; the SOPs that it needs; the sponsor's development sign-off. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of planning that are left open: four-questions.
<ralph> !rfr decide badges caching none needed
| ralph: badges: caching decided: none needed; question 2 answered: none needed.
| Still missing for staging: (1) a decision on load-balancing: `!rfr decide badges load-balancing …`; (2) a decision on deployment: `!rfr decide badges deployment …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (4) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr decide badges load-balancing two nodes behind the proxies
| ralph: badges: load-balancing decided: two nodes behind the proxies; question 1 answered: two nodes behind the proxies.
| Still missing for staging: (1) a decision on deployment: `!rfr decide badges deployment …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr decide badges deployment a virtual host of its own
| ralph: badges: deployment decided: a virtual host of its own; question 3 answered: a virtual host of its own.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr done badges testing a thousand awards a minute
| ralph: badges: testing done “a thousand awards a minute”.
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| mail: Subject: [badges] Ready for the development sign-off
| mail: Message-ID: <12.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Everything that badges (Badges for everyone) needs for staging is there, but for the development sign-off of its sponsor, kevin.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   development
| mail:     Sponsor: kevin
| mail:     People:  ralph (maintainer), lmacken (maintainer)
| mail:
| mail: If something stands in the way, now is the time to say so. The sponsor signs in chat, with “!rfr signoff development badges”; a mail does not prove who wrote it.
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/LIZUZJRVBE2KT4KIOW5A7FRMYON4TU53/
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, testing, still open: dev-instance, group, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| mail: Subject: [badges] From development to staging
| mail: Message-ID: <14.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved badges (Badges for everyone) from development to staging.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   staging
| mail:     Sponsor: kevin
| mail:     People:  ralph (maintainer), lmacken (maintainer)
| mail:
| mail: Done in development:
| mail:
| mail: - load and other testing: a thousand awards a minute
| mail:
| mail: Decisions:
| mail:
| mail: - caching: none needed
| mail: - load-balancing: two nodes behind the proxies
| mail: - deployment: a virtual host of its own
| mail:
| mail: SOPs of the service:
| mail:
| mail: - https://docs.example.org/sop/badges
| mail:
| mail: Not recorded as done:
| mail:
| mail: - the development instance made by the sponsor
| mail: - the group sysadmin-RESOURCE with every responsible person in it
| mail: - expiring old data looked into
| mail: - log files looked into
| mail: - acceptable content looked into
| mail: - packaging issues looked into
| mail: - configuration looked into
| mail: - general bugs looked into
| mail: - the security profile looked into
| mail: - other issues looked into
| mail:
| mail: Next is production, which needs: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: badges (Badges for everyone) moved from development to staging (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/AMY6YACWB3DG26VRZDHO52APFL3FVT54/). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
| Checklist of staging: config-management (fully in configuration management), integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of development that are left open: dev-instance, group, expiring-data, log-files, acceptable-content and 5 more.
<ralph> !rfr history badges
| ralph: badges: 15 changes, newest first.
| 2026-03-02 14:00 rfrbot: the mail to the list has gone out [mail]
| 2026-03-02 14:00 ralph: moved from development to staging; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/AMY6YACWB3DG26VRZDHO52APFL3FVT54/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: development signed off [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: SOP linked, https://docs.example.org/sop/badges; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/LIZUZJRVBE2KT4KIOW5A7FRMYON4TU53/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: testing done “a thousand awards a minute” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: deployment decided: a virtual host of its own; question 3 answered: a virtual host of its own [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: load-balancing decided: two nodes behind the proxies; question 1 answered: two nodes behind the proxies [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: caching decided: none needed; question 2 answered: none needed [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from planning to development; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/ILHH522LKDKZYSDQNA7Y6R6KQSOJYMER/ [libera/#fedora-admin]
| 2026-03-02 14:00 mailing-list: mail from pingou, unproven: “something”, https://lists.example.org/archives/list/infra@lists.example.org/message/SCRH6DDI4MEHFU5FP27HW6VQFK4PTAFB/ [mail]
| 2026-03-02 14:00 mailing-list: mail from Adam, unproven: “something”, https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/ [mail]
| 2026-03-02 14:00 ralph: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/TCXGT3OHXP7A6UYMOTSVFJYTZSXWG255/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/ [libera/#fedora-admin]
<ralph> !rfr done badges staging-testing https://badges.stg.example.org
| mail: Subject: [badges] Available in staging
| mail: Message-ID: <16.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: badges (Badges for everyone) is deployed and available in staging. It was tested there: https://badges.stg.example.org
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   staging
| mail:     Sponsor: kevin
| mail:     People:  ralph (maintainer), lmacken (maintainer)
| mail:
| mail: Please try it, and say here what you find before it goes to production.
| mail:
| mail: Next is production, which needs: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: badges: staging-testing done “https://badges.stg.example.org”.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/EAJNXH264VQWPGPIKZNJCSIQGXK6VJA5/
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr done badges config-management` if that is so, then `!rfr signoff staging badges`.
| Open, and blocking nothing: config-management, integration (`!rfr done badges ITEM` ticks one off).
| Not for you to type: signoff is for the RFR's sponsor, while in sysadmin-main.
<ralph> !rfr done badges config-management
| ralph: badges: config-management done.
<ralph> !rfr schedule badges 2026-03-12
| mail: Subject: [badges] Ready for the staging sign-off
| mail: Message-ID: <19.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Everything that badges (Badges for everyone) needs for production is there, but for the staging sign-off of its sponsor, kevin.
| mail:
| mail:     Ticket:     https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:      staging
| mail:     Sponsor:    kevin
| mail:     People:     ralph (maintainer), lmacken (maintainer)
| mail:     Production: Thursday 2026-03-12
| mail:
| mail: If something stands in the way, now is the time to say so. The sponsor signs in chat, with “!rfr signoff staging badges”; a mail does not prove who wrote it.
| ralph: badges: production deployment on Thursday 2026-03-12, in 10 days.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/TEU3RV2ZV7LXZUGQ5GCS6HZERLDWZVS6/
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, staging-testing, staging-mail, still open: integration.
| Every MUST for production is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| mail: Subject: [badges] From staging to production
| mail: Message-ID: <21.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved badges (Badges for everyone) from staging to production.
| mail:
| mail:     Ticket:     https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:      production
| mail:     Sponsor:    kevin
| mail:     People:     ralph (maintainer), lmacken (maintainer)
| mail:     Production: Thursday 2026-03-12
| mail:
| mail: Next is maintenance, which needs: staging changes merged and the resource deployed and monitoring that is confirmed to work (ralph or lmacken). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: badges (Badges for everyone) moved from staging to production (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/LQO4BPIOE3JCTO2XWR2XREU6HIAPQZHC/). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
| Checklist of production: deployed (staging changes merged and the resource deployed), monitoring (monitoring that is confirmed to work). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of staging that are left open: integration.
| Mind: the deployment was scheduled for Thursday 2026-03-12, which is still ahead.
<ralph> !rfr done badges monitoring
| ralph: badges: monitoring done.
| Still missing for maintenance: staging changes merged and the resource deployed: `!rfr done badges deployed`.
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Every MUST for maintenance is met: `!rfr advance badges`.
<ralph> !rfr advance badges
| mail: Subject: [badges] In maintenance
| mail: Message-ID: <24.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: badges (Badges for everyone) is deployed and monitored, and in maintenance from now on, says ralph. Thank you to everybody who worked on it.
| mail:
| mail:     Ticket:     https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:      maintenance
| mail:     Sponsor:    kevin
| mail:     People:     ralph (maintainer), lmacken (maintainer)
| mail:     Production: Thursday 2026-03-12
| ralph: badges (Badges for everyone) is finished: it moved from production to maintenance (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/F2TZCSZ5ANAMYZK7S6BMETTDG3SYKC7H/).
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▰▰ maintenance since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Looked after: capacity not yet; updates not yet; security not yet.
| deployed on Monday 2026-03-02; ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/list/infra@lists.example.org/message/SCRH6DDI4MEHFU5FP27HW6VQFK4PTAFB/.
