# Without a tracker, or for a ticket of another one, a title must be typed.
-- announce libera/#fedora-admin
-- group sysadmin-main otto
-- person vera
<vera> !rfr new badges 4321
| vera: “new” needs TITLE…; usage: `!rfr new NAME TICKET TITLE…`, for example `!rfr new tahrir #4444 Badges for everyone`.
-- tracker
<vera> !rfr new badges https://pagure.io/fedora-infrastructure/issue/4321
| vera: “new” needs TITLE…; usage: `!rfr new NAME TICKET TITLE…`, for example `!rfr new tahrir #4444 Badges for everyone`.
<vera> !rfr new badges https://pagure.io/fedora-infrastructure/issue/4321 Badges for everyone
| vera: New RFR badges: Badges for everyone (by vera; https://pagure.io/fedora-infrastructure/issue/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
<otto> !rfr sponsor badges
| otto: badges (Badges for everyone) is sponsored by otto (https://pagure.io/fedora-infrastructure/issue/4321). Next: planning, by `!rfr advance badges`.
