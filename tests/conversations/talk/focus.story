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
| Open, and blocking nothing: packages (`!rfr done koschei ITEM` ticks one off), second-person (`!rfr people koschei add NAME`).
| Not for you to type: done and people are for those involved, or sysadmin-main.
<maja> !rfr ask Which builders?
| maja: koschei: question 1 opened: Which builders?
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
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
| ralph: This place talks about koschei: ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; needs a sponsor who accepted (sysadmin-main).
<ralph> !rfr focus off
| ralph: This place talks about no RFR in particular now.
<ralph> !rfr focus off
| ralph: This place talks about no RFR in particular now.
<maja> !rfr next
| maja: Which RFR? Name it, or let this place talk about one: `!rfr focus RFR`. The open ones: `!rfr status`.
