# What people and programs put around an address is not part of it; a bracket of its own is. A host is written in ASCII.
-- after setup/requested.story
<mallory> !rfr link badges (https://example.org/a)
| mallory: badges: link recorded, https://example.org/a.
<mallory> !rfr link badges <https://example.org/b>.
| mallory: badges: link recorded, https://example.org/b.
<mallory> !rfr link badges “https://example.org/c”, docs
| mallory: badges: link recorded, https://example.org/c “docs”.
<mallory> !rfr link badges https://example.org/Badge_(thing)
| mallory: badges: link recorded, https://example.org/Badge_(thing).
<mallory> !rfr link badges https://example.org/d?
| mallory: badges: link recorded, https://example.org/d.
<mallory> !rfr link badges https://münchen.example/e
| mallory: “https://münchen.example/e” is no web address that I take; behind https:// or http:// stands a host's name in ASCII (xn--… for other letters), without a user and without brackets.
<mallory> !rfr link badges https://user:word@example.org/f
| mallory: “https://user:word@example.org/f” is no web address that I take; behind https:// or http:// stands a host's name in ASCII (xn--… for other letters), without a user and without brackets.
<mallory> !rfr link badges http://[::1]/g
| mallory: “http://[::1]/g” is no web address that I take; behind https:// or http:// stands a host's name in ASCII (xn--… for other letters), without a user and without brackets.
