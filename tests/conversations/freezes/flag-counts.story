# Where the config lets the flag count, it starts and lifts freezes by itself; what people started they lift themselves.
-- after setup/staging.story
-- announce libera/#fedora-admin
-- bus
-- freeze F45 beta 2026-03-10 2026-03-25
-- flag false
-- flag counts
<ralph> !rfr schedule badges 2026-03-12
| ralph: badges: 2026-03-12 is in the freeze F45 beta, and production does not change in a freeze. The first free day is Thursday 2026-03-26: `!rfr schedule badges 2026-03-26`.
-- flag becomes true
-- calendars are read again
| * The freeze F45 beta is in force now (by the infra repository's flag), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
| (bus freeze.start: agent -, freeze {"from":"2026-03-10","name":"F45 beta","to":"2026-03-25"}, people )
<ralph> !rfr freeze
| ralph: F45 beta is in force since Monday 2026-03-02 (started by the infra repository's flag), expected to end after Wednesday 2026-03-25 (by the config); 23 days left.
| No other freeze is predicted.
-- restart
-- flag becomes false
-- calendars are read again
| * The freeze F45 beta is lifted (by the infra repository's flag) after 1 day; production may change again.
| (bus freeze.lift: agent -, freeze {"from":"2026-03-10","name":"F45 beta","to":"2026-03-25"}, people )
-- in 60 days
# Of a freeze that nobody predicts only the flag's name is known.
-- flag becomes true
-- calendars are read again
| * The freeze InfraFrozen is in force now (by the infra repository's flag), expected to end after Saturday 2026-05-16 (the usual length; no source says). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
| (bus freeze.start: agent -, freeze {"from":null,"name":"InfraFrozen","to":null}, people )
<ralph> !rfr freeze
| ralph: InfraFrozen is in force since Friday 2026-05-01 (started by the infra repository's flag), expected to end after Saturday 2026-05-16 (the usual length; no source says); 15 days left.
| No other freeze is predicted.
-- flag becomes false
-- calendars are read again
| * The freeze InfraFrozen is lifted (by the infra repository's flag) after 1 day; production may change again.
| (bus freeze.lift: agent -, freeze {"from":null,"name":"InfraFrozen","to":null}, people )
-- freeze F45 final 2026-05-10 2026-05-25
| * Freezes by the config: F45 final is predicted for 2026-05-10 to 2026-05-25.
<kevin> !rfr freeze start F45 final
| kevin: The freeze F45 final is in force now (kevin), expected to end after Monday 2026-05-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
| Mind: its first day is Sunday 2026-05-10 (by the config), in 9 days, and it is in force from today on. If that was a slip: `!rfr freeze lift F45 final`.
| (bus freeze.start: agent kevin, freeze {"from":"2026-05-10","name":"F45 final","to":"2026-05-25"}, people )
-- flag becomes true
-- calendars are read again
-- flag becomes false
-- calendars are read again
| * The infra repository's flag InfraFrozen says that no freeze is in force. If that is so: `!rfr freeze lift F45 final`.
<ralph> !rfr freeze
| ralph: F45 final is in force since Friday 2026-05-01 (started by kevin), expected to end after Monday 2026-05-25 (by the config); 24 days left.
| No other freeze is predicted.
| The infra repository's flag InfraFrozen says that no freeze is in force. If that is so: `!rfr freeze lift F45 final`.
| Not for you to type: freeze lift is for sysadmin-main or sysadmin-releng.
