# What waits for somebody stands in one list, oldest first, and each line ends with the command to paste.
-- after setup/development.story
<mallory> !rfr new koschei 4449 Continuous integration for packages
<mallory> !rfr sponsor koschei kevin
<maja> !rfr ask badges Who can award a badge?
<ralph> !rfr todo
<kevin> !rfr todo
<ralph> !rfr todo kevin
<kevin> !rfr mine
<kevin> !rfr list mine
<maja> !rfr todo me
<maja> !rfr todo nobody-known
<maja> !rfr todo badges
<kevin> !rfr accept koschei
<ralph> !rfr withdraw badges 5
<ralph> !rfr sop badges https://docs.example.org/sop/badges
<kevin> !rfr todo
<kevin> !rfr signoff development badges
<kevin> !rfr todo
<stranger> !rfr todo
