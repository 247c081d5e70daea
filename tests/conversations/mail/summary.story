# The weekly summary tells list readers what is where, what it needs and from whom, and which dates a freeze is in.
-- list
-- freeze F45 beta 2026-03-20 2026-04-03
-- summary
| mail: Subject: Requests For Resources: weekly summary, 2026-03-02
| mail: Message-ID: <2.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: No Request For Resources is open.
| mail:
| mail: Freezes:
| mail:
| mail: - The next one, F45 beta, begins in 18 days (2026-03-20 to 2026-04-03).
| mail:
| mail: “!rfr next RFR” in chat tells what one of them lacks; questions are answered in chat and in their threads here.
-- after setup/staging.story
<smooge> !rfr new mote 4322 Meeting minutes
| mail: Subject: [mote] New request: Meeting minutes
| mail: Message-ID: <16.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: smooge asks for a new resource in our infrastructure: Meeting minutes.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4322
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: none yet
| mail:
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next mote” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| smooge: New RFR mote: Meeting minutes (by smooge; https://forge.example.org/infra/tickets/issues/4322; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/EAJNXH264VQWPGPIKZNJCSIQGXK6VJA5/). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<kevin> !rfr new anitya 4323 Release monitoring
| mail: Subject: [anitya] New request: Release monitoring
| mail: Message-ID: <17.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: kevin asks for a new resource in our infrastructure: Release monitoring.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4323
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: none yet
| mail:
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next anitya” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| kevin: New RFR anitya: Release monitoring (by kevin; https://forge.example.org/infra/tickets/issues/4323; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/ZPC77HAHGSV4OETMOWBVFEPBRJUSXI5X/). Next: planning, which needs a sponsor who accepted. `!rfr next anitya` tells more.
<kevin> !rfr sponsor anitya
| kevin: anitya (Release monitoring) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4323). Next: planning, by `!rfr advance anitya`.
<kevin> !rfr hold anitya waiting for hardware
| kevin: anitya (Release monitoring) is on hold: waiting for hardware (by kevin; https://forge.example.org/infra/tickets/issues/4323). Nothing is signed or moved until `!rfr release anitya`.
<ralph> !rfr schedule badges 2026-03-17
| mail: Subject: [badges] Ready for the staging sign-off
| mail: Message-ID: <20.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <2.0.64c0b00adb800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Everything that badges (Badges for everyone) needs for production is there, but for the staging sign-off of its sponsor, kevin.
| mail:
| mail:     Ticket:     https://forge.example.org/infra/tickets/issues/4321
| mail:     Phase:      staging
| mail:     Sponsor:    kevin
| mail:     People:     ralph (maintainer), lmacken (maintainer)
| mail:     Production: Tuesday 2026-03-17
| mail:
| mail: If something stands in the way, now is the time to say so. The sponsor signs in chat, with “!rfr signoff staging badges”; a mail does not prove who wrote it.
| ralph: badges: production deployment on Tuesday 2026-03-17, in 15 days.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/OUYP4YSFGAYCIL4LHG4TNOKMKXLZ2XTE/
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze F45 beta begins on Friday 2026-03-20, which leaves little time to mend things.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<ralph> !rfr ask badges How long are awards kept?
| ralph: badges: question 5 opened: How long are awards kept?
| Still missing for production: (1) an answer to question 5 (“How long are awards kept?”): `!rfr answer badges 5 …`; (2) the sponsor's staging sign-off: up to kevin once the rest is there.
-- in 10 days
<kevin> !rfr freeze add F45 beta 2026-03-16 2026-04-03
| kevin: The freeze F45 beta goes from Monday 2026-03-16 to Friday 2026-04-03 (kevin); it was 2026-03-20 to 2026-04-03.
| badges: its production date, Tuesday 2026-03-17, is in the freeze F45 beta now. It concerns kevin, ralph and lmacken; the first free day is Saturday 2026-04-04: `!rfr schedule badges 2026-04-04`.
-- summary
| mail: Subject: Requests For Resources: weekly summary, 2026-03-12
| mail: Message-ID: <23.0.64cd42b177800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: This is what is under way among the Requests For Resources. 3 RFRs are open: 2 in pre-sponsorship, 1 in staging; 1 open question.
| mail:
| mail: In pre-sponsorship:
| mail:
| mail: - anitya (Release monitoring), for 10 days: on hold by kevin on 2026-03-02: waiting for hardware.
| mail: - mote (Meeting minutes), for 10 days: needs a sponsor who accepted (sysadmin-main).
| mail:
| mail: In staging:
| mail:
| mail: - badges (Badges for everyone), for 10 days: needs an answer to question 5 (ralph or lmacken); the sponsor's staging sign-off (kevin). Oldest open question (5), for 10 days: “How long are awards kept?” https://lists.example.org/archives/thread/AAAA/
| mail:
| mail: Production dates:
| mail:
| mail: - badges on Tuesday 2026-03-17, which is in the freeze F45 beta (first free day Saturday 2026-04-04).
| mail:
| mail: Who could help?
| mail:
| mail: - without a sponsor: mote
| mail: - with one person only: anitya, mote
| mail:
| mail: Freezes:
| mail:
| mail: - The next one, F45 beta, begins in 4 days (2026-03-16 to 2026-04-03).
| mail:
| mail: “!rfr next RFR” in chat tells what one of them lacks; questions are answered in chat and in their threads here.
-- time 2026-04-10 10:00
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Saturday 2026-05-02 (the usual length; no source says). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
-- time 2026-05-20 10:00
-- summary
| mail: Subject: Requests For Resources: weekly summary, 2026-05-20
| mail: Message-ID: <24.0.6523cdbd5c800.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: This is what is under way among the Requests For Resources. 3 RFRs are open: 2 in pre-sponsorship, 1 in staging; 1 open question.
| mail:
| mail: In pre-sponsorship:
| mail:
| mail: - anitya (Release monitoring), for 79 days: on hold by kevin on 2026-03-02: waiting for hardware.
| mail: - mote (Meeting minutes), for 79 days: needs a sponsor who accepted (sysadmin-main).
| mail:
| mail: In staging:
| mail:
| mail: - badges (Badges for everyone), for 79 days: needs an answer to question 5 (ralph or lmacken); the sponsor's staging sign-off (kevin); frozen by F45 beta, no freeze break asked for. Oldest open question (5), for 79 days: “How long are awards kept?” https://lists.example.org/archives/thread/AAAA/
| mail:
| mail: Production dates:
| mail:
| mail: - badges on Tuesday 2026-03-17.
| mail:
| mail: Who could help?
| mail:
| mail: - without a sponsor: mote
| mail: - with one person only: anitya, mote
| mail:
| mail: Freezes:
| mail:
| mail: - F45 beta has been in force since Friday 2026-04-10 and is 18 days overdue (time to lift it?).
| mail: - No other is predicted.
| mail:
| mail: “!rfr next RFR” in chat tells what one of them lacks; questions are answered in chat and in their threads here.
