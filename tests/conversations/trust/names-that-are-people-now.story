# An RFR that is called like somebody who came later is said once, where the bot tells its troubles.
-- budget
-- admin place libera/#fedora-noc
-- after setup/requested.story
-- names are looked at
-- person badges
-- names are looked at
| The name of the RFR badges is somebody's account or a word of commands by now, which can be mistaken. Another name: `!rfr rename badges NAME`.
-- names are looked at
<ralph> !rfr rename badges tahrir
| ralph: badges is called tahrir now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
-- names are looked at
-- person tahrir
-- names are looked at
| The name of the RFR tahrir is somebody's account or a word of commands by now, which can be mistaken. Another name: `!rfr rename tahrir NAME`.
