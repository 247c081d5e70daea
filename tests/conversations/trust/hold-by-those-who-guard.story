# A hold is not lifted by those whom it stops; one of a security officer is lifted by them, or by two of sysadmin-main.
-- after setup/staging.story
<kevin> !rfr hold badges it must be audited
| kevin: badges (Badges for everyone) is on hold: it must be audited (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr release badges
| ralph: badges: that is for whoever holds it, the sponsor, sysadmin-main or security-officer; in sysadmin-main are kevin and smooge. It was put on hold by kevin on 2026-03-02: it must be audited; one of them types `!rfr release badges`.
<mallory> !rfr release badges
| mallory: badges: that is for whoever holds it, the sponsor, sysadmin-main or security-officer; in sysadmin-main are kevin and smooge. It was put on hold by kevin on 2026-03-02: it must be audited; one of them types `!rfr release badges`.
<smooge> !rfr release badges
| smooge: badges (Badges for everyone) is no longer on hold (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<ralph> !rfr hold badges my disk is full
| ralph: badges (Badges for everyone) is on hold: my disk is full (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr release badges
| ralph: badges (Badges for everyone) is no longer on hold (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<maja> !rfr hold badges it leaks passwords
| maja: badges (Badges for everyone) is on hold: it leaks passwords (by maja; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr release badges
| ralph: badges: that is for whoever holds it, the sponsor, sysadmin-main or security-officer; in sysadmin-main are kevin and smooge. It was put on hold by maja on 2026-03-02: it leaks passwords; a security officer lifts it alone, of sysadmin-main two do, by `!rfr release badges`.
| Not for you to type: release is for whoever holds it, the sponsor, sysadmin-main or security-officer.
<lmacken> !rfr release badges
| lmacken: badges: that is for whoever holds it, the sponsor, sysadmin-main or security-officer; in sysadmin-main are kevin and smooge. It was put on hold by maja on 2026-03-02: it leaks passwords; a security officer lifts it alone, of sysadmin-main two do, by `!rfr release badges`.
| Not for you to type: release is for whoever holds it, the sponsor, sysadmin-main or security-officer.
<kevin> !rfr release badges it is urgent
| kevin: badges (Badges for everyone) stays on hold until a second member of sysadmin-main or a member of security-officer agrees, too, that it be lifted: it is urgent (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
<kevin> !rfr release badges
| kevin: badges: you agreed on 2026-03-02 that the hold of maja be lifted; a second member of sysadmin-main must agree, or a member of security-officer. To take yours back: `!rfr undo badges`.
<smooge> !rfr release badges
| smooge: badges (Badges for everyone) is no longer on hold (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<maja> !rfr hold badges it still leaks passwords
| maja: badges (Badges for everyone) is on hold: it still leaks passwords (by maja; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<maja> !rfr release badges
| maja: badges (Badges for everyone) is no longer on hold (by maja; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<maja> !rfr hold badges it leaks names
| maja: badges (Badges for everyone) is on hold: it leaks names (by maja; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) stays on hold until a second member of sysadmin-main or a member of security-officer agrees, too, that it be lifted (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
-- restart
-- lose the database
<smooge> !rfr release badges
| smooge: badges (Badges for everyone) is no longer on hold (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<mallory> !rfr hold badges me too
| mallory: badges: that is for those involved, sysadmin-main or security-officer; in sysadmin-main are kevin and smooge. Who takes part: `!rfr who badges`.
# Who is about to be stopped cannot hold it first and lift it again: a heavier hold takes its place.
<maja> !rfr hold badges weak keys
| maja: badges (Badges for everyone) is on hold: weak keys (by maja; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr hold badges me too
| kevin: badges was already put on hold by maja on 2026-03-02; nothing changed: weak keys.
<maja> !rfr release badges
| maja: badges (Badges for everyone) is no longer on hold (by maja; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
<ralph> !rfr hold badges mine
| ralph: badges (Badges for everyone) is on hold: mine (by ralph; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<smooge> !rfr hold badges not in this week
| smooge: badges (Badges for everyone) is on hold: not in this week (by smooge; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<ralph> !rfr release badges
| ralph: badges: that is for whoever holds it, the sponsor, sysadmin-main or security-officer; in sysadmin-main are kevin and smooge. It was put on hold by smooge on 2026-03-02: not in this week; one of them types `!rfr release badges`.
<ralph> !rfr undo
| ralph: badges was last changed by smooge on 2026-03-02; an undo takes back only your own change, while nobody has changed it after you. What happened: `!rfr history badges`.
<maja> !rfr hold badges weak keys
| maja: badges (Badges for everyone) is on hold: weak keys (by maja; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<smooge> !rfr hold badges again
| smooge: badges was already put on hold by maja on 2026-03-02; nothing changed: weak keys.
<smooge> !rfr release badges
| smooge: badges (Badges for everyone) stays on hold until a second member of sysadmin-main or a member of security-officer agrees, too, that it be lifted (by smooge; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
<maja> !rfr release badges
| maja: badges (Badges for everyone) stays on hold: what was put over the hold of smooge is lifted, and that one is not (by maja; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
