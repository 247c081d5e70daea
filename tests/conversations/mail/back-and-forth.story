# Going back, undoing, dropping and reopening are told to the list in the same thread; an undo does not lose the thread.
-- list
-- address pingou pingou@example.org
-- announce libera/#fedora-admin
-- group sysadmin-main kevin
-- person ralph
<ralph> !rfr new bdges 4321 Badges
| mail: Subject: [bdges] New request: Badges
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
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next bdges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: New RFR bdges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/). Next: planning, which needs a sponsor who accepted. `!rfr next bdges` tells more.
<ralph> !rfr undo
| mail: Subject: [bdges] Request taken back
| mail: Message-ID: <2.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph took the request for bdges (Badges) back. There is nothing to do about it.
| ralph: bdges: the request was taken back; it is gone (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr new badges 4321 Badges
| mail: Subject: [badges] New request: Badges
| mail: Message-ID: <3.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
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
| ralph: New RFR badges: Badges (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/TCXGT3OHXP7A6UYMOTSVFJYTZSXWG255/). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<kevin> !rfr sponsor badges
| kevin: badges (Badges) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
<kevin> !rfr advance badges
| mail: Subject: [badges] From pre-sponsorship to planning
| mail: Message-ID: <5.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <3.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: kevin moved badges (Badges) from pre-sponsorship to planning.
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
| kevin: badges (Badges) moved from pre-sponsorship to planning (by kevin; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/5SHUBAIYXF4SNGDCAUBOIRE64NNQHODM/). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
-- mail from Adam <adam@example.net> re badges: Fine.
| * badges: mail on the list from Adam (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/SCRH6DDI4MEHFU5FP27HW6VQFK4PTAFB/; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or `!rfr discussed badges https://lists.example.org/archives/list/infra@lists.example.org/message/SCRH6DDI4MEHFU5FP27HW6VQFK4PTAFB/`.
-- mail from Pierre-Yves <pingou@example.org> re badges: Nice.
| * badges: mail on the list from pingou (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/; with it, the discussion on the list is met.
<kevin> !rfr undo
| mail: Subject: [badges] Back from planning to pre-sponsorship
| mail: Message-ID: <8.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <3.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: kevin took badges (Badges) back from planning to pre-sponsorship: the last change was undone.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: kevin
| mail:
| mail: Next is planning; nothing is missing for that.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| kevin: badges: undone: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?. It is in pre-sponsorship; sponsor kevin (by kevin; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/KY36S7IMEFPFLGCPXPP2FMRJZ4AHGX35/). Next: planning, by `!rfr advance badges`.
<ralph> !rfr history badges
| ralph: badges: 6 changes, newest first.
| 2026-03-02 14:00 kevin: undid “moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?”; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/KY36S7IMEFPFLGCPXPP2FMRJZ4AHGX35/ [libera/#fedora-admin]
| 2026-03-02 14:00 mailing-list: mail from pingou, unproven: “something”, https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/ [mail]
| 2026-03-02 14:00 mailing-list: mail from Adam, unproven: “something”, https://lists.example.org/archives/list/infra@lists.example.org/message/SCRH6DDI4MEHFU5FP27HW6VQFK4PTAFB/ [mail]
| 2026-03-02 14:00 kevin: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/5SHUBAIYXF4SNGDCAUBOIRE64NNQHODM/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/TCXGT3OHXP7A6UYMOTSVFJYTZSXWG255/ [libera/#fedora-admin]
<ralph> !rfr advance badges
| mail: Subject: [badges] From pre-sponsorship to planning
| mail: Message-ID: <9.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <3.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved badges (Badges) from pre-sponsorship to planning.
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
| mail: Next is development, which needs: somebody who deploys and maintains it (ralph). “!rfr next badges” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: badges (Badges) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/LXGNYWYY7DWJABRQ734YQP6WYPRDNRTY/). Next: development, which needs somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<kevin> !rfr revert badges pre-sponsorship the sponsor is away
| mail: Subject: [badges] Back from planning to pre-sponsorship
| mail: Message-ID: <10.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <3.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: kevin took badges (Badges) back from planning to pre-sponsorship: the sponsor is away.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: kevin
| mail:
| mail: Open questions:
| mail:
| mail: - (1) Should it be load balanced?
| mail: - (2) Does it need caching?
| mail: - (3) Can it live on its own instance, apart from more critical services?
| mail: - (4) Who is involved in deploying and maintaining it?
| mail:
| mail: Next is planning; nothing is missing for that.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| kevin: badges (Badges) went back from planning to pre-sponsorship: the sponsor is away (by kevin; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/JKX4TU65HW3YZID6ALATZXK6BCID7FRJ/). Next: planning, by `!rfr advance badges`.
| Checklist of pre-sponsorship: packages (its packages are in Fedora/EPEL). Tick off with `!rfr done badges ITEM`.
<ralph> !rfr drop badges nobody has the time
| mail: Subject: [badges] Dropped
| mail: Message-ID: <11.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <3.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: badges (Badges) was dropped in pre-sponsorship by ralph: nobody has the time.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: kevin
| mail:
| mail: Whoever wants to take it up again can do so in chat, with “!rfr reopen badges”.
| ralph: badges (Badges) was dropped in pre-sponsorship: nobody has the time (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/VPTUWXLZDLHE6QHID7YB6AAWOIWH2YVQ/).
<ralph> !rfr reopen badges now somebody has
| mail: Subject: [badges] Taken up again in pre-sponsorship
| mail: Message-ID: <12.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <3.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph took badges (Badges) up again; it is in pre-sponsorship: now somebody has.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: kevin
| mail:
| mail: Open questions:
| mail:
| mail: - (1) Should it be load balanced?
| mail: - (2) Does it need caching?
| mail: - (3) Can it live on its own instance, apart from more critical services?
| mail: - (4) Who is involved in deploying and maintaining it?
| mail:
| mail: Next is planning; nothing is missing for that.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: badges (Badges) is open again, in pre-sponsorship: now somebody has (by ralph; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/LIZUZJRVBE2KT4KIOW5A7FRMYON4TU53/). Next: planning, by `!rfr advance badges`.
-- mail from Pierre-Yves <pingou@example.org> re badges: Still nice.
| * badges: mail on the list from pingou (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/IAYEHBDWJS6JSK5KQDZX23BKI2BREILX/.
<ralph> !rfr history badges
| ralph: badges: 11 changes, newest first.
| 2026-03-02 14:00 mailing-list: mail from pingou, unproven: “something”, https://lists.example.org/archives/list/infra@lists.example.org/message/IAYEHBDWJS6JSK5KQDZX23BKI2BREILX/ [mail]
| 2026-03-02 14:00 ralph: reopened: now somebody has; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/LIZUZJRVBE2KT4KIOW5A7FRMYON4TU53/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: dropped: nobody has the time; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/VPTUWXLZDLHE6QHID7YB6AAWOIWH2YVQ/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: went back from planning to pre-sponsorship: the sponsor is away; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/JKX4TU65HW3YZID6ALATZXK6BCID7FRJ/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/LXGNYWYY7DWJABRQ734YQP6WYPRDNRTY/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: undid “moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?”; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/KY36S7IMEFPFLGCPXPP2FMRJZ4AHGX35/ [libera/#fedora-admin]
| 2026-03-02 14:00 mailing-list: mail from pingou, unproven: “something”, https://lists.example.org/archives/list/infra@lists.example.org/message/5YR2T6PIMIPJ5NTYPJ4YIGH5TSYBJMTL/ [mail]
| 2026-03-02 14:00 mailing-list: mail from Adam, unproven: “something”, https://lists.example.org/archives/list/infra@lists.example.org/message/SCRH6DDI4MEHFU5FP27HW6VQFK4PTAFB/ [mail]
| 2026-03-02 14:00 kevin: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/5SHUBAIYXF4SNGDCAUBOIRE64NNQHODM/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/TCXGT3OHXP7A6UYMOTSVFJYTZSXWG255/ [libera/#fedora-admin]
