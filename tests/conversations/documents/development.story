# Development ends with the SOPs linked and the sponsor's first signature.
-- after documents/planning.story
<hugo> !rfr done badges testing a thousand awards a minute
<vera> !rfr sop badges https://docs.example.org/sop/badges
<otto> !rfr signoff development badges
<vera> !rfr advance badges
<hugo> !rfr done badges config-management the playbooks are in ansible
