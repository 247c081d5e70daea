# RFR and PHASE are told apart by what they are, so both orders work, and so do other ways to say it.
-- after setup/staging.story
<kevin> !rfr unsign staging badges nothing is signed yet
<kevin> !rfr signoff badges staging -- all in ansible
<kevin> !rfr unsign badges staging the cron jobs are not
<kevin> !rfr sign off stg #4321 -- now they are
<kevin> !rfr revert development badges it needs more testing
<kevin> !rfr signed-off dev https://forge.example.org/infra/tickets/issues/4321
