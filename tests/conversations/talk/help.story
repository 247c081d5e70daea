# In a channel the long help comes in private; help on one command is short enough for everybody.
-- lines 4
-- after setup/team.story
<ralph> !rfr help
| ralph: I keep RFRs moving: `!rfr status` shows them, `!rfr next RFR` says what one lacks. All commands come to you in private; `!rfr help VERB` explains one.
| [libera in private to ralph] Commands begin with `!rfr`, which may be left out in private. RFR is a short name or a ticket (#4321).
| [libera in private to ralph] look: status [RFR…] · list [PHASE|mine|NAME|stuck|hold|unsponsored|done|dropped|all] · digest · mail · next RFR · todo [NAME] · history RFR · who RFR · links RFR · sops RFR · url RFR · questions [RFR] · why · whoami · search TEXT… · more · help [VERB] · version
| [libera in private to ralph] request: new NAME TICKET TITLE… · rename RFR NAME · free NAME · retitle RFR TITLE… · ticket RFR URL · sponsor [RFR] [NAME] · accept [RFR] · decline [RFR] · unsponsor [RFR] [REASON…] · handover RFR NAME · focus [RFR|off]
| [libera in private to ralph] plan: discussed RFR URL · people RFR add|remove NAME… [as ROLE…] · ask RFR QUESTION…|from N · answer RFR N ANSWER… · withdraw RFR N · decide RFR caching|load-balancing|deployment TEXT…
| [libera in private to ralph] work: done RFR ITEM… [NOTE…] · undone RFR ITEM REASON… · report RFR TEXT… · sop RFR URL · schedule RFR DATE [NOTE…] · note RFR TEXT… · link RFR URL [LABEL…]
| [libera in private to ralph] sign: signoff PHASE [RFR] [-- NOTE…] · unsign PHASE [RFR] REASON… · hold RFR REASON… · release RFR [REASON…]
| [libera in private to ralph] move: advance [RFR] · revert RFR PHASE REASON… · drop RFR REASON… · remove RFR REASON… · reopen RFR [REASON…] · adopt RFR EDITION REASON… · undo [RFR]
| [libera in private to ralph] freeze: freeze · freezes · freeze start [NAME] · freeze lift [NAME] · freeze add NAME FROM TO · freeze remove NAME · freeze-breaks · freeze-break request RFR REASON… · +1 N [COMMENT…] · -1 N REASON… · freeze-break done N · away FROM TO [NOTE…] · back
| [libera in private to ralph] remind: reminders [RFR] · remind me on|off|dm · snooze RFR|question N [of RFR] DURATION · mute RFR REASON… · unmute RFR
| [libera in private to ralph] admin: admin reload
| [libera in private to ralph] `!rfr help VERB` explains one of them, for example `!rfr help signoff`.
<ralph> !rfr
| ralph: I keep RFRs moving: `!rfr status` shows them, `!rfr next RFR` says what one lacks. All commands come to you in private; `!rfr help VERB` explains one.
| [libera in private to ralph] Commands begin with `!rfr`, which may be left out in private. RFR is a short name or a ticket (#4321).
| [libera in private to ralph] look: status [RFR…] · list [PHASE|mine|NAME|stuck|hold|unsponsored|done|dropped|all] · digest · mail · next RFR · todo [NAME] · history RFR · who RFR · links RFR · sops RFR · url RFR · questions [RFR] · why · whoami · search TEXT… · more · help [VERB] · version
| [libera in private to ralph] request: new NAME TICKET TITLE… · rename RFR NAME · free NAME · retitle RFR TITLE… · ticket RFR URL · sponsor [RFR] [NAME] · accept [RFR] · decline [RFR] · unsponsor [RFR] [REASON…] · handover RFR NAME · focus [RFR|off]
| [libera in private to ralph] plan: discussed RFR URL · people RFR add|remove NAME… [as ROLE…] · ask RFR QUESTION…|from N · answer RFR N ANSWER… · withdraw RFR N · decide RFR caching|load-balancing|deployment TEXT…
| [libera in private to ralph] work: done RFR ITEM… [NOTE…] · undone RFR ITEM REASON… · report RFR TEXT… · sop RFR URL · schedule RFR DATE [NOTE…] · note RFR TEXT… · link RFR URL [LABEL…]
| [libera in private to ralph] sign: signoff PHASE [RFR] [-- NOTE…] · unsign PHASE [RFR] REASON… · hold RFR REASON… · release RFR [REASON…]
| [libera in private to ralph] move: advance [RFR] · revert RFR PHASE REASON… · drop RFR REASON… · remove RFR REASON… · reopen RFR [REASON…] · adopt RFR EDITION REASON… · undo [RFR]
| [libera in private to ralph] freeze: freeze · freezes · freeze start [NAME] · freeze lift [NAME] · freeze add NAME FROM TO · freeze remove NAME · freeze-breaks · freeze-break request RFR REASON… · +1 N [COMMENT…] · -1 N REASON… · freeze-break done N · away FROM TO [NOTE…] · back
| [libera in private to ralph] remind: reminders [RFR] · remind me on|off|dm · snooze RFR|question N [of RFR] DURATION · mute RFR REASON… · unmute RFR
| [libera in private to ralph] admin: admin reload
| [libera in private to ralph] `!rfr help VERB` explains one of them, for example `!rfr help signoff`.
<ralph> !rfr help signoff
| ralph: `!rfr signoff PHASE [RFR] [-- NOTE…]`: the sponsor signs off that it may leave PHASE. For the RFR's sponsor, while in sysadmin-main.
| A note stands behind “--”. Bound to what was signed: if a question opens or the date moves afterwards, it must be renewed. Also: sign off, sign-off, signed-off, signed off, signedoff. Example: `!rfr signoff staging badges`
<ralph> !rfr help sign off
| ralph: `!rfr signoff PHASE [RFR] [-- NOTE…]`: the sponsor signs off that it may leave PHASE. For the RFR's sponsor, while in sysadmin-main.
| A note stands behind “--”. Bound to what was signed: if a question opens or the date moves afterwards, it must be renewed. Also: sign off, sign-off, signed-off, signed off, signedoff. Example: `!rfr signoff staging badges`
<ralph> !rfr help singoff
| ralph: I know no command “singoff”. Did you mean `!rfr signoff`? All of them: `!rfr help`.
-- private libera
<ralph> help
| Commands begin with `!rfr`, which may be left out in private. RFR is a short name or a ticket (#4321).
| look: status [RFR…] · list [PHASE|mine|NAME|stuck|hold|unsponsored|done|dropped|all] · digest · mail · next RFR · todo [NAME] · history RFR · who RFR · links RFR · sops RFR · url RFR · questions [RFR] · why · whoami · search TEXT… · more · help [VERB] · version
| request: new NAME TICKET TITLE… · rename RFR NAME · free NAME · retitle RFR TITLE… · ticket RFR URL · sponsor [RFR] [NAME] · accept [RFR] · decline [RFR] · unsponsor [RFR] [REASON…] · handover RFR NAME · focus [RFR|off]
| plan: discussed RFR URL · people RFR add|remove NAME… [as ROLE…] · ask RFR QUESTION…|from N · answer RFR N ANSWER… · withdraw RFR N · decide RFR caching|load-balancing|deployment TEXT…
| work: done RFR ITEM… [NOTE…] · undone RFR ITEM REASON… · report RFR TEXT… · sop RFR URL · schedule RFR DATE [NOTE…] · note RFR TEXT… · link RFR URL [LABEL…]
| sign: signoff PHASE [RFR] [-- NOTE…] · unsign PHASE [RFR] REASON… · hold RFR REASON… · release RFR [REASON…]
| move: advance [RFR] · revert RFR PHASE REASON… · drop RFR REASON… · remove RFR REASON… · reopen RFR [REASON…] · adopt RFR EDITION REASON… · undo [RFR]
| freeze: freeze · freezes · freeze start [NAME] · freeze lift [NAME] · freeze add NAME FROM TO · freeze remove NAME · freeze-breaks · freeze-break request RFR REASON… · +1 N [COMMENT…] · -1 N REASON… · freeze-break done N · away FROM TO [NOTE…] · back
| remind: reminders [RFR] · remind me on|off|dm · snooze RFR|question N [of RFR] DURATION · mute RFR REASON… · unmute RFR
| admin: admin reload
| `!rfr help VERB` explains one of them, for example `!rfr help signoff`.
<ralph> help advance
| `!rfr advance [RFR]`: moves it to the next phase, if no MUST is missing. For those involved, or sysadmin-main.
| A shut gate lists everything that is missing in one reply. Also: proceed. Example: `!rfr advance badges`
