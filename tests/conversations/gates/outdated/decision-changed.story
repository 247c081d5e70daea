# A decision that is changed after the sponsor signed makes the sponsor look again.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<kevin> !rfr signoff development badges
<ralph> !rfr decide badges caching varnish in front of it
<ralph> !rfr advance badges
<kevin> !rfr signoff development badges
<ralph> !rfr advance badges
