# A place can talk about one RFR, so that nobody has to name it; every reply still does.
-- after setup/staging.story
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<ralph> !rfr focus
| ralph: This place talks about no RFR in particular; `!rfr focus RFR` changes that.
<ralph> !rfr focus koschei
| ralph: This place talks about koschei (pre-sponsorship) now; `!rfr focus off` ends that.
<ralph> !rfr next
| ralph: koschei cannot move from pre-sponsorship to planning today.
| Missing: a sponsor who accepted: a sysadmin-main member types `!rfr sponsor koschei`.
| Steps that are asked for but do not block: packages (its packages are in Fedora/EPEL), second-person (a second person): `!rfr people koschei add NAME`. Tick off with `!rfr done koschei ITEM`.
<maja> !rfr ask Which builders?
| maja: koschei: question 1 opened: Which builders?
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): staging since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: the sponsor's staging sign-off; a date for production. `!rfr next badges` says who can give it.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<mallory> !rfr note waiting for the builders
| mallory: koschei: noted: waiting for the builders.
-- place libera/#fedora-noc
<ralph> !rfr focus
| ralph: This place talks about no RFR in particular; `!rfr focus RFR` changes that.
<maja> !rfr next
| maja: Which RFR? Name it, or let this place talk about one: `!rfr focus RFR`. The open ones: `!rfr status`.
-- place libera/#fedora-admin
-- restart
<ralph> !rfr focus
| ralph: This place talks about koschei: pre-sponsorship since today; no sponsor; missing: sponsor.
<ralph> !rfr focus off
| ralph: This place talks about no RFR in particular now.
<ralph> !rfr focus off
| ralph: This place talks about no RFR in particular now.
<maja> !rfr next
| maja: Which RFR? Name it, or let this place talk about one: `!rfr focus RFR`. The open ones: `!rfr status`.
