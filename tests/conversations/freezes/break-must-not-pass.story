# Every way in which a freeze break must not pass: own approvals, strangers, one voice twice, a voice taken back, an end.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/staging.story
-- group sysadmin-releng tyll
<ralph> !rfr schedule badges 2026-03-09
| ralph: badges: production deployment on Monday 2026-03-09, in 7 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze F45 beta begins on Tuesday 2026-03-10, which leaves little time to mend things.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-10 09:00
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<mallory> !rfr freeze-break request badges let me in
| mallory: That is for those involved, or sysadmin-main; in sysadmin-main are kevin and smooge. Ask one of them.
<kevin> !rfr freeze-break request badges the certificate ends tonight
| kevin: Freeze break 1 for badges (F45 beta) is asked for by kevin: the certificate ends tonight. Two others of sysadmin-main or sysadmin-releng must agree: `!rfr +1 1`.
<ralph> !rfr freeze-break request badges me too
| ralph: badges already has freeze break 1, asked for by kevin on 2026-03-10: 2 more approvals needed; nothing changed.
<kevin> !rfr +1 1
| kevin: Freeze break 1 is your own request, and your own +1 does not count; 2 others of sysadmin-main or sysadmin-releng must agree.
<ralph> !rfr +1 1
| ralph: That is for sysadmin-main or sysadmin-releng; in these groups are kevin, smooge and tyll. Ask one of them.
<mallory> !rfr +1 1
| mallory: That is for sysadmin-main or sysadmin-releng; in these groups are kevin, smooge and tyll. Ask one of them.
<smooge> !rfr +1 1
| smooge: Freeze break 1 for badges: +1 by smooge; 1 more approval needed (+1 smooge).
<smooge> !rfr +1 1 really
| smooge: Freeze break 1 for badges: +1 by smooge: really; 1 more approval needed (+1 smooge).
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Freeze break 1 lacks 1 more approval; a member of sysadmin-main or sysadmin-releng types `!rfr +1 1`.
<ralph> !rfr freeze-break done 1
| ralph: Freeze break 1 is not approved yet; nothing changed.
<tyll> !rfr +1 badges
| tyll: Freeze break 1 for badges: +1 by tyll; approved (+1 smooge and tyll). It may go ahead: `!rfr advance badges`.
<smooge> !rfr -1 1
| smooge: “-1” needs REASON…; usage: `!rfr -1 N REASON…`, for example `!rfr -1 badges there is no way back from that`.
<smooge> !rfr -1 1 there is no way back
| smooge: Freeze break 1 for badges: -1 by smooge: there is no way back; 1 more approval needed (+1 tyll) (-1 smooge).
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Freeze break 1 lacks 1 more approval; a member of sysadmin-main or sysadmin-releng types `!rfr +1 1`.
<smooge> !rfr +1 1 now there is
| smooge: Freeze break 1 for badges: +1 by smooge: now there is; approved (+1 smooge and tyll). It may go ahead: `!rfr advance badges`.
<smooge> !rfr +1 7
| smooge: I know no such freeze break. All of them: `!rfr freeze-breaks`.
<smooge> !rfr +1
| smooge: “+1” needs N; usage: `!rfr +1 N [COMMENT…]`, for example `!rfr +1 badges looks safe`.
# Without an approval it is not enough that the freeze was lifted and begins anew.
<kevin> !rfr freeze lift
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
| Freeze break 1 (badges) expires with it: nobody said that it was done.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<smooge> !rfr +1 1
| smooge: Freeze break 1 is expired: its freeze is over; nothing changed.
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
<ralph> !rfr freeze-breaks
| ralph: 1 badges (F45 beta), expired with its freeze (+1 smooge and tyll); asked for by kevin on 2026-03-10: the certificate ends tonight.
