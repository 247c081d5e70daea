# When many mails come at once, some are told by a line each and the rest in one.
-- list
-- announce libera/#fedora-admin libera/#fedora-noc
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
| [libera/#fedora-noc] * New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- 10 mails from Pierre-Yves <pingou@example.org> re badges: Me too.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/`.
| [libera/#fedora-noc] * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/`.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/JRNASXXDYD32NDG5CU4ISHB5O24YSWWS/.
| [libera/#fedora-noc] * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/JRNASXXDYD32NDG5CU4ISHB5O24YSWWS/.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/ERSSNQF764CW33J457GL3BSD35JHEVMW/.
| [libera/#fedora-noc] * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/ERSSNQF764CW33J457GL3BSD35JHEVMW/.
| * And 7 more mails on the list about badges: `!rfr history badges` shows them.
| [libera/#fedora-noc] * And 7 more mails on the list about badges: `!rfr history badges` shows them.
-- mail from Pierre-Yves <pingou@example.org> re badges: And again.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/PM267BLSUNP53YVBQ2A6UNM4YWQXLFBL/.
| [libera/#fedora-noc] * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/PM267BLSUNP53YVBQ2A6UNM4YWQXLFBL/.
