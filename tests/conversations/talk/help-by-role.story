# A newcomer's help is five lines by role; a phase, an RFR and a verb in other spelling are found, and who may use a verb is said.
-- after setup/staging.story
<mallory> !rfr help
| mallory: I keep Requests For Resources (RFRs) moving from idea to production. Commands begin with `!rfr`, which may be left out in private; RFR is a short name or a ticket (#4321).
| You are asking for a resource: `!rfr new NAME TICKET TITLE…` requests it, `!rfr next RFR` says what is missing and what to type, `!rfr answer RFR N ANSWER…` answers a question.
| You sponsor, or may: `!rfr list unsponsored` shows who waits for one, `!rfr sponsor RFR` accepts one, `!rfr signoff PHASE RFR` signs, `!rfr advance RFR` moves it on.
| You are only looking: `!rfr status` shows where all stand, `!rfr status RFR` shows one, `!rfr questions` lists what is open, `!rfr digest` is all of it for a meeting.
| More: `!rfr help all` lists every command, `!rfr help VERB` explains one, `!rfr help planning` says what happens in a phase, `!rfr why` explains your last refusal.
<mallory> !rfr help planning
| mallory: planning: discussing on the infrastructure list how it should be deployed.
| development needs: a discussion on the infrastructure list; somebody who deploys and maintains it.
| `!rfr list planning` shows who is there.
<mallory> !rfr help staging
| mallory: staging: putting it fully into configuration management and testing that.
| production needs: the sponsor's staging sign-off; a date for production.
| Steps that block nothing: config-management, integration, staging-testing, staging-mail (`!rfr done RFR ITEM` ticks one off).
| `!rfr list staging` shows who is there.
<mallory> !rfr help badges
| mallory: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
| Not for you to type: schedule and done are for those involved, or sysadmin-main.
<mallory> !rfr help freeze break
| mallory: `!rfr freeze-break request RFR REASON…`: asks to change production during the freeze: the problem, the action, the patch; `!rfr freeze-break done N`: records that what freeze break N was for is done; `!rfr freeze-break withdraw N [WHY…]`: takes back that you asked for freeze break N.
<mallory> !rfr help sign off
| mallory: `!rfr signoff PHASE [RFR] [-- NOTE…]`: the sponsor signs off that it may leave PHASE. For the RFR's sponsor, while in sysadmin-main.
| A note stands behind “--”. Bound to what was signed: if a question opens or the date moves afterwards, it must be renewed. Also: sign off, sign-off, sign. Example: `!rfr signoff staging badges`
| You may not.
<kevin> !rfr help signoff
| kevin: `!rfr signoff PHASE [RFR] [-- NOTE…]`: the sponsor signs off that it may leave PHASE. For the RFR's sponsor, while in sysadmin-main.
| A note stands behind “--”. Bound to what was signed: if a question opens or the date moves afterwards, it must be renewed. Also: sign off, sign-off, sign. Example: `!rfr signoff staging badges`
| You may for badges.
<ralph> !rfr help advance
| ralph: `!rfr advance [RFR]`: moves it to the next phase, if no MUST is missing. For those involved, or sysadmin-main.
| A shut gate lists everything that is missing in one reply. Also: proceed. Example: `!rfr advance badges`
| You may for badges. Those who may: kevin and smooge (sysadmin-main).
<mallory> !rfr help advance
| mallory: `!rfr advance [RFR]`: moves it to the next phase, if no MUST is missing. For those involved, or sysadmin-main.
| A shut gate lists everything that is missing in one reply. Also: proceed. Example: `!rfr advance badges`
| You may not. Those who may: kevin and smooge (sysadmin-main).
<kevin> !rfr help freeze start
| kevin: `!rfr freeze start [NAME]`: puts a freeze in force, from now until it is lifted. For sysadmin-main or sysadmin-releng.
| Without a name: the one whose predicted days have come. From then on production moves only with a freeze break. Example: `!rfr freeze start F45 beta`
| You may. So may smooge (sysadmin-main or sysadmin-releng).
<ralph> !rfr help freeze start
| ralph: `!rfr freeze start [NAME]`: puts a freeze in force, from now until it is lifted. For sysadmin-main or sysadmin-releng.
| Without a name: the one whose predicted days have come. From then on production moves only with a freeze break. Example: `!rfr freeze start F45 beta`
| You may not. Those who may: kevin and smooge (sysadmin-main or sysadmin-releng).
<mallory> !rfr help nonsense
| mallory: I know no command “nonsense”. `!rfr help` lists them.
<kevin> !rfr whoami
| kevin: You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of badges; sign off badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<ralph> !rfr whoami
| ralph: You are ralph, proven by services account ralph on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note; change badges.
| Every RFR may be changed by kevin and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<maja> !rfr whoami
| maja: You are maja, proven by services account maja on libera (yours by my config, as I read it on 2026-03-02); in security-officer.
| You may look at everything, request, ask, answer and note; approve audits, and hold and release every RFR.
| Every RFR may be changed by kevin and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
<mallory> !rfr whoami
| mallory: You are mallory, proven by services account mallory on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| You may look at everything, request, ask, answer and note.
| Every RFR may be changed by kevin and smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
