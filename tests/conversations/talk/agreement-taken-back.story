# Who agreed that a hold be lifted may take that back for as long as the hold stands, whatever happened to the RFR meanwhile, and is never asked to release it once more.
-- after setup/staging.story
-- group security-officer sina
<sina> !rfr hold badges a hole in its library
| sina: badges (Badges for everyone) is on hold: a hole in its library (by sina; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr release badges it is patched
| kevin: badges (Badges for everyone) stays on hold until a second member of sysadmin-main or a member of security-officer agrees, too, that it be lifted: it is patched (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
<kevin> !rfr release badges
| kevin: badges: you agreed on 2026-03-02 that the hold of sina be lifted; a second member of sysadmin-main must agree, or a member of security-officer. To take yours back: `!rfr undo badges`.
<kevin> !rfr next badges
| kevin: badges cannot move to production today: it was put on hold by sina on 2026-03-02: a hole in its library (kevin agreed on 2026-03-02 that it be lifted); another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: up to kevin once it is no longer on hold.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr next badges
| ralph: badges cannot move to production today: it was put on hold by sina on 2026-03-02: a hole in its library (kevin agreed on 2026-03-02 that it be lifted); another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: up to kevin once it is no longer on hold.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr note badges the patch is in review
| ralph: badges: noted: the patch is in review.
-- in 3 days
<smooge> !rfr undo badges
| smooge: badges was last changed by ralph on 2026-03-02; an undo takes back only your own change, while nobody has changed it after you. What happened: `!rfr history badges`.
<ralph> !rfr undo badges
| ralph: badges: your last change is of 2026-03-02 14:00 UTC, and an undo is possible for 60 minutes. Take it back by the opposite command: `!rfr help`.
<kevin> !rfr undo badges
| kevin: badges (Badges for everyone) stays on hold: the agreement that it be lifted is taken back (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr status badges
| kevin: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 for 3 days, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by sina on 2026-03-02: a hole in its library. `!rfr release badges` lifts that, said by one of security-officer or by two of sysadmin-main.
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<smooge> !rfr release badges
| smooge: badges (Badges for everyone) stays on hold until a second member of sysadmin-main or a member of security-officer agrees, too, that it be lifted (by smooge; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
<kevin> !rfr release badges
| kevin: badges (Badges for everyone) is no longer on hold (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: production, which needs a date for production; the sponsor's staging sign-off. `!rfr next badges` tells more.
