# The infra repository's flag proposes what people then say; it changes nothing by itself.
-- after setup/staging.story
-- announce libera/#fedora-admin
-- freeze F45 beta 2026-03-10 2026-03-25
-- flag false
-- flag becomes true
-- calendars are read again
| * The infra repository's flag InfraFrozen says that a freeze is in force. If that is so: `!rfr freeze start F45 beta`.
-- calendars are read again
<ralph> !rfr freeze
| ralph: No freeze is in force.
| Next: F45 beta from Tuesday 2026-03-10 to Wednesday 2026-03-25 (by the config), in 8 days.
| The infra repository's flag InfraFrozen says that a freeze is in force. If that is so: `!rfr freeze start F45 beta`.
| Not for you to type: freeze start is for sysadmin-main or sysadmin-releng.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
-- flag becomes {{ Frozen }}
-- calendars are read again
<ralph> !rfr freeze
| ralph: F45 beta is in force since Monday 2026-03-02 (started by kevin), expected to end after Wednesday 2026-03-25 (by the config); 23 days left.
| No other freeze is predicted.
| The flag's file Frozen.yaml could not be read, so its last good reading, if there is one, counts: InfraFrozen is "{{ Frozen }}"; expected true or false.
-- restart
-- flag becomes false
-- calendars are read again
| * The infra repository's flag InfraFrozen says that no freeze is in force. If that is so: `!rfr freeze lift F45 beta`.
<kevin> !rfr freeze lift F45 beta
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
# What people said already is not proposed.
-- flag becomes true
-- calendars are read again
| * The infra repository's flag InfraFrozen says that a freeze is in force. If that is so: `!rfr freeze start F45 beta`.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
-- flag becomes false
<kevin> !rfr freeze lift F45 beta
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
-- calendars are read again
# Without a predicted freeze the days are asked for.
-- in 60 days
-- flag becomes true
-- calendars are read again
| * The infra repository's flag InfraFrozen says that a freeze is in force. None is predicted for these days; if that is so, say until when: `!rfr freeze add NAME 2026-05-01 DATE`, then `!rfr freeze start NAME`.
