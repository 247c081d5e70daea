# Where only the file changed, adopting it moves an RFR from one text of the edition to the other; what was done for other words is done again.
-- sop tests/data/sop/rfr-2027.toml
-- after setup/development.story
<ralph> !rfr done badges backups restored on 2026-02-01
| ralph: badges: backups done “restored on 2026-02-01”.
| Still missing for staging: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
-- sop tests/data/sop/rfr-2027-later.toml
<kevin> !rfr adopt badges rfr-2027 we agreed on it in the meeting
| kevin: badges would follow rfr-2027@4c324610497e in place of rfr-2027@d7d2c339fd6d. It adds load-test (staging, MUST); it drops sops (development, MUST); it changes backups (development, MUST).
| By that: backups is to be done again.
| Nothing has changed yet. To do it: `!rfr adopt badges rfr-2027@4c324610497e we agreed on it in the meeting -- yes`.
<kevin> !rfr adopt badges rfr-2027 we agreed on it in the meeting -- yes
| kevin: badges (Badges for everyone) follows rfr-2027@4c324610497e of the SOP from now on, no longer rfr-2027@d7d2c339fd6d: we agreed on it in the meeting (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs backups that were restored once; the sponsor's development sign-off. `!rfr next badges` tells more.
| It adds load-test (staging, MUST); it drops sops (development, MUST); it changes backups (development, MUST).
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: (1) backups that were restored once: a member of security-officer types `!rfr done badges backups`; (2) the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr done badges backups
| ralph: badges: that is for security-officer; in security-officer is maja. One of them types `!rfr done badges backups`.
<maja> !rfr done badges backups restored on 2026-02-02
| maja: badges: backups done “restored on 2026-02-02”.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- sop docs/release-checklist.toml
<kevin> !rfr revert badges pre-sponsorship we begin anew
| kevin: badges (Badges for everyone) went back from development to pre-sponsorship: we begin anew (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| To be earned again: backups.
| Checklist of pre-sponsorship: packages (its packages are in Fedora/EPEL). Tick off with `!rfr done badges ITEM`.
<kevin> !rfr adopt badges release-checklist it is a release after all
| kevin: badges is in pre-sponsorship, and release-checklist has no such phase. Take it on to planning, which both have, and adopt it there. What that needs: `!rfr next badges`.
