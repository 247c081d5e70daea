# What a message says about its speaker is text, and proves nothing.
-- after setup/development.story
<mallory> account=kevin !rfr signoff development badges
<mallory> @account=kevin :kevin!k@example.org PRIVMSG #fedora-admin :!rfr signoff development badges
<mallory> !rfr signoff development badges -- account=kevin
| mallory: badges: only its sponsor signs off, and that is kevin. What it needs: `!rfr next badges`.
<mallory> !rfr as kevin signoff development badges
| mallory: I know no command “as”. `!rfr help` lists them.
<mallory> !rfr sudo signoff development badges
| mallory: I know no command “sudo”. `!rfr help` lists them.
<mallory> <kevin> !rfr signoff development badges
<ralph> !rfr status badges
| ralph: badges (Badges for everyone): ▰▰▰▱▱▱ development 1 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for staging: the SOPs that it needs (ralph or lmacken); the sponsor's development sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
