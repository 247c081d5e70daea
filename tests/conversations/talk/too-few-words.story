# Who leaves something out reads what is missing, the usage and an example.
-- after setup/staging.story
<kevin> !rfr signoff
| kevin: “signoff” needs the phase. What is due: `!rfr signoff staging badges`.
<kevin> !rfr signoff badges
| kevin: “signoff” needs the phase. What is due: `!rfr signoff staging badges`.
<ralph> !rfr new
| ralph: “new” needs NAME; usage: `!rfr new NAME TICKET TITLE…`, for example `!rfr new tahrir #4444 Badges for everyone`.
<ralph> !rfr new tahrir 4444
| ralph: “new” needs TITLE…; usage: `!rfr new NAME TICKET TITLE…`, for example `!rfr new tahrir #4444 Badges for everyone`.
<ralph> !rfr answer badges 2
| ralph: “answer” needs ANSWER…; usage: `!rfr answer badges N ANSWER…`, for example `!rfr answer badges 2 no, the pages are small`.
<ralph> !rfr ask badges
| ralph: “ask” needs QUESTION…; usage: `!rfr ask badges QUESTION…|from N`, for example `!rfr ask badges How long are awards kept?`.
<ralph> !rfr schedule badges
| ralph: “schedule” needs DATE; usage: `!rfr schedule badges DATE [NOTE…]`, for example `!rfr schedule badges in 2 weeks`.
<ralph> !rfr people badges add
| ralph: “people” needs NAME…; usage: `!rfr people badges add|remove NAME… [as ROLE…]`, for example `!rfr people badges add ralph smooge as developer`.
<ralph> !rfr hold badges
| ralph: “hold” needs REASON…; usage: `!rfr hold badges REASON…`, for example `!rfr hold badges waiting for the datacenter move`.
<ralph> !rfr undone badges config-management
| ralph: “undone” needs REASON…; usage: `!rfr undone badges ITEM REASON…`, for example `!rfr undone badges packages two are still in review`.
<ralph> !rfr rename badges
| ralph: “rename” needs NAME; usage: `!rfr rename badges NAME`, for example `!rfr rename badges tahrir`.
<ralph> !rfr decide badges caching
| ralph: “decide” needs TEXT…; usage: `!rfr decide badges TOPIC TEXT…`, for example `!rfr decide badges caching none needed`.
<ralph> !rfr search
| ralph: “search” needs TEXT…; usage: `!rfr search TEXT…`, for example `!rfr search badges`.
