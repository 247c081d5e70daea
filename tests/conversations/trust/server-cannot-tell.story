# Over a server that cannot tell who is logged in, nobody changes anything; looking still works.
-- after setup/development.story
<ralph> !rfr sop badges https://docs.example.org/sop/badges
| ralph: badges: SOP linked, https://docs.example.org/sop/badges.
| Still missing for staging: the sponsor's development sign-off: kevin types `!rfr signoff development badges`.
| Should there be a document on updating it? `!rfr sop badges update URL`, or `!rfr sop badges update none WHY…`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
-- server cannot tell
<kevin> !rfr signoff development badges
| kevin: Changes need a person: this server cannot tell me who is logged in (it lacks account-tag or WHOX), so I take no changes over it. Use another network. `!rfr whoami` shows how I see you.
<kevin> !rfr whoami
| kevin: You are kevin here: this server cannot tell me who is logged in (it lacks account-tag or WHOX), so I take no changes over it. Use another network.
| You may look at everything and change nothing.
<kevin> !rfr status badges
| kevin: badges (Badges for everyone): ▰▰▰▱▱▱ development 2 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: the sponsor's development sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
| I take no changes over this network, because its server cannot tell me who is logged in: `!rfr whoami`.
-- server can tell
<kevin> !rfr signoff development badges
| kevin: badges: development signed off with questions, sops, still open: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail.
| Every MUST for staging is met: `!rfr advance badges`.
