# What is on hold offers no sign-off, and whoever may not lift the hold is told whose it is.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr hold badges the disks are full
| kevin: badges (Badges for everyone) is on hold: the disks are full (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr next badges
| kevin: badges cannot move to staging today: it was put on hold by kevin on 2026-03-02: the disks are full; `!rfr release badges`.
| Missing: the sponsor's development sign-off: up to kevin once it is no longer on hold.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
<ralph> !rfr release badges
| ralph: badges: that is for whoever holds it, the sponsor, sysadmin-main or security-officer; in sysadmin-main are kevin and smooge. It was put on hold by kevin on 2026-03-02: the disks are full; one of them types `!rfr release badges`.
<kevin> !rfr todo
| kevin: 1 thing waits for kevin, oldest first:
| badges: on hold since today: the disks are full; to go on: `!rfr release badges`
