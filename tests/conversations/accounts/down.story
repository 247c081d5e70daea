# While the account system is down, what needs a group is refused with that reason, and what needs none goes on.
-- accounts
-- after setup/development.story
-- accounts fail https://fasjson.example.org cannot reach its directory
-- in 6 minutes
<ralph> !rfr note badges whoever takes part needs no group
| ralph: badges: noted: whoever takes part needs no group.
<smooge> !rfr hold badges I am not involved
| smooge: badges: I cannot tell who is in sysadmin-main now, because of the account system: it cannot reach its directory. So I changed nothing; say it again in a minute. How I see you: `!rfr whoami`
<kevin> !rfr handover badges smooge
| kevin: badges: I cannot tell who is in sysadmin-main now, because of the account system: it cannot reach its directory. So I changed nothing; say it again in a minute. How I see you: `!rfr whoami`
<kevin> !rfr freeze start
| kevin: I cannot tell who is in sysadmin-main now, because of the account system: it cannot reach its directory. So I changed nothing; say it again in a minute. How I see you: `!rfr whoami`
<smooge> !rfr whoami
| smooge: You are smooge, proven by services account smooge on libera (yours by my config, as I read it on 2026-03-02); in no group that I know.
| Whether you are in security-officer, sysadmin-main, sysadmin-releng I cannot tell now, because of the account system: it cannot reach its directory.
| You may look at everything, request, ask, answer and note.
-- accounts answer
-- in 1 minutes
<smooge> !rfr hold badges I am not involved, and in sysadmin-main
| smooge: badges (Badges for everyone) is on hold: I am not involved, and in sysadmin-main (by smooge; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
