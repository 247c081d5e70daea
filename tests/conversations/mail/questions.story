# What a mail asks is offered in the channel, and somebody takes it; sentences count only in replies to a mail that asks for comments.
-- list
-- announce libera/#fedora-admin
-- after setup/development.story
<ralph> !rfr report badges all is well
| mail: Subject: [badges] Testing report
| mail: Message-ID: <10.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
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
-- mail from Pierre-Yves <pingou@example.org> re badges: Question: How long are awards kept? //// And who backs it up? Nice work.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/RWWQI2K33ZTKMGL7YFCMF4ADYZCDG5CO/; it asks “How long are awards kept?”: `!rfr ask badges from 1` takes that as a question; it asks “And who backs it up?”: `!rfr ask badges from 2` takes that as a question.
<ralph> !rfr ask badges from 2
| ralph: badges: question 5 opened: And who backs it up? (asked on the list by Pierre-Yves); offered as 2.
| Still missing for staging: (1) an answer to question 5 (“And who backs it up? (asked on the list by Pierre-Yves)”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr ask badges from 2
| ralph: badges: the offered question 2 is question 5 already. All of them: `!rfr questions badges`.
<ralph> !rfr ask badges from 7
| ralph: badges: no mail or comment that I know offers a question 7. Offered: 1. For example: `!rfr ask badges from 1`.
-- mail from Pierre-Yves <pingou@example.org> on [badges] another thing: Is that so? // Q: Does it scale?
| * badges: mail on the list from Pierre-Yves (unproven): “another thing” https://lists.example.org/archives/list/infra@lists.example.org/message/PL64GNNGOT5QFVZNMJTGVFA4Y5ZFGH4V/; it asks “Does it scale?”: `!rfr ask badges from 3` takes that as a question.
<lmacken> !rfr ask badges from 3
| lmacken: badges: question 6 opened: Does it scale? (asked on the list by Pierre-Yves); offered as 3.
| Still missing for staging: (1) an answer to question 5 (“And who backs it up? (asked on the list by Pierre-Yves)”): `!rfr answer badges 5 …`; (2) an answer to question 6 (“Does it scale? (asked on the list by Pierre-Yves)”): `!rfr answer badges 6 …`; (3) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (4) the sponsor's development sign-off: up to kevin once the rest is there.
<ralph> !rfr questions badges
| ralph: badges: 2 of 6 questions open.
| (5) And who backs it up? (asked on the list by Pierre-Yves) [asked by ralph on 2026-03-02]
| (6) Does it scale? (asked on the list by Pierre-Yves) [asked by lmacken on 2026-03-02]
| (1) Should it be load balanced? — yes, two nodes behind the proxies [answered by ralph on 2026-03-02]
| (2) Does it need caching? — no, the pages are small [answered by ralph on 2026-03-02]
| (3) Can it live on its own instance, apart from more critical services? — yes, two virtual hosts of its own [answered by ralph on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — ralph, lmacken (maintainer) [answered by ralph on 2026-03-02]
| Decided: caching: no, the pages are small; load-balancing: yes, two nodes behind the proxies; deployment: yes, two virtual hosts of its own.
-- mail from Pierre-Yves <pingou@example.org> re badges: Question: How long are awards kept?
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/CMGYZPIZ325ZMDHOMBNZNDMZBYE2PQSE/.
-- mail from Pierre-Yves <pingou@example.org> on [koschei] what is it: Question: What is it?
-- mail from Pierre-Yves <pingou@example.org> on lunch: Question: Where?
# An answer that does not say which question is not guessed.
-- mail from Pierre-Yves <pingou@example.org> re badges: Answer 5 we back it up nightly.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/5EXNI2FRS2OGQVNPD5IB5IFXK7RCSUXR/; it answers without saying which question, so nothing of that is recorded: a line “Answer NUMBER: …” would be, and `!rfr questions badges` shows the numbers.
-- mail from Pierre-Yves <pingou@example.org> re badges: Answer: nightly.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/FWL3TT6A3E7HIPRFELCT6IZ3TDSHNJIC/; it answers without saying which question, so nothing of that is recorded: a line “Answer NUMBER: …” would be, and `!rfr questions badges` shows the numbers.
