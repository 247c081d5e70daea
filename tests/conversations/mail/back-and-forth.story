# Going back, undoing, dropping and reopening are told to the list in the same thread; an undo does not lose the thread.
-- list
-- announce libera/#fedora-admin
-- group sysadmin-main kevin
-- person ralph
<ralph> !rfr new bdges 4321 Badges
<ralph> !rfr undo
<ralph> !rfr new badges 4321 Badges
<kevin> !rfr sponsor badges
<ralph> !rfr advance badges
-- mail from Pierre-Yves <pingou@example.org> re badges: Nice.
<ralph> !rfr undo
<ralph> !rfr history badges
<ralph> !rfr advance badges
<kevin> !rfr revert badges pre-sponsorship the sponsor is away
<ralph> !rfr drop badges nobody has the time
<ralph> !rfr reopen badges now somebody has
-- mail from Pierre-Yves <pingou@example.org> re badges: Still nice.
<ralph> !rfr history badges
