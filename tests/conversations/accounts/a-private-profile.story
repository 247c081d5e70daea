# What a private profile says is not used, and not told; it makes the same identity in a public one ambiguous.
-- accounts
-- group sysadmin-main kevin
-- profile ida oftc/compass
-- profile of ida is private
-- place oftc/#fedora-admin
-- login compass compass
<compass> !rfr new compass 4323 Compass
| compass: Changes need a person: no public profile of the account system names the services account compass on oftc. Add it to yours, and make it public; or, where I know you on another network, say link to me in private. `!rfr whoami` shows how I see you.
<compass> !rfr whoami
| compass: You are compass here: no public profile of the account system names the services account compass on oftc. Add it to yours, and make it public; or, where I know you on another network, say link to me in private.
| You may look at everything and change nothing.
-- profile otto oftc/compass
-- in 2 minutes
<compass> !rfr new compass 4323 Compass
| compass: Changes need a person: more than one profile of the account system names the services account compass on oftc, so I take it for nobody's. Whoever does not own it takes it out of theirs; or, where I know you on another network, say link to me in private. `!rfr whoami` shows how I see you.
