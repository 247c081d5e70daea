# A mail that is too large to be read is told in the room.
-- list
-- announce libera/#fedora-admin
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
-- mail from Adam <adam@example.net> re badges: (too large)
| * badges: mail on the list from Adam (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/; it is larger than 1 MiB, so I did not read what it asks and answers; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/`.
