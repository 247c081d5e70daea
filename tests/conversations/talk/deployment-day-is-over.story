# On the day after the one that was planned, an RFR in production is asked about once, not as its day and as an item.
-- after setup/production.story
-- time 2026-03-04 09:00
<ralph> !rfr todo
| ralph: 2 things wait for ralph, oldest first:
| badges: was to be deployed on Tuesday 2026-03-03; is it done?: `!rfr done badges deployed`
| badges: monitoring that is confirmed to work: `!rfr done badges monitoring`
<lmacken> !rfr todo
| lmacken: 2 things wait for lmacken, oldest first:
| badges: was to be deployed on Tuesday 2026-03-03; is it done?: `!rfr done badges deployed`
| badges: monitoring that is confirmed to work: `!rfr done badges monitoring`
<kevin> !rfr todo
| kevin: 1 thing waits for kevin, oldest first:
| badges: was to be deployed on Tuesday 2026-03-03; is it done?: `!rfr done badges deployed`
<ralph> !rfr done badges deployed
| ralph: badges: deployed done.
| Still missing for maintenance: monitoring that is confirmed to work: `!rfr done badges monitoring`.
<ralph> !rfr todo
| ralph: 1 thing waits for ralph, oldest first:
| badges: monitoring that is confirmed to work: `!rfr done badges monitoring`
