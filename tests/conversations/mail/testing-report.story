# The testing report says what was done, decided and left open, asks for comments, and meets the SOP's duty when it is out.
-- list
-- announce libera/#fedora-admin
-- after setup/development.story
<mallory> !rfr report badges all is well
| mallory: badges: that is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<ralph> !rfr ask badges How long are awards kept?
| ralph: badges: question 5 opened: How long are awards kept?
| Still missing for staging: (1) an answer to question 5 (“How long are awards kept?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr done badges testing a thousand awards a minute
| ralph: badges: testing done “a thousand awards a minute”.
<ralph> !rfr decide badges caching none needed, the pages are small
| ralph: badges: caching decided: none needed, the pages are small (in place of: no, the pages are small).
-- mail down
<ralph> !rfr report badges Load testing went well; one award was given twice and that is mended.
| ralph: badges: testing reported: Load testing went well; one award was given twice and that is mended.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4IEZH3Y3GUNXVLTEUKRVHB7Z4MPZSVQY/
<ralph> !rfr mail
| ralph: 1 mail to the list is owed.
| “[badges] Testing report”, written since today: waits for the server.
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: (1) an answer to question 5 (“How long are awards kept?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
-- mail up
| mail: Subject: [badges] Testing report
| mail: Message-ID: <13.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph reports on the testing of badges (Badges for everyone):
| mail:
| mail: Load testing went well; one award was given twice and that is mended.
| mail:
| mail: Done in development:
| mail:
| mail: - load and other testing: a thousand awards a minute
| mail:
| mail: Decisions:
| mail:
| mail: - caching: none needed, the pages are small
| mail: - load-balancing: yes, two nodes behind the proxies
| mail: - deployment: yes, two virtual hosts of its own
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
| mail: Open questions:
| mail:
| mail: - (5) How long are awards kept?
| mail:
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4321
| mail:
| mail: What did we overlook? Please comment before it moves on.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
<ralph> !rfr mail
| ralph: Every mail to the list has gone out.
<ralph> !rfr history badges
| ralph: badges: 14 changes, newest first.
| 2026-03-02 14:00 rfrbot: the mail to the list has gone out [mail]
| 2026-03-02 14:00 ralph: testing reported: Load testing went well; one award was given twice and that is mended.; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/4IEZH3Y3GUNXVLTEUKRVHB7Z4MPZSVQY/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: caching decided: none needed, the pages are small (in place of: no, the pages are small) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: testing done “a thousand awards a minute” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 5 opened: How long are awards kept? [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from planning to development; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/LXGNYWYY7DWJABRQ734YQP6WYPRDNRTY/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 3 answered: yes, two virtual hosts of its own; deployment decided: yes, two virtual hosts of its own [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 2 answered: no, the pages are small; caching decided: no, the pages are small [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: list discussion recorded, https://lists.example.org/archives/thread/AAAA/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/TCXGT3OHXP7A6UYMOTSVFJYTZSXWG255/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/ [libera/#fedora-admin]
<ralph> !rfr done badges testing-mail
| ralph: badges: testing-mail was already done by rfrbot on 2026-03-02; nothing changed.
