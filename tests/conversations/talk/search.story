# Search finds RFRs by the beginnings of words in name, title, ticket and people, ended ones too.
-- after setup/staging.story
<mallory> !rfr new mote 4803 Meeting minutes
| mallory: New RFR mote: Meeting minutes (by mallory; https://forge.example.org/infra/tickets/issues/4803). Next: planning, which needs a sponsor who accepted. `!rfr next mote` tells more.
<mallory> !rfr drop mote somebody else does it
| mallory: mote (Meeting minutes) was dropped in pre-sponsorship: somebody else does it (by mallory; https://forge.example.org/infra/tickets/issues/4803).
<ralph> !rfr search badge
| ralph: 1 RFR with a word that begins with “badge”:
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
<ralph> !rfr search MINUTES
| ralph: 1 RFR with a word that begins with “MINUTES”:
| mote: dropped in pre-sponsorship on 2026-03-02; no sponsor.
<ralph> !rfr search 4803
| ralph: 1 RFR with a word that begins with “4803”:
| mote: dropped in pre-sponsorship on 2026-03-02; no sponsor.
<ralph> !rfr find lmacken
| ralph: 1 RFR with a word that begins with “lmacken”:
| badges: ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; needs a date for production (ralph or lmacken) and 1 more.
<ralph> !rfr search nothing
| ralph: There is no RFR with a word that begins with “nothing”.
<ralph> !rfr search inutes
| ralph: There is no RFR with a word that begins with “inutes”.
<ralph> !rfr search meet #4803, Min
| ralph: 1 RFR with words that begin with those of “meet #4803, Min”:
| mote: dropped in pre-sponsorship on 2026-03-02; no sponsor.
<ralph> !rfr search meeting badges
| ralph: There is no RFR with words that begin with those of “meeting badges”.
<ralph> !rfr search https://forge.example.org/infra/tickets/issues/4803
| ralph: 1 RFR with the ticket “https://forge.example.org/infra/tickets/issues/4803”:
| mote: dropped in pre-sponsorship on 2026-03-02; no sponsor.
<ralph> !rfr search ???
| ralph: There is no RFR with “???”: I look for words, and that is none.
