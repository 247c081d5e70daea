# An edition's own words are in refusals, in `why`, in help and in mails; nothing of Fedora's rows is told of it.
-- list
-- announce libera/#fedora-admin
-- after setup/team.story
-- group fire-brigade maja
-- sop tests/data/sop/rehearsal.toml
<ralph> !rfr new hamlet 4400 Hamlet in the yard
| mail: Subject: [hamlet] New request: Hamlet in the yard
| mail: Message-ID: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph has a new request: Hamlet in the yard.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   idea
| mail:     Sponsor: none yet
| mail:
| mail: Next is workshop, which needs: money for it (sysadmin-main). “!rfr next hamlet” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: New RFR hamlet: Hamlet in the yard (by ralph; https://forge.example.org/infra/tickets/issues/4400; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4QZWHIEGZYCK3YLVOAKFHMLTBB3YN75H/). Next: workshop, which needs money for it. `!rfr next hamlet` tells more.
<ralph> !rfr done hamlet budget
| ralph: hamlet: that is for sysadmin-main; in sysadmin-main are kevin and smooge. One of them types `!rfr done hamlet budget`.
<ralph> !rfr why
| ralph: Your last refusal: hamlet: that is for sysadmin-main; in sysadmin-main are kevin and smooge. One of them types `!rfr done hamlet budget`.
| SOP, idea (budget): The house gives money for it.
<ralph> !rfr signoff idea hamlet
| ralph: hamlet: only its sponsor signs off, and it has none. A sysadmin-main member types `!rfr sponsor hamlet`.
<kevin> !rfr signoff idea hamlet
| kevin: hamlet: only its sponsor signs off, and it has none. A sysadmin-main member types `!rfr sponsor hamlet`.
<kevin> !rfr sponsor hamlet
| kevin: hamlet (Hamlet in the yard) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4400). Next: workshop, which needs money for it. `!rfr next hamlet` tells more.
<kevin> !rfr signoff idea hamlet
| kevin: hamlet: plays of the SOP has no sign-offs. What it needs: `!rfr next hamlet`.
<kevin> !rfr signoff workshop hamlet
| kevin: hamlet: plays of the SOP has no sign-offs. What it needs: `!rfr next hamlet`.
<kevin> !rfr done hamlet budget
| kevin: hamlet: budget done.
| Every MUST for workshop is met: `!rfr advance hamlet`.
<ralph> !rfr advance hamlet
| mail: Subject: [hamlet] From idea to workshop
| mail: Message-ID: <4.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved hamlet (Hamlet in the yard) from idea to workshop.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   workshop
| mail:     Sponsor: kevin
| mail:
| mail: Next is rehearsal, which needs: the scenery (ralph); the fire brigade's word (fire-brigade). “!rfr next hamlet” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: hamlet (Hamlet in the yard) moved from idea to workshop (by ralph; https://forge.example.org/infra/tickets/issues/4400; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/JEFRVI4AZAAK6UXNK5XIYUTSASZN6ERS/). Next: rehearsal, which needs the scenery; the fire brigade's word. `!rfr next hamlet` tells more.
| Checklist of workshop: scenery (the scenery), fire-safety (the fire brigade's word), programme (the programme). Tick off with `!rfr done hamlet ITEM`.
<ralph> !rfr done hamlet scenery painted and dry
| ralph: hamlet: scenery done “painted and dry”.
| Still missing for rehearsal: the fire brigade's word: a member of fire-brigade types `!rfr done hamlet fire-safety`.
<ralph> !rfr done hamlet fire-safety
| ralph: hamlet: that is for fire-brigade; in fire-brigade is maja. One of them types `!rfr done hamlet fire-safety`.
<ralph> !rfr why
| ralph: Your last refusal: hamlet: that is for fire-brigade; in fire-brigade is maja. One of them types `!rfr done hamlet fire-safety`.
| SOP, workshop (fire-safety): The fire brigade has seen the scenery.
<ralph> !rfr report hamlet We tried the curtain.
| mail: Subject: [hamlet] Testing report
| mail: Message-ID: <6.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph reports on the testing of hamlet (Hamlet in the yard):
| mail:
| mail: We tried the curtain.
| mail:
| mail: Done in workshop:
| mail:
| mail: - the scenery: painted and dry
| mail:
| mail: Not recorded as done:
| mail:
| mail: - the fire brigade's word
| mail:
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4400
| mail:
| mail: What did we overlook? Please comment before it moves on.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: hamlet: testing reported: We tried the curtain.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/YYO5FJY4MV4BS3IVGUV323VIVN43WTAJ/
-- group fire-brigade
<ralph> !rfr done hamlet fire-safety
| ralph: hamlet: that is for fire-brigade; nobody is in fire-brigade in my config. Whoever looks after me can add people to it under [groups].
-- group fire-brigade maja
<maja> !rfr done hamlet fire-safety
| maja: hamlet: fire-safety done.
| Every MUST for rehearsal is met: `!rfr advance hamlet`.
<ralph> !rfr advance hamlet
| mail: Subject: [hamlet] From workshop to rehearsal
| mail: Message-ID: <9.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved hamlet (Hamlet in the yard) from workshop to rehearsal.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   rehearsal
| mail:     Sponsor: kevin
| mail:
| mail: Done in workshop:
| mail:
| mail: - the scenery: painted and dry
| mail: - the fire brigade's word
| mail:
| mail: Next is premiere, which needs: a run-through (ralph). “!rfr next hamlet” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: hamlet (Hamlet in the yard) moved from workshop to rehearsal (by ralph; https://forge.example.org/infra/tickets/issues/4400; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/LXGNYWYY7DWJABRQ734YQP6WYPRDNRTY/). Next: premiere, which needs a run-through. `!rfr next hamlet` tells more.
| Checklist of rehearsal: run-through (a run-through), invitation (the invitation). Tick off with `!rfr done hamlet ITEM`.
<ralph> !rfr done hamlet run-through in two hours
| mail: Subject: [hamlet] Available in rehearsal
| mail: Message-ID: <10.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: hamlet (Hamlet in the yard) is available in rehearsal. It was tested there: in two hours
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   rehearsal
| mail:     Sponsor: kevin
| mail:
| mail: Please try it, and say here what you find before it goes to premiere.
| mail:
| mail: Next is premiere; nothing is missing for that.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: hamlet: run-through done “in two hours”.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/JKX4TU65HW3YZID6ALATZXK6BCID7FRJ/
| Every MUST for premiere is met: `!rfr advance hamlet`.
<ralph> !rfr advance hamlet
| mail: Subject: [hamlet] From rehearsal to premiere
| mail: Message-ID: <12.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph moved hamlet (Hamlet in the yard) from rehearsal to premiere.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   premiere
| mail:     Sponsor: kevin
| mail:
| mail: Next is repertoire, which needs: a first evening (ralph). “!rfr next hamlet” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| ralph: hamlet (Hamlet in the yard) moved from rehearsal to premiere (by ralph; https://forge.example.org/infra/tickets/issues/4400; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/LIZUZJRVBE2KT4KIOW5A7FRMYON4TU53/). Next: repertoire, which needs a first evening. `!rfr next hamlet` tells more.
| Checklist of premiere: played (a first evening). Tick off with `!rfr done hamlet ITEM`.
<ralph> !rfr done hamlet played
| ralph: hamlet: played done.
| Every MUST for repertoire is met: `!rfr advance hamlet`.
<ralph> !rfr advance hamlet
| mail: Subject: [hamlet] In repertoire
| mail: Message-ID: <14.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <1.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: hamlet (Hamlet in the yard) is finished, and in repertoire from now on, says ralph. Thank you to everybody who worked on it.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   repertoire
| mail:     Sponsor: kevin
| ralph: hamlet (Hamlet in the yard) is finished: it moved from premiere to repertoire (by ralph; https://forge.example.org/infra/tickets/issues/4400; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/AMY6YACWB3DG26VRZDHO52APFL3FVT54/).
<ralph> !rfr help decide
| ralph: `!rfr decide RFR TOPIC TEXT…`: records a decision and answers the SOP's question on it. For those involved, or sysadmin-main.
| TOPIC: caching, load-balancing or deployment, or what else the RFR's edition of the SOP asks for, and before which phase: `next RFR` names it. A changed decision makes the sign-off outdated. Also: decision, decided. Example: `!rfr decide badges caching none needed`
| In plays, what is decided is: stage-light.
| You may not. Those who may: kevin and smooge (sysadmin-main).
<ralph> !rfr help revert
| ralph: `!rfr revert RFR PHASE REASON…`: takes it back to an earlier phase. For the sponsor, or sysadmin-main.
| Sign-offs from there on become outdated, items of the later phases are undone, and the production date is taken back. Example: `!rfr revert badges planning the storage decision was wrong`
| In plays, PHASE is: idea, workshop, rehearsal, premiere, repertoire.
| You may not. Those who may: kevin and smooge (sysadmin-main).
<ralph> !rfr help done
| ralph: `!rfr done RFR ITEM… [NOTE…]`: says that an item of the SOP is done; a note or an address may follow. For those involved, or sysadmin-main.
| · `next RFR` lists the items. Several: “testing, bugs”, “all but bugs WHY”, which notes why bugs stays open. “n/a WHY” says that one does not apply. `done RFR sops NOTE` says why no SOP is needed. Also: did. Example: `!rfr done badges packages all in EPEL`
| In plays, ITEM is: budget, scenery, fire-safety, programme, run-through, invitation, played.
| You may not. Those who may: kevin and smooge (sysadmin-main).
<ralph> !rfr help schedule
| ralph: `!rfr schedule RFR DATE [NOTE…]`: sets the day of the production deployment. For those involved, or sysadmin-main.
| 2026-12-03, december 3rd, tomorrow, friday next week, in 2 weeks. A day inside a freeze is refused. A moved date makes the sign-off that relied on it outdated. Also: scheduled. Example: `!rfr schedule badges in 2 weeks`
| You may not. Those who may: kevin and smooge (sysadmin-main).
<ralph> !rfr help report
| ralph: `!rfr report RFR TEXT…`: mails the report on its testing to the list, with what is recorded, and asks for comments. For those involved, or sysadmin-main.
| SOP: a mail explains the testing and invites comment. Where the RFR's edition of the SOP asks for it, it counts as done when it has gone out. Also: testing-report. Example: `!rfr report badges load testing is done, a thousand awards a minute`
| You may not. Those who may: kevin and smooge (sysadmin-main).
<ralph> !rfr help questions
| ralph: `!rfr questions [RFR]`: its questions and their answers; without a name, every open question. For everyone.
| Where the RFR's edition of the SOP asks for it, every question must be answered or withdrawn before the next phase. Also: q. Example: `!rfr questions badges`
