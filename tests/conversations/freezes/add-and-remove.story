# People add and remove freezes, and their word counts before the config's.
-- freeze F45 beta 2026-03-10 2026-03-25
-- after setup/team.story
-- announce libera/#fedora-admin libera/#fedora-noc
<kevin> !rfr freeze add a data centre move 2026-05-04 2026-05-09
| kevin: The freeze a data centre move goes from Monday 2026-05-04 to Saturday 2026-05-09 (kevin).
| [libera/#fedora-noc] * The freeze a data centre move goes from Monday 2026-05-04 to Saturday 2026-05-09 (kevin).
<kevin> !rfr freeze add A Data Centre Move 2026-05-04 to 2026-05-09
| kevin: A Data Centre Move was already recorded for 2026-05-04 to 2026-05-09; nothing changed.
<ralph> !rfr freeze add mine 2026-05-04 2026-05-09
| ralph: That is for sysadmin-main or sysadmin-releng; in these groups are kevin and smooge. Ask one of them.
<kevin> !rfr freeze add F45 beta 2026-03-12 2026-03-27
| kevin: The freeze F45 beta goes from Thursday 2026-03-12 to Friday 2026-03-27 (kevin); it was 2026-03-10 to 2026-03-25.
| [libera/#fedora-noc] * The freeze F45 beta goes from Thursday 2026-03-12 to Friday 2026-03-27 (kevin); it was 2026-03-10 to 2026-03-25.
<kevin> !rfr freezes
| kevin: F45 beta: 2026-03-12 to 2026-03-27 (by command); the config says 2026-03-10 to 2026-03-25.
| a data centre move: 2026-05-04 to 2026-05-09 (by command).
<kevin> !rfr freeze remove F45 beta
| kevin: There will be no freeze F45 beta (kevin); it was predicted for 2026-03-12 to 2026-03-27.
| [libera/#fedora-noc] * There will be no freeze F45 beta (kevin); it was predicted for 2026-03-12 to 2026-03-27.
<kevin> !rfr freeze remove F45 beta
| kevin: Nobody predicts a freeze F45 beta; nothing changed. All of them: `!rfr freezes`.
<kevin> !rfr freezes
| kevin: F45 beta: removed by kevin on 2026-03-02; the config says 2026-03-10 to 2026-03-25.
| a data centre move: 2026-05-04 to 2026-05-09 (by command).
<kevin> !rfr freeze start the mass rebuild
| kevin: I know no freeze the mass rebuild; say first when it is: `!rfr freeze add the mass rebuild FROM TO`.
<kevin> !rfr freeze add
| kevin: “freeze add” needs NAME; usage: `!rfr freeze add NAME FROM TO`, for example `!rfr freeze add F45 beta 2026-08-25 2026-09-16`.
<kevin> !rfr freeze add F46 beta
| kevin: “freeze add” needs FROM; usage: `!rfr freeze add NAME FROM TO`, for example `!rfr freeze add F45 beta 2026-08-25 2026-09-16`.
<kevin> !rfr freeze add F46 beta 2026-08-25
| kevin: “freeze add” needs TO; usage: `!rfr freeze add NAME FROM TO`, for example `!rfr freeze add F45 beta 2026-08-25 2026-09-16`.
<kevin> !rfr freeze add F46 beta 2026-09-16 2026-08-25
| kevin: 2026-08-25 comes before 2026-09-16; first the first day, then the last one.
<kevin> !rfr freeze add F46 beta 2026-01-16 2026-01-25
| kevin: 2026-01-25 is over; a freeze or an absence is recorded for days to come.
<kevin> !rfr freeze add F46 beta 04-05-2026 2026-08-25
| kevin: 04-05-2026 can be read in two ways. Day first: 2026-05-04; month first: 2026-04-05.
