# An RFR keeps the edition of the SOP that it began under, even when the team has moved on to another.
-- after setup/staging.story
-- edition audit
<ralph> !rfr version
| ralph: rfrbot 0.1.0; new RFRs follow the audit edition of the SOP.
<ralph> !rfr done badges audit-approved
| ralph: badges: the edition of the SOP that it follows has no audit-approved. What it needs: `!rfr next badges`.
<maja> !rfr done badges audit-approved
| maja: badges: the edition of the SOP that it follows has no audit-approved. What it needs: `!rfr next badges`.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
