# An undo puts back only what the person could bring about at that moment: who left every group brings nothing back into production.
-- after setup/production.story
<smooge> !rfr revert badges staging it falls over
| smooge: badges (Badges for everyone) went back from production to staging: it falls over (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off again. `!rfr next badges` tells more.
| To be earned again: the staging sign-off, the production date.
| Checklist of staging: integration (added to caching, load balancing and databases), staging-testing (tested in staging), staging-mail (the mail to the list that it is available in staging). Tick off with `!rfr done badges ITEM`.
-- group sysadmin-main kevin
<smooge> !rfr undo
| smooge: badges: an undo needs what the opposite change would need now, and that is for the sponsor, or sysadmin-main. Who takes part: `!rfr who badges`.
<smooge> !rfr undo badges
| smooge: badges: an undo needs what the opposite change would need now, and that is for the sponsor, or sysadmin-main. Who takes part: `!rfr who badges`.
<smooge> !rfr why
| smooge: Your last refusal: badges: an undo needs what the opposite change would need now, and that is for the sponsor, or sysadmin-main. Who takes part: `!rfr who badges`.
| House rule: an undo is a change. Whoever undoes must be able to make the opposite change by a command at that moment, with its right, gate and freeze; this one is for the sponsor, or sysadmin-main.
-- group sysadmin-main kevin smooge
<smooge> !rfr undo
| smooge: badges: undone: went back from production to staging: it falls over; staging sign-off outdated: it went back to staging; production date taken back: it went back to staging. It is in production; sponsor kevin (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
<smooge> !rfr remove badges replaced
| smooge: badges (Badges for everyone) was removed (it was in production): replaced (by smooge; https://forge.example.org/infra/tickets/issues/4321).
-- group sysadmin-main kevin
<smooge> !rfr undo
| smooge: badges: an undo needs what the opposite change would need now, and that is for the sponsor, or sysadmin-main. Who takes part: `!rfr who badges`.
-- group sysadmin-main kevin smooge
<smooge> !rfr undo
| smooge: badges: undone: removed: replaced. It is in production; sponsor kevin (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
<smooge> !rfr hold badges wait for the audit
| smooge: badges (Badges for everyone) is on hold: wait for the audit (by smooge; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- group sysadmin-main kevin
<smooge> !rfr undo
| smooge: badges: undone: put on hold: wait for the audit. It is in production; sponsor kevin (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
-- group sysadmin-main kevin smooge
<smooge> !rfr hold badges wait for the other audit
| smooge: badges (Badges for everyone) is on hold: wait for the other audit (by smooge; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: maintenance, which needs staging changes merged and the resource deployed; monitoring that is confirmed to work. `!rfr next badges` tells more.
-- group sysadmin-main smooge
<kevin> !rfr undo
| kevin: badges: undone: released from hold. It is in production, on hold; sponsor kevin (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr unsponsor badges no time
| kevin: badges (Badges for everyone) has no sponsor any more: no time (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- group sysadmin-main smooge kevin
<smooge> !rfr note badges hello
| smooge: badges: noted: hello.
