# What counts as the discussion is a thread of the list, or a log of chat; any other address is an address.

-- after setup/planning.story

<ralph> !rfr discussed badges https://example.org/wiki/badges
| ralph: “https://example.org/wiki/badges” is no discussion: the address of one is in the archive of the list, or a log of chat. Any other address: `!rfr link badges https://example.org/wiki/badges`.
<ralph> !rfr discussed https://example.org/wiki/badges
| ralph: “https://example.org/wiki/badges” is no discussion: the address of one is in the archive of the list, or a log of chat. Any other address: `!rfr link RFR https://example.org/wiki/badges`.
<ralph> !rfr discussed badges https://meetbot.example.org/infra/2026-03-05/infra.log.html
| ralph: badges: list discussion recorded, https://meetbot.example.org/infra/2026-03-05/infra.log.html.
| Still missing for development: somebody who deploys and maintains it: `!rfr people badges add NAME`.
