# Where the edition has no item for the deployment, the reminder names what works.
-- sop tests/data/sop/short.toml
-- after setup/team.story
-- remind
-- no one-person
-- no silent
-- time 2026-03-02 14:00
<ralph> !rfr new pages 4400 Pages for everyone
| ralph: New RFR pages: Pages for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: shipit, which needs an answer to question 1; the sponsor's go. `!rfr next pages` tells more.
<kevin> !rfr sponsor pages
| kevin: pages (Pages for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4400). Next: shipit, which needs an answer to question 1; the sponsor's go. `!rfr next pages` tells more.
<ralph> !rfr schedule pages 2026-03-12
| ralph: pages: production deployment on Thursday 2026-03-12, in 10 days.
<ralph> !rfr answer pages 1 as fast as the others
| ralph: pages: question 1 answered: as fast as the others; speed decided: as fast as the others.
| Still missing for shipit: the sponsor's go: kevin types `!rfr signoff plan pages`.
| * pages: all but the plan sign-off is there: kevin types `!rfr signoff plan pages`; `!rfr review pages` shows what is signed.
| (calls kevin)
-- time 2026-03-13 12:00
| — Mon 2026-03-09 15:00
| * pages has had everything but the plan sign-off for 7 days; it is up to kevin. `!rfr signoff plan pages` (https://forge.example.org/infra/tickets/issues/4400)
| — Wed 2026-03-11 09:00
| * pages is to be deployed tomorrow (https://forge.example.org/infra/tickets/issues/4400)
| — Thu 2026-03-12 09:00
| * pages is to be deployed today (https://forge.example.org/infra/tickets/issues/4400)
| — Fri 2026-03-13 09:00
| * pages was to be deployed on Thursday 2026-03-12: is it done? `!rfr next pages` or `!rfr schedule pages DATE` (https://forge.example.org/infra/tickets/issues/4400)
<ralph> !rfr next pages
| ralph: pages cannot move from plan to shipit today.
| Missing: the sponsor's go: kevin types `!rfr signoff plan pages`.
| The day for production, Thursday 2026-03-12, is over; another one: `!rfr schedule pages DATE`.
<ralph> !rfr report pages all is well
| ralph: I mail nothing: the config names no mailing list. To record the report all the same: `!rfr note pages TEXT…`; the operator adds [mail] to my config.
<ralph> !rfr note pages all is well
| ralph: pages: noted: all is well.
