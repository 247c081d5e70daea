# A freeze and a deployment at the end of all years that a date can have break nothing.
-- freeze F45 9999-12-01 9999-12-31
-- after setup/staging.story
<ralph> !rfr schedule badges 9999-12-30
| ralph: 9999-12-30 is more than ten years ahead, which looks like a slip; dates look like 2026-12-03.
<ralph> !rfr schedule badges 9999-11-30
| ralph: 9999-11-30 is more than ten years ahead, which looks like a slip; dates look like 2026-12-03.
<ralph> !rfr next badges
| ralph: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<ralph> !rfr freeze
| ralph: No freeze is in force.
| Next: F45 from Wednesday 9999-12-01 to Friday 9999-12-31 (by the config), in 2912352 days.
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<ralph> !rfr away 9999-12-31
| ralph: 9999-12-31 is more than ten years ahead, which looks like a slip; dates look like 2026-12-03.
<ralph> !rfr away 9999-12-01 to 9999-12-31
| ralph: 9999-12-01 is more than ten years ahead, which looks like a slip; dates look like 2026-12-03.
<ralph> !rfr schedule badges 262142-12-31
| ralph: “262142-12-31” is no date; 2026-12-03, december 3rd, tomorrow, friday next week and in 2 weeks are.
<ralph> !rfr snooze badges 9999-12-31
| ralph: 9999-12-31 is more than a year ahead; snooze for less, or `!rfr mute badges REASON…`.
<ralph> !rfr schedule badges in 99999999 weeks
| ralph: “in 99999999” is no date; 2026-12-03, december 3rd, tomorrow, friday next week and in 2 weeks are.
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in staging.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| badges: ralph: requested: Badges for everyone; kevin: sponsored by kevin; ralph: moved from pre-sponsorship to planning, moved from planning to development; kevin: development signed off; ralph: moved from development to staging; and 12 more things: `!rfr history badges`.
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; needs a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin).
| Freezes: the next one, F45, begins in 2912352 days (9999-12-01 to 9999-12-31).
-- time 9999-12-29 12:00
<kevin> !rfr freeze
| kevin: No freeze is in force.
| F45 is predicted for 9999-12-01 to 9999-12-31 (by the config; 2 days left), and nobody has started it. Is it time? `!rfr freeze start F45`.
| No other freeze is predicted.
<kevin> !rfr next badges
| kevin: badges cannot move from staging to production today.
| Missing: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
<kevin> !rfr schedule badges in 3 days
| kevin: badges: production deployment on Saturday +10000-01-01, in 3 days.
| Still missing for production: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
| Mind: Saturday +10000-01-01 is on a weekend.
<kevin> !rfr schedule badges in 3 weeks
| kevin: badges: production deployment on Wednesday +10000-01-19, in 21 days (was +10000-01-01).
<kevin> !rfr away 2 weeks
| kevin: Noted: kevin is away from Wednesday 9999-12-29 to Tuesday +10000-01-11, there again on Wednesday +10000-01-12; `!rfr back` ends it.
<kevin> !rfr snooze badges 2 weeks
| kevin: Reminders are off here: nobody is reminded of anything. The operator turns them on with [reminders] in the config.
<kevin> !rfr digest
| kevin: 1 RFR is open: 1 in staging.
| 1 RFR moved since Wednesday 9999-12-22 12:00 UTC:
| badges: kevin: production deployment on Saturday +10000-01-01, production deployment on Wednesday +10000-01-19 (was +10000-01-01).
| badges: ▰▰▰▰▱▱ staging 1 of 2 for 2912380 days; needs the sponsor's staging sign-off (kevin, away until Tuesday +10000-01-11; smooge may take over).
| Production dates: badges on Wednesday +10000-01-19.
| Away: kevin until Tuesday +10000-01-11.
| Freezes: F45 was predicted from Wednesday 9999-12-01 (time to start it?); no other is predicted.
-- in 3 days
<kevin> !rfr freeze
| kevin: No freeze is in force.
| No other freeze is predicted.
<kevin> !rfr next badges
| kevin: badges cannot move from staging to production today.
| Missing: the sponsor's staging sign-off: kevin types `!rfr signoff staging badges` (away until Tuesday +10000-01-11; meanwhile smooge may: `!rfr handover badges smooge`).
| Open, and blocking nothing: integration, staging-testing, staging-mail (`!rfr done badges ITEM` ticks one off).
