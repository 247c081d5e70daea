# Under the SOP of 2017 the security officer is tagged before staging.
-- after setup/audit-development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<ralph> !rfr done badges audit-requested https://forge.example.org/infra/tickets/issues/4321
<kevin> !rfr signoff development badges
<ralph> !rfr advance badges
<kevin> !rfr done badges config-management
