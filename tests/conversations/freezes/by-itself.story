# Where the config lets it, a freeze begins and ends on its predicted days by itself, once; what people set stays as they said.
-- freezes by itself
-- freeze F45 beta 2026-03-10 2026-03-25
-- freeze a data centre move 2026-04-06 2026-04-08
| * Freezes by the config: a data centre move is predicted for 2026-04-06 to 2026-04-08.
| [libera/#fedora-noc] * Freezes by the config: a data centre move is predicted for 2026-04-06 to 2026-04-08.
-- after setup/staging.story
-- announce libera/#fedora-admin
<ralph> !rfr schedule badges 2026-03-09
| ralph: badges: production deployment on Monday 2026-03-09, in 7 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: the freeze F45 beta begins on Tuesday 2026-03-10, which leaves little time to mend things.
| * badges: all but the staging sign-off is there: kevin types `!rfr signoff staging badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging badges
| kevin: badges: staging signed off with schedule, config-management, still open: integration, staging-testing, staging-mail.
| Every MUST for production is met: `!rfr advance badges`.
-- time 2026-03-09 23:59
-- calendars are read again
-- time 2026-03-10 00:00
-- calendars are read again
| * The freeze F45 beta is in force now (by itself, as predicted), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
-- calendars are read again
<ralph> !rfr freeze
| ralph: F45 beta is in force since Tuesday 2026-03-10 (started by the calendar), expected to end after Wednesday 2026-03-25 (by the config); 15 days left.
| Next: a data centre move from Monday 2026-04-06 to Wednesday 2026-04-08 (by the config), in 27 days.
<ralph> !rfr advance badges
| ralph: badges stays in staging: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request badges REASON`.
<kevin> !rfr freeze start
| kevin: F45 beta was already started by the calendar on 2026-03-10; nothing changed.
-- time 2026-03-25 23:59
-- calendars are read again
-- time 2026-03-26 08:00
-- restart
| * The freeze F45 beta is lifted (by itself, as predicted) after 17 days; production may change again.
<kevin> !rfr freeze lift
| kevin: No freeze is in force; nothing changed. All of them: `!rfr freezes`.
# People began this one early, so they end it: its predicted day comes and goes, and the bot only asks.
-- time 2026-04-05 10:00
<kevin> !rfr freeze start a data centre move
| kevin: The freeze a data centre move is in force now (kevin), expected to end after Wednesday 2026-04-08 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
-- time 2026-04-10 00:00
-- calendars are read again
<ralph> !rfr freeze
| ralph: a data centre move is in force since Sunday 2026-04-05 (started by kevin), and its predicted end was Wednesday 2026-04-08: lift it? `!rfr freeze lift a data centre move`.
| No other freeze is predicted.
| Not for you to type: freeze lift is for sysadmin-main or sysadmin-releng.
<kevin> !rfr freeze lift
| kevin: The freeze a data centre move is lifted (kevin) after 6 days; production may change again.
-- calendars are read again
