# Whoever holds an RFR guards what its edition asks for: it moves to no other before the hold is lifted.
-- after setup/audit-staging.story
-- group security-officer mizmo
<mizmo> !rfr hold badges the audit is not done
| mizmo: badges (Badges for everyone) is on hold: the audit is not done (by mizmo; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr adopt badges classic no audit is needed -- yes
| kevin: badges was put on hold by mizmo on 2026-03-02: the audit is not done; nothing is signed or moved until `!rfr release badges`.
<kevin> !rfr why
| kevin: Your last refusal: badges was put on hold by mizmo on 2026-03-02: the audit is not done; nothing is signed or moved until `!rfr release badges`.
| House rule: what is on hold is neither signed nor moved, to another edition neither; records and questions go on.
<kevin> !rfr status badges
| kevin: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 3 since today, on hold; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| On hold by mizmo on 2026-03-02: the audit is not done. `!rfr release badges` lifts that, said by one of security-officer or by two of sysadmin-main.
| Missing for production: a date for production (ralph or lmacken); the security officer's approval of the audit (security-officer); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
