# A freeze break is asked for on the list with its problem, action and patch, and the list hears how it went.
-- list
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- announce libera/#fedora-admin
-- group sysadmin-releng tyll
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr freeze-break request badges the certificate ends tonight; action: put the new one in place; patch: https://pagure.example.org/patch/1
| mail: Subject: Freeze break request: [badges] the certificate ends tonight
| mail: Message-ID: <17.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: ralph asks to change production for badges (Badges for everyone) during the freeze F45 beta.
| mail:
| mail:     Problem: the certificate ends tonight
| mail:     Action:  put the new one in place
| mail:     Patch:   https://pagure.example.org/patch/1
| mail:
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4321
| mail:
| mail: It needs the approval of 2 members of sysadmin-main or sysadmin-releng other than ralph, before it is applied. Please discuss it here. Approvals are given in chat, with “!rfr +1 1”: a mail does not prove who wrote it.
| ralph: Freeze break 1 for badges (F45 beta) is asked for by ralph: the certificate ends tonight; action: put the new one in place; patch: https://pagure.example.org/patch/1. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/GXMEJOQUOG25VPGRFZZ4TOKKVMYVLJPT/
-- mail from Tyll <tyll@example.org> re badges: +1 //// Is the old one revoked?
| * badges: mail on the list from Tyll (unproven): “something” https://lists.example.org/archives/list/infra@lists.example.org/message/7ADCWIOCCBWBU56BJ3BGMZUD4U2BQAG7/; it asks “Is the old one revoked?”: `!rfr ask badges from 1` takes that as a question.
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
<tyll> !rfr +1 1
| mail: Subject: Freeze break request: [badges] the certificate ends tonight (approved)
| mail: Message-ID: <20.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 1 for badges (Badges for everyone) is approved by smooge and tyll: it may go ahead.
| mail:
| mail:     Problem: the certificate ends tonight
| mail:     Action:  put the new one in place
| mail:     Patch:   https://pagure.example.org/patch/1
| tyll: Freeze break 1 for badges: +1 by tyll; approved (+1 smooge and tyll). What it needs beside that: `!rfr next badges`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/CHNRLLJH3NSQW7LKKFQWATVU3KO3X4LI/
<smooge> !rfr -1 1 wait for me
| mail: Subject: Freeze break request: [badges] the certificate ends tonight (no longer approved)
| mail: Message-ID: <21.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 1 for badges (Badges for everyone) lacks 1 more approval again.
| mail:
| mail: Against it: smooge.
| mail:
| mail:     Problem: the certificate ends tonight
| mail:     Action:  put the new one in place
| mail:     Patch:   https://pagure.example.org/patch/1
| smooge: Freeze break 1 for badges: -1 by smooge: wait for me; 1 more approval needed (+1 tyll) (-1 smooge).
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/2FN5JUGHD4JOZB5TXFEUGVGIPKBADI3Q/
<smooge> !rfr +1 1
| mail: Subject: Freeze break request: [badges] the certificate ends tonight (approved)
| mail: Message-ID: <22.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 1 for badges (Badges for everyone) is approved by smooge and tyll: it may go ahead.
| mail:
| mail:     Problem: the certificate ends tonight
| mail:     Action:  put the new one in place
| mail:     Patch:   https://pagure.example.org/patch/1
| smooge: Freeze break 1 for badges: +1 by smooge; approved (+1 smooge and tyll). What it needs beside that: `!rfr next badges`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/4M4277GIJJ6BQTTYZYV4ENZXVRGLDMN4/
<ralph> !rfr freeze-break done 1
| mail: Subject: Freeze break request: [badges] the certificate ends tonight (done)
| mail: Message-ID: <23.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <17.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 1 for badges (Badges for everyone) is done.
| mail:
| mail:     Problem: the certificate ends tonight
| mail:     Action:  put the new one in place
| mail:     Patch:   https://pagure.example.org/patch/1
| ralph: Freeze break 1 for badges is done (ralph).
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/TXE556K4YE4B6M5LSU7NF3CDDPQJL334/
