# A new ticket with the label is offered once, under a name that could be had.
-- after tracker/team.story
-- ticket 4322 by nora: [RFR] Request for resources: new tahrir, please
-- ticket 4322 is read
-- ticket 4322 labelled rfr
| * Ticket 4322 (“[RFR] Request for resources: new tahrir, please”, by nora; https://forge.example.org/infra/tickets/issues/4322) asks for resources: `!rfr new tahrir 4322` takes it up.
-- ticket 4322 called [RFR] Tahrir
-- restart
-- ticket 4322 called [RFR] tahrir!
-- ticket 4323 by nora: otto
-- ticket 4323 labelled RFR
| * Ticket 4323 (“otto”, by nora; https://forge.example.org/infra/tickets/issues/4323) asks for resources: `!rfr new ticket-4323 4323` takes it up.
# What was closed before is no offer.
-- ticket 4324 by nora: Old things
-- ticket 4324 closed
-- ticket 4324 labelled RFR
