# In a channel the long help comes in private; help on one command is short enough for everybody.
-- lines 4
-- after setup/team.story
<ralph> !rfr help
| ralph: I keep Requests For Resources (RFRs) moving from idea to production. Commands begin with `!rfr`, which may be left out in private; RFR is a short name or a ticket (#4321).
| You are asking for a resource: `!rfr new NAME TICKET TITLE…` requests it, `!rfr next RFR` says what is missing and what to type, `!rfr answer RFR N ANSWER…` answers a question.
| You sponsor, or may: `!rfr list unsponsored` shows who waits for one, `!rfr sponsor RFR` accepts one, `!rfr signoff PHASE RFR` signs, `!rfr advance RFR` moves it on.
| You are only looking: `!rfr status` shows where all stand, `!rfr status RFR` shows one, `!rfr questions` lists what is open, `!rfr digest` is all of it for a meeting.
| More: `!rfr help all` lists every command, `!rfr help VERB` explains one, `!rfr help planning` says what happens in a phase, `!rfr why` explains your last refusal.
<ralph> !rfr
| ralph: I keep Requests For Resources (RFRs) moving from idea to production. Commands begin with `!rfr`, which may be left out in private; RFR is a short name or a ticket (#4321).
| You are asking for a resource: `!rfr new NAME TICKET TITLE…` requests it, `!rfr next RFR` says what is missing and what to type, `!rfr answer RFR N ANSWER…` answers a question.
| You sponsor, or may: `!rfr list unsponsored` shows who waits for one, `!rfr sponsor RFR` accepts one, `!rfr signoff PHASE RFR` signs, `!rfr advance RFR` moves it on.
| You are only looking: `!rfr status` shows where all stand, `!rfr status RFR` shows one, `!rfr questions` lists what is open, `!rfr digest` is all of it for a meeting.
| More: `!rfr help all` lists every command, `!rfr help VERB` explains one, `!rfr help planning` says what happens in a phase, `!rfr why` explains your last refusal.
<ralph> !rfr help signoff
| ralph: `!rfr signoff PHASE [RFR] [-- NOTE…]`: the sponsor signs off that it may leave PHASE. For the RFR's sponsor, while in sysadmin-main.
| A note stands behind “--”. Bound to what was signed: if a question opens or the date moves afterwards, it must be renewed. Also: sign off, sign-off, sign. Example: `!rfr signoff staging badges`
| You may not.
<ralph> !rfr help sign off
| ralph: `!rfr signoff PHASE [RFR] [-- NOTE…]`: the sponsor signs off that it may leave PHASE. For the RFR's sponsor, while in sysadmin-main.
| A note stands behind “--”. Bound to what was signed: if a question opens or the date moves afterwards, it must be renewed. Also: sign off, sign-off, sign. Example: `!rfr signoff staging badges`
| You may not.
<ralph> !rfr help singoff
| ralph: I know no command “singoff”. Did you mean `!rfr signoff`? All of them: `!rfr help`.
-- private libera
<ralph> help
| I keep Requests For Resources (RFRs) moving from idea to production. Commands begin with `!rfr`, which may be left out in private; RFR is a short name or a ticket (#4321).
| You are asking for a resource: `!rfr new NAME TICKET TITLE…` requests it, `!rfr next RFR` says what is missing and what to type, `!rfr answer RFR N ANSWER…` answers a question.
| You sponsor, or may: `!rfr list unsponsored` shows who waits for one, `!rfr sponsor RFR` accepts one, `!rfr signoff PHASE RFR` signs, `!rfr advance RFR` moves it on.
| You are only looking: `!rfr status` shows where all stand, `!rfr status RFR` shows one, `!rfr questions` lists what is open, `!rfr digest` is all of it for a meeting.
| More: `!rfr help all` lists every command, `!rfr help VERB` explains one, `!rfr help planning` says what happens in a phase, `!rfr why` explains your last refusal.
<ralph> help advance
| `!rfr advance [RFR]`: moves it to the next phase, if no MUST is missing. For those involved, or sysadmin-main.
| A shut gate lists everything that is missing in one reply. Also: proceed. Example: `!rfr advance badges`
| You may not. Those who may: kevin and smooge (sysadmin-main).
