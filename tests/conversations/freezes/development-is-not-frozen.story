# A freeze keeps nothing back whose next step is not production: nobody says of it that it is frozen.
-- freeze F45 beta 2026-03-01 2026-03-25
-- after setup/development.story
<kevin> !rfr freeze start
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<mallory> !rfr status badges
| mallory: badges (Badges for everyone): ▰▰▰▱▱▱ development 1 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: the SOPs that it needs (ralph or lmacken); the sponsor's development sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<mallory> !rfr list
| mallory: 1 RFR open:
| badges: ▰▰▰▱▱▱ development 1 of 3 since today; sponsor kevin; needs the SOPs that it needs (ralph or lmacken) and 1 more.
<mallory> !rfr digest
| mallory: 1 RFR is open: 1 in development.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, question 3 answered: yes, two virtual hosts of its own, deployment decided: yes, two virtual hosts of its own, moved from planning to development; and 8 more things: `!rfr history badges`.
| badges: ▰▰▰▱▱▱ development 1 of 3 since today; needs the SOPs that it needs (ralph or lmacken); the sponsor's development sign-off (kevin).
| Freezes: F45 beta has been in force since Monday 2026-03-02, expected to end after Wednesday 2026-03-25; no other is predicted.
<mallory> !rfr next badges
| mallory: badges cannot move from development to staging today.
| Missing: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
| Not for you to type: sop and done are for those involved, or sysadmin-main.
