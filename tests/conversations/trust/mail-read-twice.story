# A mail that is read twice, or after a restart, is recorded once; and the thread is known after a restart and a lost database.
-- list
-- announce libera/#fedora-admin
-- group sysadmin-main kevin
-- person ralph
<ralph> !rfr new badges 4321 Badges
| mail: Subject: [badges] New request: Badges
| mail: Message-ID: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph asks for a new resource in our infrastructure: Badges.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: none yet
| mail:
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- mail from Pierre-Yves <pingou@example.org> re badges: Question: Why?
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/; it asks “Why?”: `!rfr ask badges from 1` takes that as a question; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/`.
-- mail again
-- restart
-- mail again
-- lose the database
-- mail again
-- mail from Pierre-Yves <pingou@example.org> re badges: Really, why?
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/JRNASXXDYD32NDG5CU4ISHB5O24YSWWS/; it asks “Really, why?”: `!rfr ask badges from 2` takes that as a question.
<ralph> !rfr ask badges from 1
| ralph: badges: question 1 opened: Why? (asked on the list by Pierre-Yves); offered as 1.
<ralph> !rfr history badges
| ralph: badges: 4 changes, newest first.
| 2026-03-02 14:00 ralph: question 1 opened: Why? (asked on the list by Pierre-Yves); offered as 1 [libera/#fedora-admin]
| 2026-03-02 14:00 mailing-list: mail from Pierre-Yves, unproven: “something”, https://lists.example.org/archives/list/infra@lists.example.org/message/JRNASXXDYD32NDG5CU4ISHB5O24YSWWS/ [mail]
| 2026-03-02 14:00 mailing-list: mail from Pierre-Yves, unproven: “something”, https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/ [mail]
| 2026-03-02 14:00 ralph: requested: Badges; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/ [libera/#fedora-admin]
