# While the account system is silent a sign-off waits for it and everybody else goes on; then it is refused with the reason, not with "no member".
-- accounts
-- after setup/development.story
<kevin> !rfr decide badges caching none
| kevin: badges: caching decided: none (in place of: no, the pages are small).
<kevin> !rfr decide badges load-balancing one node
| kevin: badges: load-balancing decided: one node (in place of: yes, two nodes behind the proxies).
<kevin> !rfr decide badges deployment its own host
| kevin: badges: deployment decided: its own host (in place of: yes, two virtual hosts of its own).
-- accounts silent
<kevin> !rfr signoff development badges
<kevin> !rfr note badges this comes after my sign-off
<ralph> !rfr ask badges does anybody wait?
| ralph: badges: question 5 opened: does anybody wait?
| Still missing for staging: (1) an answer to question 5 (“does anybody wait?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (3) the sponsor's development sign-off: up to kevin once the rest is there.
<smooge> !rfr status badges
| smooge: badges (Badges for everyone): ▰▰▰▱▱▱ development 0 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: an answer to question 5 and the SOPs that it needs (ralph or lmacken); the sponsor's development sign-off (kevin). `!rfr next badges` says what to type.
| 1 open question (5); ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
-- in 1 minutes
| — Mon 2026-03-02 14:00
| kevin: badges: I cannot tell who is in sysadmin-main now, because of the account system: it did not answer within 10 s. So I changed nothing; say it again in a minute. How I see you: `!rfr whoami`
| kevin: badges: noted: this comes after my sign-off.
<kevin> !rfr why
| kevin: Your last refusal: badges: I cannot tell who is in sysadmin-main now, because of the account system: it did not answer within 10 s. So I changed nothing; say it again in a minute. How I see you: `!rfr whoami`
| House rule: who is in a group is asked of the account system at the moment of the act. No answer is no yes, and no no either: what needs a group waits for it, the rest goes on.
<kevin> !rfr whoami
| kevin: You are kevin, proven by services account kevin on libera (yours by my config, as I read it on 2026-03-02); in sysadmin-main.
| You may look at everything, request, ask, answer and note; sponsor, and change, revert, drop or remove every RFR; start and lift freezes, and approve freeze breaks of others; act as the sponsor of badges; sign off badges.
| Every RFR may be changed by smooge (sysadmin-main) too; `!rfr help VERB` says who may what.
-- accounts answer
<kevin> !rfr signoff development badges
| kevin: badges: a development sign-off says that it is ready for the next step, and first it needs: (1) an answer to question 5 (“does anybody wait?”): `!rfr answer badges 5 …`; (2) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`. `!rfr why` shows the rules.
