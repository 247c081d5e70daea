# An undo takes back one's own last change, never somebody else's.
-- after setup/development.story
<kevin> !rfr signoff development badges
| kevin: badges: development signed off.
| It covers questions; left open: sops, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Still missing for staging: the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`.
<mallory> !rfr undo badges
| mallory: badges was last changed by kevin on 2026-03-02; an undo takes back only your own change, while nobody has changed it after you. What happened: `!rfr history badges`.
<mallory> !rfr undo
| mallory: Which RFR? Name it, or let this place talk about one: `!rfr focus RFR`. The open ones: `!rfr status`.
<ralph> !rfr undo badges
| ralph: badges was last changed by kevin on 2026-03-02; an undo takes back only your own change, while nobody has changed it after you. What happened: `!rfr history badges`.
<ralph> !rfr undo
| ralph: badges was last changed by kevin on 2026-03-02; an undo takes back only your own change, while nobody has changed it after you. What happened: `!rfr history badges`.
<kevin> !rfr undo
| kevin: badges: the last change was undone (development signed off).
| Still missing for staging: (1) the sponsor's development sign-off: kevin types `!rfr signoff development badges`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`.
