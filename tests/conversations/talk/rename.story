# A renamed RFR is still found by its old name, which nobody else can take.
-- after setup/staging.story
<ralph> !rfr rename badges to tahrir
| ralph: badges is called tahrir now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr status badges
| ralph: tahrir (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next tahrir` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
<mallory> !rfr new badges 4444 Another one
| mallory: badges is a former name of tahrir until 2026-05-31; sysadmin-main frees it at once with `!rfr free badges`; see `!rfr status tahrir`, or choose another name.
| Not for you to type: free is for sysadmin-main.
<ralph> !rfr advance badges
| ralph: tahrir stays in staging; production needs: (1) a date for production: `!rfr schedule tahrir DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging tahrir`. `!rfr why` shows the rules.
<ralph> !rfr search badges
| ralph: 1 RFR with a word that begins with “badges”:
| tahrir: ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
<ralph> !rfr rename tahrir badges
| ralph: tahrir is called badges now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename badges Staging
| ralph: “Staging” means something else in commands, so no RFR can have that name. For example: `!rfr rename badges tahrir`.
<ralph> !rfr rename badges 2fast
| ralph: “2fast” cannot be an RFR's name: it must begin with a letter. For example: `!rfr rename badges tahrir`.
