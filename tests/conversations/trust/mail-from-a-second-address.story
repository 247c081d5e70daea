# What may be the requester's own mail is no discussion, and one other person's mails are none either.
-- list
-- announce libera/#fedora-admin
-- address ralph ralph@example.org
-- address pingou pingou@example.org
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
-- mail from R. Bean <ralph@elsewhere.example> re badges: What a fine idea.
| * badges: mail on the list from R. Bean (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/57PQCLXUAR36OVFPKJNR7BSIJFA7BGBC/.
-- mail from RALPH <other@elsewhere.example> re badges: I think so, too.
| * badges: mail on the list from RALPH (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/JRNASXXDYD32NDG5CU4ISHB5O24YSWWS/.
-- mail from Adam <adam@example.net> re badges: (unproven) Fine.
| * badges: mail on the list from Adam (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/ERSSNQF764CW33J457GL3BSD35JHEVMW/; it does not count as discussion, as nothing proves that the list sent it; if it did: `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/ERSSNQF764CW33J457GL3BSD35JHEVMW/`.
-- mail from Adam <adam@example.net> re badges: Fine.
| * badges: mail on the list from Adam (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/FVRQX65XDOG3H2FVMZRRVXHOELLR4RCK/.
-- mail from adam <adam@second.example> re badges: Really fine.
| * badges: mail on the list from adam (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/SCRH6DDI4MEHFU5FP27HW6VQFK4PTAFB/.
-- mail from Bob <adam@example.net> re badges: Fine for me, too.
| * badges: mail on the list from Bob (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/.
<ralph> !rfr status badges
| ralph: badges (Badges): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
| on the list at https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/.
-- mail from Pierre-Yves <pingou@example.org> re badges: I have a doubt.
| * badges: mail on the list from pingou (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/2VKIPQL4FT5ARMB5O3CQ2IBZKAD7JHNH/; with it, the discussion on the list is met.
<ralph> !rfr status badges
| ralph: badges (Badges): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4321
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
| discussed at https://lists.example.org/archives/list/infra@lists.example.org/message/2VKIPQL4FT5ARMB5O3CQ2IBZKAD7JHNH/.
