# The operator chooses which mails are sent by themselves; a report that somebody asks for is sent in any case.
-- list
-- mail only ended
-- announce libera/#fedora-admin
-- after setup/development.story
<ralph> !rfr report badges all is well
| mail: Subject: [badges] Testing report
| mail: Message-ID: <10.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph reports on the testing of badges (Badges for everyone):
| mail:
| mail: all is well
| mail:
| mail: Decisions:
| mail:
| mail: - caching: no, the pages are small
| mail: - load-balancing: yes, two nodes behind the proxies
| mail: - deployment: yes, two virtual hosts of its own
| mail:
| mail: Not recorded as done:
| mail:
| mail: - the development instance made by the sponsor
| mail: - the group sysadmin-RESOURCE with every responsible person in it
| mail: - load and other testing
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
| ralph: badges: testing reported: all is well.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/JKX4TU65HW3YZID6ALATZXK6BCID7FRJ/
<ralph> !rfr revert badges planning we forgot the maintainers
| ralph: badges: that is for the sponsor, or sysadmin-main; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
<kevin> !rfr revert badges planning we forgot the maintainers
| kevin: badges (Badges for everyone) went back from development to planning: we forgot the maintainers (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, by `!rfr advance badges`.
| To be earned again: testing-mail.
<ralph> !rfr drop badges nobody has the time
| mail: Subject: [badges] Dropped
| mail: Message-ID: <13.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <10.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: badges (Badges for everyone) was dropped in planning by ralph: nobody has the time.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   planning
| mail:     Sponsor: kevin
| mail:     People:  ralph (maintainer), lmacken (maintainer)
| mail:
| mail: Whoever wants to take it up again can do so in chat, with “!rfr reopen badges”.
| ralph: badges (Badges for everyone) was dropped in planning: nobody has the time (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4IEZH3Y3GUNXVLTEUKRVHB7Z4MPZSVQY/).
