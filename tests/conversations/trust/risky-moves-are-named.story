# Dropping, removing, reverting and renaming name the RFR, even where everybody knows which one is meant.
-- after setup/staging.story
<kevin> !rfr focus badges
| kevin: This place talks about badges (staging) now; `!rfr focus off` ends that.
<kevin> !rfr drop
| kevin: “drop” is not easily taken back, so name the RFR: usage: `!rfr drop RFR REASON…`, for example `!rfr drop badges nobody needs it any more`.
<kevin> !rfr drop nobody needs it
| kevin: “nobody” names no RFR, and “drop” is not easily taken back, so name the RFR: usage: `!rfr drop RFR REASON…`, for example `!rfr drop badges nobody needs it any more`.
<kevin> !rfr revert planning
| kevin: “revert” is not easily taken back, so name the RFR: usage: `!rfr revert RFR PHASE REASON…`, for example `!rfr revert badges planning the storage decision was wrong`.
<kevin> !rfr revert planning the storage decision was wrong
| kevin: “the” names no RFR, and “revert” is not easily taken back, so name the RFR: usage: `!rfr revert RFR PHASE REASON…`, for example `!rfr revert badges planning the storage decision was wrong`.
<kevin> !rfr remove
| kevin: “remove” is not easily taken back, so name the RFR: usage: `!rfr remove RFR REASON…`, for example `!rfr remove badges replaced by the new service`.
<kevin> !rfr drop badges
| kevin: “drop” needs REASON…; usage: `!rfr drop badges REASON…`, for example `!rfr drop badges nobody needs it any more`.
<kevin> !rfr revert badges planning
| kevin: “revert” needs REASON…; usage: `!rfr revert badges PHASE REASON…`, for example `!rfr revert badges planning the storage decision was wrong`.
<kevin> !rfr rename tahrir
| kevin: “tahrir” names no RFR, and “rename” is not easily taken back, so name the RFR: usage: `!rfr rename RFR NAME`, for example `!rfr rename badges tahrir`.
<kevin> !rfr status badges
| kevin: badges (Badges for everyone): ▰▰▰▰▱▱ staging 0 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Missing for production: a date for production (ralph or lmacken); the sponsor's staging sign-off (kevin). `!rfr next badges` says what to type.
| ralph (maintainer), lmacken (maintainer); discussed at https://lists.example.org/archives/thread/AAAA/.
