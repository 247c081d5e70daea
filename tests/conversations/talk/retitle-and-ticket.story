# Title and ticket can be mended; one ticket belongs to one RFR.
-- after setup/requested.story
<ralph> !rfr retitle badges Open badges for contributors
| ralph: badges: retitled to “Open badges for contributors”.
<mallory> !rfr new koschei 4449 Continuous integration for packages
| mallory: New RFR koschei: Continuous integration for packages (by mallory; https://forge.example.org/infra/tickets/issues/4449). Next: planning, which needs a sponsor who accepted. `!rfr next koschei` tells more.
<ralph> !rfr ticket badges 4449
| ralph: The ticket 4449 belongs to koschei; one RFR, one ticket: `!rfr status koschei`.
<ralph> !rfr ticket badges https://pagure.io/fedora-infrastructure/issue/3801
| ralph: badges: ticket set to https://pagure.io/fedora-infrastructure/issue/3801.
<ralph> !rfr status https://pagure.io/fedora-infrastructure/issue/3801
| ralph: badges (Open badges for contributors): ▰▱▱▱▱▱ pre-sponsorship 1 of 2 since today; no sponsor; https://pagure.io/fedora-infrastructure/issue/3801
| Missing for planning: a sponsor who accepted (sysadmin-main). `!rfr next badges` says what to type.
<mallory> !rfr new tahrir 4321 The old number is free
| mallory: New RFR tahrir: The old number is free (by mallory; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
