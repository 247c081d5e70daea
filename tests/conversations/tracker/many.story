# More tickets than six in an hour are counted once for the admins, and offered as the hours pass.
-- announce libera/#fedora-admin
-- admin place libera/#noc
-- budget changes 300
-- group sysadmin-main otto ida
-- person nora
-- tracker
-- ticket 4401 by nora: Thing4401
-- ticket 4401 labelled RFR
| * Ticket 4401 (“Thing4401”, by nora; https://forge.example.org/infra/tickets/issues/4401) asks for resources: `!rfr new thing4401 4401` takes it up.
-- ticket 4402 by nora: Thing4402
-- ticket 4402 labelled RFR
| * Ticket 4402 (“Thing4402”, by nora; https://forge.example.org/infra/tickets/issues/4402) asks for resources: `!rfr new thing4402 4402` takes it up.
-- ticket 4403 by nora: Thing4403
-- ticket 4403 labelled RFR
| * Ticket 4403 (“Thing4403”, by nora; https://forge.example.org/infra/tickets/issues/4403) asks for resources: `!rfr new thing4403 4403` takes it up.
-- ticket 4404 by nora: Thing4404
-- ticket 4404 labelled RFR
| * Ticket 4404 (“Thing4404”, by nora; https://forge.example.org/infra/tickets/issues/4404) asks for resources: `!rfr new thing4404 4404` takes it up.
-- ticket 4405 by nora: Thing4405
-- ticket 4405 labelled RFR
| * Ticket 4405 (“Thing4405”, by nora; https://forge.example.org/infra/tickets/issues/4405) asks for resources: `!rfr new thing4405 4405` takes it up.
-- ticket 4406 by nora: Thing4406
-- ticket 4406 labelled RFR
| * Ticket 4406 (“Thing4406”, by nora; https://forge.example.org/infra/tickets/issues/4406) asks for resources: `!rfr new thing4406 4406` takes it up.
-- ticket 4407 by nora: Thing4407
-- ticket 4407 labelled RFR
-- ticket 4408 by nora: Thing4408
-- ticket 4408 labelled RFR
-- ticket 4409 by nora: Thing4409
-- ticket 4409 labelled RFR
-- in 2 minutes
-- ticket 4408 closed
| [libera/#noc] * 2 more tickets ask for resources than the 6 that I offer in an hour: 4407, 4409. I offer them as the hours pass; `!rfr tickets` lists all, and `!rfr new NAME TICKET` takes one up before.
<nora> !rfr tickets
| nora: 8 tickets wait to be taken up:
| 4401 (“Thing4401”, by nora; https://forge.example.org/infra/tickets/issues/4401): `!rfr new thing4401 4401`
| 4402 (“Thing4402”, by nora; https://forge.example.org/infra/tickets/issues/4402): `!rfr new thing4402 4402`
| 4403 (“Thing4403”, by nora; https://forge.example.org/infra/tickets/issues/4403): `!rfr new thing4403 4403`
| 4404 (“Thing4404”, by nora; https://forge.example.org/infra/tickets/issues/4404): `!rfr new thing4404 4404`
| 4405 (“Thing4405”, by nora; https://forge.example.org/infra/tickets/issues/4405): `!rfr new thing4405 4405`
| 4406 (“Thing4406”, by nora; https://forge.example.org/infra/tickets/issues/4406): `!rfr new thing4406 4406`
| 4407 (“Thing4407”, by nora; https://forge.example.org/infra/tickets/issues/4407): `!rfr new thing4407 4407`
| 4409 (“Thing4409”, by nora; https://forge.example.org/infra/tickets/issues/4409): `!rfr new thing4409 4409`
<nora> !rfr new thing 4407 A thing
| nora: New RFR thing: A thing (by nora; https://forge.example.org/infra/tickets/issues/4407). Next: planning, which needs a sponsor who accepted. `!rfr next thing` tells more.
| ticket 4407 has the label of pre-sponsorship
| ticket 4407: The RFR **thing** follows this ticket from now on, says nora in chat.
| ticket 4407:
| ticket 4407: - Phase: **pre-sponsorship**
| ticket 4407: - Sponsor: none yet
| ticket 4407: - Missing for planning, and who can give it: a sponsor who accepted (sysadmin-main).
-- in 30 minutes
-- in 31 minutes
| — Mon 2026-03-02 15:00
| * Ticket 4409 (“Thing4409”, by nora; https://forge.example.org/infra/tickets/issues/4409) asks for resources: `!rfr new thing4409 4409` takes it up.
-- in 180 minutes
# What was taken up or closed waits no more; what comes late is no news.
-- ticket 4401 closed
-- ticket 4401 as an hour ago
-- restart
-- ticket 4407 is read
-- ticket 4405 is read
<nora> !rfr new tickets
| nora: 1 ticket waits to be taken up:
| 4405 (“Thing4405”, by nora; https://forge.example.org/infra/tickets/issues/4405): `!rfr new thing4405 4405`
-- ticket 4405 closed
<nora> !rfr tickets
| nora: Of the tickets that I have read since my start, none waits to be taken up.
