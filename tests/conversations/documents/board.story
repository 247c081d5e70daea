# Who wants to see everything at once is told where the page is; announcements lead there.
-- after documents/team.story
<vera> !rfr board
| vera: There is no page to look at: `[board] url` in my config would say where it is. `!rfr status` lists what is open.
-- board https://rfr.example.org
<vera> !rfr board
| vera: The board of all RFRs: https://rfr.example.org/
<vera> !rfr new badges 4321 Badges for everyone
| vera: New RFR badges: Badges for everyone (by vera; https://forge.example.org/infra/tickets/issues/4321; https://rfr.example.org/rfr/badges). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<vera> !rfr board badges
| vera: badges: https://rfr.example.org/rfr/badges
<vera> !rfr board of badges
| vera: badges: https://rfr.example.org/rfr/badges
<vera> !rfr web nothing
| vera: I know no RFR “nothing”. Only badges is open; ended ones too: `!rfr list all`.
<vera> !rfr help board
| vera: `!rfr board [RFR]`: the address of the page that shows every RFR, or that one. For everyone.
| Where the config names one. It can be read without any login, and shows what status, next, review and history say. Also: page, web. Example: `!rfr board badges`
