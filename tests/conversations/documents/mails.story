# The list sees a request from its beginning to its end, in one thread.
-- list
-- after documents/development.story
<vera> !rfr new compose 4400 A mirror of composes
| mail: Subject: [compose] New request: A mirror of composes
| mail: Message-ID: <17.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: vera asks for a new resource in our infrastructure: A mirror of composes.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: none yet
| mail:
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next compose” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| vera: New RFR compose: A mirror of composes (by vera; https://forge.example.org/infra/tickets/issues/4400; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/ZPC77HAHGSV4OETMOWBVFEPBRJUSXI5X/). Next: planning, which needs a sponsor who accepted. `!rfr next compose` tells more.
<ida> !rfr sponsor compose
| ida: compose (A mirror of composes) is sponsored by ida (https://forge.example.org/infra/tickets/issues/4400). Next: planning, by `!rfr advance compose`.
<vera> !rfr advance compose
| mail: Subject: [compose] From pre-sponsorship to planning
| mail: Message-ID: <19.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: vera moved compose (A mirror of composes) from pre-sponsorship to planning.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   planning
| mail:     Sponsor: ida
| mail:
| mail: Open questions:
| mail:
| mail: - (1) Should it be load balanced?
| mail: - (2) Does it need caching?
| mail: - (3) Can it live on its own instance, apart from more critical services?
| mail: - (4) Who is involved in deploying and maintaining it?
| mail:
| mail: Next is development, which needs: a discussion on the infrastructure list and somebody who deploys and maintains it (vera). “!rfr next compose” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| vera: compose (A mirror of composes) moved from pre-sponsorship to planning (by vera; https://forge.example.org/infra/tickets/issues/4400; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/TEU3RV2ZV7LXZUGQ5GCS6HZERLDWZVS6/). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next compose` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer compose N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
-- mail from Hugo <hugo@example.org> re compose: Nice. // Question: who pays for the disks?
| * compose: mail on the list from Hugo (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/PTHFHGMESPN6MH3MUTY4OLIEM3UAGDLG/; it asks “who pays for the disks?”: `!rfr ask compose from 1` takes that as a question; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed compose https://lists.example.org/archives/list/infra@lists.example.org/message/PTHFHGMESPN6MH3MUTY4OLIEM3UAGDLG/`.
<vera> !rfr ask compose from 1
| vera: compose: question 5 opened: who pays for the disks? (asked on the list by Hugo); offered as 1.
<vera> !rfr report badges Load testing went well; one award was given twice, and that is mended.
| mail: Subject: [badges] Testing report
| mail: Message-ID: <22.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: vera reports on the testing of badges (Badges for everyone):
| mail:
| mail: Load testing went well; one award was given twice, and that is mended.
| mail:
| mail: Done in development:
| mail:
| mail: - load and other testing: a thousand awards a minute
| mail:
| mail: Decisions:
| mail:
| mail: - caching: no, the pages are small
| mail: - load-balancing: yes, two nodes behind the proxies
| mail: - deployment: yes, two virtual hosts of its own
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
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4321
| mail:
| mail: What did we overlook? Please comment before it moves on.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| vera: badges: testing reported: Load testing went well; one award was given twice, and that is mended.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/P3EP2XVY5RI7DEE3CZEYMOSLIPZSANHQ/
<vera> !rfr done badges staging-testing https://badges.stg.example.org
| mail: Subject: [badges] Available in staging
| mail: Message-ID: <23.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: badges (Badges for everyone) is deployed and available in staging. It was tested there: https://badges.stg.example.org
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   staging
| mail:     Sponsor: otto
| mail:     People:  vera (maintainer), hugo (maintainer)
| mail:
| mail: Please try it, and say here what you find before it goes to production.
| mail:
| mail: Next is production, which needs: a date for production (vera or hugo); the sponsor's staging sign-off (otto). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| vera: badges: staging-testing done “https://badges.stg.example.org”.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/VGSLASJBNWEW7QTVQIBDZJB5ZNZ46GXI/
<vera> !rfr schedule badges 2026-03-12
| mail: Subject: [badges] Ready for the staging sign-off
| mail: Message-ID: <25.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Everything that badges (Badges for everyone) needs for production is there, but for the staging sign-off of its sponsor, otto.
| mail:
| mail:     Ticket:     https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:      staging
| mail:     Sponsor:    otto
| mail:     People:     vera (maintainer), hugo (maintainer)
| mail:     Production: Thursday 2026-03-12
| mail:
| mail: If something stands in the way, now is the time to say so. The sponsor signs in chat, with “!rfr signoff staging badges”; a mail does not prove who wrote it.
| vera: badges: production deployment on Thursday 2026-03-12, in 10 days.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/QVHEMMIARDCDQXPCTPWLZQPUEFNJTACU/
| Still missing for production: the sponsor's staging sign-off: otto types `!rfr signoff staging badges`.
| * badges: all but the staging sign-off is there: otto types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls otto)
<vera> !rfr drop compose nobody pays for the disks
| mail: Subject: [compose] Dropped
| mail: Message-ID: <26.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: compose (A mirror of composes) was dropped in planning by vera: nobody pays for the disks.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   planning
| mail:     Sponsor: ida
| mail:
| mail: Whoever wants to take it up again can do so in chat, with “!rfr reopen compose”.
| vera: compose (A mirror of composes) was dropped in planning: nobody pays for the disks (by vera; https://forge.example.org/infra/tickets/issues/4400; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/P4H6OOT5GFENWIE3LWQOUVGU5GMNL7GP/).
-- summary
| mail: Subject: Requests For Resources: weekly summary, 2026-03-02
| mail: Message-ID: <27.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: This is what is under way among the Requests For Resources. 1 RFR is open: 1 in staging.
| mail:
| mail: What happened since Monday 2026-02-23 14:00 UTC:
| mail:
| mail: - badges: vera: requested: Badges for everyone; otto: sponsored by otto; vera: moved from pre-sponsorship to planning, moved from planning to development; otto: development signed off; vera: moved from development to staging; and 17 more things: `!rfr history badges`.
| mail: - compose: vera: requested: A mirror of composes; ida: sponsored by ida; vera: moved from pre-sponsorship to planning, question 5 opened: who pays for the disks? (asked on the list by Hugo), offered as 1, dropped: nobody pays for the disks.
| mail:
| mail: In staging:
| mail:
| mail: - badges (Badges for everyone), since today: needs the sponsor's staging sign-off (otto).
| mail:
| mail: Production dates:
| mail:
| mail: - badges on Thursday 2026-03-12.
| mail:
| mail: Freezes:
| mail:
| mail: - None is in force, and none is predicted.
| mail:
| mail: “!rfr next RFR” in chat tells what one of them lacks; questions are answered in chat and in their threads here.
