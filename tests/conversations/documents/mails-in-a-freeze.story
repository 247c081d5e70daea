# During a freeze the list hears what somebody wants to change, and how that went.
-- list
-- freeze F45 beta 2026-03-10 2026-03-25
-- after documents/development.story
-- time 2026-03-10 09:00
<otto> !rfr freeze start
| otto: The freeze F45 beta is in force now (otto), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<vera> !rfr freeze-break request badges the certificate ends tonight; action: put the new one in place; patch: https://forge.example.org/patch/1
| mail: Subject: Freeze break request: [badges] the certificate ends tonight
| mail: Message-ID: <19.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: vera asks to change production for badges (Badges for everyone) during the freeze F45 beta.
| mail:
| mail:     Problem: the certificate ends tonight
| mail:     Action:  put the new one in place
| mail:     Patch:   https://forge.example.org/patch/1
| mail:
| mail: The ticket: https://forge.example.org/infra/tickets/issues/4321
| mail:
| mail: It needs the approval of 2 members of sysadmin-main or sysadmin-releng other than vera, before it is applied. Please discuss it here. Approvals are given in chat, with “!rfr +1 1”: a mail does not prove who wrote it.
| vera: Freeze break 1 for badges (F45 beta) is asked for by vera: the certificate ends tonight; action: put the new one in place; patch: https://forge.example.org/patch/1. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/Y2YT2RGES3BH3RCPDNLED27YQPPM6YON/
<otto> !rfr +1 1
| otto: Freeze break 1 for badges: +1 by otto; 1 more approval needed (+1 otto).
<ida> !rfr +1 1
| mail: Subject: Freeze break request: [badges] the certificate ends tonight (approved)
| mail: Message-ID: <21.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail: In-Reply-To: <19.0.64ca7be868400.rfrbot@fedoraproject.example.org>
| mail:
| mail: Hello,
| mail:
| mail: Freeze break 1 for badges (Badges for everyone) is approved by ida and otto: it may go ahead.
| mail:
| mail:     Problem: the certificate ends tonight
| mail:     Action:  put the new one in place
| mail:     Patch:   https://forge.example.org/patch/1
| ida: Freeze break 1 for badges: +1 by ida; approved (+1 ida and otto). What it needs beside that: `!rfr next badges`.
| On the list: https://lists.example.org/archives/list/infra@lists.example.org/message/2FN5JUGHD4JOZB5TXFEUGVGIPKBADI3Q/
