# Who names a part of an RFR, another day, or somebody who was not asked, does not end, move or decline the whole.
-- after setup/production.story
<kevin> !rfr remove badges ralph
| kevin: Nothing was done. Do you mean `!rfr people badges remove ralph`? Type that line.
<kevin> !rfr remove badges hold
| kevin: badges is not on hold; nothing changed.
<kevin> !rfr remove badges deployed
| kevin: badges: deployed is not done anyway; nothing changed.
<kevin> !rfr remove badges replaced by ralph's new service -- see the ticket
| kevin: badges (Badges for everyone) was removed (it was in production): replaced by ralph's new service -- see the ticket (by kevin; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr new koschei 4449 Continuous integration for packages
| ralph: New RFR koschei: Continuous integration for packages (by ralph; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<ralph> !rfr sponsor koschei smooge
| ralph: koschei: smooge was asked to sponsor it.
| Still missing for planning: a sponsor who accepted: smooge was asked and types `!rfr accept koschei`.
| * koschei (Continuous integration for packages): ralph asks smooge to sponsor it: `!rfr accept koschei` or `!rfr decline koschei`.
| (calls smooge)
<kevin> !rfr decline koschei
| kevin: koschei: smooge was asked to sponsor it, not you. Whoever of sysadmin-main sponsors it types `!rfr sponsor koschei`.
<ralph> !rfr ask koschei @maja: who audits it?
| ralph: koschei: question 1 opened: @maja: who audits it?
| * koschei: ralph asks “@maja: who audits it?”: `!rfr answer koschei 1 ANSWER…`.
| (calls maja)
<maja> !rfr todo
| maja: 1 thing waits for maja, oldest first:
| koschei: question 1, open since today: “@maja: who audits it?”: `!rfr answer koschei 1 ANSWER…`
<ralph> !rfr hold koschei until the audit is done
| ralph: koschei (Continuous integration for packages) is on hold: until the audit is done (by ralph; https://forge.example.org/infra/tickets/issues/4449). Nothing is signed or moved until `!rfr release koschei`.
| Mind: a hold does not end by itself; this ends it: `!rfr release koschei`.
