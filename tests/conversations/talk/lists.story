# Lists show open RFRs by phase, one's own, those stuck, those without a sponsor, and ended ones when asked.
-- after setup/staging.story
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<lmacken> !rfr new tahrir 4444 Badges in Python
| lmacken: New RFR tahrir: Badges in Python (by lmacken; https://forge.example.org/infra/tickets/issues/4444). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
<kevin> !rfr sponsor tahrir
| kevin: tahrir (Badges in Python) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4444). Next: planning, by `!rfr advance tahrir`.
<lmacken> !rfr advance tahrir
| lmacken: tahrir (Badges in Python) moved from pre-sponsorship to planning (by lmacken; https://forge.example.org/infra/tickets/issues/4444). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next tahrir` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer tahrir N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<mallory> !rfr new mote 4803 Meeting minutes
| mallory: New RFR mote: Meeting minutes (by mallory; https://forge.example.org/infra/tickets/issues/4803). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<mallory> !rfr drop mote somebody else does it
| mallory: mote (Meeting minutes) was dropped in pre-sponsorship: somebody else does it (by mallory; https://forge.example.org/infra/tickets/issues/4803).
-- in 15 days
<lmacken> !rfr note tahrir still at it
| lmacken: tahrir: noted: still at it.
<ralph> !rfr status
| ralph: 3 RFRs open:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 15 days; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
| tahrir: ▰▰▱▱▱▱ planning 0 of 2 for 15 days; sponsor kevin; needs a discussion on the infrastructure list (lmacken) and 1 more.
| koschei: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 15 days; no sponsor; needs a sponsor who accepted (sysadmin-main).
<ralph> !rfr list
| ralph: 3 RFRs open:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 15 days; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
| tahrir: ▰▰▱▱▱▱ planning 0 of 2 for 15 days; sponsor kevin; needs a discussion on the infrastructure list (lmacken) and 1 more.
| koschei: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 15 days; no sponsor; needs a sponsor who accepted (sysadmin-main).
<ralph> !rfr list staging
| ralph: 1 RFR in staging:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 15 days; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
<ralph> !rfr list stg
| ralph: 1 RFR in staging:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 15 days; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
<ralph> !rfr list mine
| ralph: 1 RFR of ralph:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 15 days; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
<mallory> !rfr list mine
| mallory: 1 RFR of mallory:
| koschei: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 15 days; no sponsor; needs a sponsor who accepted (sysadmin-main).
<stranger> !rfr list mine
| stranger: There is no RFR of yours, as far as I can tell who you are.
<ralph> !rfr list stuck
| ralph: 2 RFRs stuck (on hold, or unchanged for two weeks):
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 15 days; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
| koschei: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 15 days; no sponsor; needs a sponsor who accepted (sysadmin-main).
<ralph> !rfr list unsponsored
| ralph: 1 RFR without a sponsor:
| koschei: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 15 days; no sponsor; needs a sponsor who accepted (sysadmin-main).
<ralph> !rfr list maintenance
| ralph: There is no RFR in maintenance.
<ralph> !rfr list all
| ralph: 4 RFRs:
| badges: ▰▰▰▰▱▱ staging 0 of 2 for 15 days; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
| tahrir: ▰▰▱▱▱▱ planning 0 of 2 for 15 days; sponsor kevin; needs a discussion on the infrastructure list (lmacken) and 1 more.
| koschei: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 for 15 days; no sponsor; needs a sponsor who accepted (sysadmin-main).
| mote: dropped in pre-sponsorship on 2026-03-02; no sponsor.
