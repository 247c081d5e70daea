# Over a server that cannot tell who is logged in, nobody changes anything; looking still works.
-- after setup/development.story
-- server cannot tell
<kevin> !rfr signoff development badges
| kevin: Changes need a person: this server cannot tell me who is logged in (it lacks account-tag or WHOX), so I take no changes over it. Use another network. `!rfr whoami` shows how I see you.
<kevin> !rfr whoami
| kevin: You are kevin here: this server cannot tell me who is logged in (it lacks account-tag or WHOX), so I take no changes over it. Use another network.
| You may look at everything and change nothing.
<kevin> !rfr status badges
| kevin: badges (Badges for everyone): ▰▰▰▱▱▱ development 1 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: the sponsor's development sign-off (kevin); the SOPs that it needs (ralph or lmacken). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| I take no changes over this network, because its server cannot tell me who is logged in: `!rfr whoami`.
-- server can tell
<kevin> !rfr signoff development badges
| kevin: badges: development signed off.
| It covers questions; left open: sops, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Still missing for staging: the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`.
