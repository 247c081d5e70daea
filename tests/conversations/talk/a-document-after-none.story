# A document that is linked after “none needed” says otherwise: nobody reads both.
-- after setup/development.story
<ralph> !rfr sop badges none needed
| ralph: badges: sops done “none needed”.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- time 2026-03-03 15:00
<ralph> !rfr sop badges https://docs.example.org/badges
| ralph: badges: SOP linked, https://docs.example.org/badges.
<ralph> !rfr sops badges
| ralph: badges: SOP documents: https://docs.example.org/badges.
