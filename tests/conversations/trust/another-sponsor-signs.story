# The sponsor of one RFR signs nothing for another, although both are in sysadmin-main.
-- after setup/development.story
<lmacken> !rfr new tahrir 4444 Badges in Python
| lmacken: New RFR tahrir: Badges in Python (by lmacken; https://forge.example.org/infra/tickets/issues/4444). Next: planning, which needs a sponsor who accepted. `!rfr next tahrir` tells more.
<smooge> !rfr sponsor tahrir
| smooge: tahrir (Badges in Python) is sponsored by smooge (https://forge.example.org/infra/tickets/issues/4444). Next: planning, by `!rfr advance tahrir`.
<smooge> !rfr signoff development badges
| smooge: badges: only its sponsor signs off, and that is kevin. What it needs: `!rfr next badges`.
<smooge> !rfr signoff development
| smooge: None of the RFRs that you sponsor is in development: tahrir is in pre-sponsorship. Where they stand: `!rfr status`.
