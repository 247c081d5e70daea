# A ticket hears that a sign-off no longer counts, also where a freeze or a mail of the list is the reason.
-- announce libera/#fedora-admin
-- list
-- mail only ended
-- open questions
-- tracker
-- ticket 4321 by ralph: Badges for everyone
-- after setup/staging.story
<ralph> !rfr schedule badges 2026-03-10
<kevin> !rfr signoff staging badges
<kevin> !rfr freeze add F45 beta 2026-03-09 2026-03-20
<ralph> !rfr schedule badges 2026-03-24
<kevin> !rfr signoff staging badges
-- mail from Pierre-Yves <pingou@example.org> on [badges] awards: Question: How long are awards kept? //// Who knows?
