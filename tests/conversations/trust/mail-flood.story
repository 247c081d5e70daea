# However many mails come, the room hears a dozen of them in an hour, and of the rest a line every fifteen minutes.
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
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 1.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/`.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 2.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/JRNASXXDYD32NDG5CU4ISHB5O24YSWWS/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 3.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/ERSSNQF764CW33J457GL3BSD35JHEVMW/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 4.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 5.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/SCRH6DDI4MEHFU5FP27HW6VQFK4PTAFB/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 6.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 7.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/AZGOHX2CNMKOT37FWRNYNXJTB43PXAXP/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 8.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/2VKIPQL4FT5ARMB5O3CQ2IBZKAD7JHNH/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 9.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/I3BFSNJYRAYYKXTZRIUWEDMVOSMBVXIK/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 10.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/RWWQI2K33ZTKMGL7YFCMF4ADYZCDG5CO/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 11.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/PM267BLSUNP53YVBQ2A6UNM4YWQXLFBL/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 12.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/7JWRWR6MNEDVZK4H2WYLYIET2KK7FJ3O/.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 13.
| * And 1 more mail on the list about badges: `!rfr history badges` shows them.
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 14.
-- time 2026-03-02 14:10
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 15.
-- time 2026-03-02 14:16
-- mail from Pierre-Yves <pingou@example.org> re badges: Flood 16.
| * And 3 more mails on the list about badges: `!rfr history badges` shows them.
-- time 2026-03-02 15:01
-- mail from Pierre-Yves <pingou@example.org> re badges: Again.
| * badges: mail on the list from Pierre-Yves (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/CMGYZPIZ325ZMDHOMBNZNDMZBYE2PQSE/.
