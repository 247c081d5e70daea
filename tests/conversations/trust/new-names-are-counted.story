# A renaming takes a name for a while, so that it counts like a request; a restart forgets nothing.
-- budget requests 3
-- after setup/requested.story
<ralph> !rfr rename badges tahrir
| ralph: badges is called tahrir now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
<ralph> !rfr rename tahrir badges
| ralph: tahrir is called badges now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
-- restart
<ralph> !rfr rename badges tahrir
| ralph: I take at most 3 requests and new names of one person in a day (UTC), so this one was not kept. Tomorrow again, or ask somebody else to add it.
<ralph> !rfr new koschei 4500 Another one
| ralph: I take at most 3 requests and new names of one person in a day (UTC), so this one was not kept. Tomorrow again, or ask somebody else to add it.
-- in 1 day
<ralph> !rfr rename badges tahrir
| ralph: badges is called tahrir now (by ralph; https://forge.example.org/infra/tickets/issues/4321).
