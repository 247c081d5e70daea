# Going back takes sign-offs, later ticks and the date back; answers, people and earlier ticks stay.
-- after setup/staging.story
<ralph> !rfr done badges dev-instance
<ralph> !rfr done badges config-management
<ralph> !rfr schedule badges 2026-03-10
<kevin> !rfr signoff staging badges
<kevin> !rfr revert badges production too far
<kevin> !rfr revert badges staging already there
<kevin> !rfr revert badges development the storage decision was wrong
<ralph> !rfr next badges
<ralph> !rfr advance badges
<ralph> !rfr decide badges deployment http instead of nfs
<kevin> !rfr signoff development badges
<ralph> !rfr advance badges
<ralph> !rfr next badges
