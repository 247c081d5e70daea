# Mails over the day's number for one RFR are kept, and when the day is over one mail says how many there were; a restart forgets nothing.
-- list
-- budget mails 2
-- announce libera/#fedora-admin
-- after setup/planning.story
<kevin> !rfr revert badges pre-sponsorship Not ready yet
| kevin: badges (Badges for everyone) went back from planning to pre-sponsorship: Not ready yet (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| Checklist of pre-sponsorship: packages (its packages are in Fedora/EPEL). Tick off with `!rfr done badges ITEM`.
<kevin> !rfr advance badges
| kevin: badges (Badges for everyone) moved from pre-sponsorship to planning (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<ralph> !rfr report badges All is well
| ralph: badges: I write at most 2 mails about one RFR in a day (UTC), so this one was not written. Tomorrow again, or by hand to the list.
-- restart
<kevin> !rfr drop badges Nobody needs it
| kevin: badges (Badges for everyone) was dropped in planning: Nobody needs it (by kevin; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr history badges
| ralph: badges: 6 changes, newest first.
| 2026-03-02 14:00 kevin: dropped: Nobody needs it; a mail to the list was held back, as there were enough for a day: “Dropped” [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: moved from pre-sponsorship to planning; a mail to the list was held back, as there were enough for a day: “From pre-sponsorship to planning” [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: went back from planning to pre-sponsorship: Not ready yet; a mail to the list was held back, as there were enough for a day: “Back from planning to pre-sponsorship” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it?; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/TCXGT3OHXP7A6UYMOTSVFJYTZSXWG255/ [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone; mailed to the list, https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/ [libera/#fedora-admin]
-- restart
-- in 1 days
| — Tue 2026-03-03 00:00
| mail: Subject: [badges] 3 mails held back on 2026-03-02
| mail: Message-ID: <7.0.64c1362722000.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: 3 mails about badges (Badges for everyone) were held back on 2026-03-02, as the list had enough about it for a day: “Back from planning to pre-sponsorship”, “From pre-sponsorship to planning”, “Dropped”.
| mail:
| mail: It has ended; in chat “!rfr history badges” shows what happened.
<kevin> !rfr reopen badges Somebody does
| mail: Subject: [badges] Taken up again in planning
| mail: Message-ID: <8.0.64c1f1e851800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: kevin took badges (Badges for everyone) up again; it is in planning: Somebody does.
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
| kevin: badges (Badges for everyone) is open again, in planning: Somebody does (by kevin; https://forge.example.org/infra/tickets/issues/4321; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/W3SV4BE6D7EAS6NEURUDOCXGO6IMDDJ3/). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
-- in 1 days
