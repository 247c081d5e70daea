# With its SOPs linked and the sponsor's signature, it goes into staging.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<kevin> !rfr signoff development badges
<ralph> !rfr advance badges
<kevin> !rfr done badges config-management
