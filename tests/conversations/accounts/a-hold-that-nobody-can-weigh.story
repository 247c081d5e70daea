# A hold of a security officer stays one while nobody can tell who is an officer: the sponsor alone does not lift it.
-- accounts
-- after setup/development.story
-- group security-officer maja
<maja> !rfr hold badges the token is in the log
| maja: badges (Badges for everyone) is on hold: the token is in the log (by maja; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until `!rfr release badges`.
-- accounts fail https://fasjson.example.org cannot reach its directory
-- in 6 minutes
<kevin> !rfr release badges it is gone
| kevin: badges: I cannot tell who is in sysadmin-main now, because of the account system: it cannot reach its directory. So I changed nothing; say it again in a minute. How I see you: `!rfr whoami`
-- accounts answer
-- group security-officer maja
<kevin> !rfr release badges it is gone
| kevin: badges (Badges for everyone) stays on hold until a second member of sysadmin-main or a member of security-officer agrees, too, that it be lifted: it is gone (by kevin; https://forge.example.org/infra/tickets/issues/4321). Nothing is signed or moved until another member of sysadmin-main, or one of security-officer, types `!rfr release badges`.
