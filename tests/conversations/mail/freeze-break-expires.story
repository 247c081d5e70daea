# A freeze break that is not done ends with its freeze: the room and the list hear it; one that is done is left alone.
-- list
-- freezes by itself
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- announce libera/#fedora-admin
-- group sysadmin-releng tyll
-- time 2026-03-10 09:00
-- calendars are read again
| * The freeze F45 beta is in force now (by itself, as predicted), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges the certificate ends tonight
| mail: Subject: Freeze break request: [badges] the certificate ends tonight
| mail: Message-ID: <17.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph asks to change production for badges (Badges for everyone) during the freeze F45 beta.
| mail:
| mail:     Problem: the certificate ends tonight
| mail:
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4321
| mail:
| mail: It needs the approval of 2 members of sysadmin-main or sysadmin-releng other than ralph, before it is applied. Please discuss it here. Approvals are given in chat, with “!rfr +1 1”: a mail does not prove who wrote it.
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the certificate ends tonight. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/GXMEJOQUOG25VPGRFZZ4TOKKVMYVLJPT/
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
<tyll> !rfr +1 1
| mail: Subject: Freeze break request: [badges] the certificate ends tonight (approved)
| mail: Message-ID: <19.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 1 for badges (Badges for everyone) is approved by smooge and tyll: it may go ahead.
| mail:
| mail:     Problem: the certificate ends tonight
| tyll: Freeze break 1 for badges: +1 by tyll; approved (+1 smooge and tyll). What it needs beside that: `!rfr next badges`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/Y2YT2RGES3BH3RCPDNLED27YQPPM6YON/
<ralph> !rfr freeze-break done 1
| mail: Subject: Freeze break request: [badges] the certificate ends tonight (done)
| mail: Message-ID: <20.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 1 for badges (Badges for everyone) is done.
| mail:
| mail:     Problem: the certificate ends tonight
| ralph: Freeze break 1 for badges is done (ralph).
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/CHNRLLJH3NSQW7LKKFQWATVU3KO3X4LI/
-- time 2026-03-11 09:00
<ralph> !rfr freeze-break request badges a second disk
| mail: Subject: Freeze break request: [badges] a second disk
| mail: Message-ID: <21.0.64cbbdc5de400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph asks to change production for badges (Badges for everyone) during the freeze F45 beta.
| mail:
| mail:     Problem: a second disk
| mail:
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4321
| mail:
| mail: It needs the approval of 2 members of sysadmin-main or sysadmin-releng other than ralph, before it is applied. Please discuss it here. Approvals are given in chat, with “!rfr +1 2”: a mail does not prove who wrote it.
| ralph: Freeze break 2 for badges (F45 beta) is asked for by ralph: a second disk. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 2`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/RN6EK54EF3ZMOG3OA2O2CJ5ZUU2L5CTR/
<smooge> !rfr +1 2
| smooge: Freeze break 2 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
<kevin> !rfr new mote 4400 Meeting minutes
| mail: Subject: [mote] New request: Meeting minutes
| mail: Message-ID: <23.0.64cbbdc5de400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: kevin asks for a new resource in our infrastructure: Meeting minutes.
| mail:
| mail:     Ticket:  https://forge.example.org/infra/tickets/issues/4400
| mail:     Phase:   pre-sponsorship
| mail:     Sponsor: none yet
| mail:
| mail: Next is planning, which needs: a sponsor who accepted (sysadmin-main). “!rfr next mote” in chat tells more.
| mail:
| mail: Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be recorded with the request, and one that begins with “Answer N:” as the answer to its question N.
| kevin: New RFR mote: Meeting minutes (by kevin; https://forge.example.org/infra/tickets/issues/4400; on the list: https://lists.example.org/archives/list/infra@lists.example.org/message/637V6CMEVDDZQSCJ4KH3AXNWDTQ4FKYR/). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<kevin> !rfr freeze-break request mote nothing works
| mail: Subject: Freeze break request: [mote] nothing works
| mail: Message-ID: <24.0.64cbbdc5de400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: kevin asks to change production for mote (Meeting minutes) during the freeze F45 beta.
| mail:
| mail:     Problem: nothing works
| mail:
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4400
| mail:
| mail: It needs the approval of 2 members of sysadmin-main or sysadmin-releng other than kevin, before it is applied. Please discuss it here. Approvals are given in chat, with “!rfr +1 3”: a mail does not prove who wrote it.
| kevin: Freeze break 3 for mote (F45 beta) is asked for by kevin: nothing works. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 3`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/TTRNFEPBWUAVBNU6HLKTFYZYQEY466XG/
-- time 2026-03-26 00:00
-- calendars are read again
| mail: Subject: Freeze break request: [badges] a second disk (expired)
| mail: Message-ID: <25.0.64de210cbc000.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <21.0.64cbbdc5de400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 2 for badges (Badges for everyone) has expired: its freeze is over, and nobody said that it was done.
| mail:
| mail:     Problem: a second disk
| mail: Subject: Freeze break request: [mote] nothing works (expired)
| mail: Message-ID: <25.1.64de210cbc000.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <24.0.64cbbdc5de400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 3 for mote (Meeting minutes) has expired: its freeze is over, and nobody said that it was done.
| mail:
| mail:     Problem: nothing works
| * The freeze F45 beta is lifted (by itself, as predicted) after 17 days; production may change again.
| Freeze breaks 2 (badges), 3 (mote) expire with it: nobody said that they were done.
<ralph> !rfr freeze-breaks
| ralph: 3 mote (F45 beta), expired with its freeze; asked for by kevin on 2026-03-11: nothing works.
| 2 badges (F45 beta), expired with its freeze (+1 smooge); asked for by ralph on 2026-03-11: a second disk.
| 1 badges (F45 beta), done (+1 smooge and tyll); asked for by ralph on 2026-03-10: the certificate ends tonight.
<smooge> !rfr +1 2
| smooge: Freeze break 2 is expired: its freeze is over; nothing changed.
