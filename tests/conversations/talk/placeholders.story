# A word of the usage that is typed as it is printed does nothing.
-- after setup/staging.story
<ralph> !rfr people badges add NAME
| ralph: “people” was not done: NAME stands for the real word; usage: `!rfr people badges add|remove NAME… [as ROLE…]`, for example `!rfr people badges add ralph smooge as developer`.
<ralph> !rfr ask badges Which proxies?
| ralph: badges: question 5 opened: Which proxies?
| Still missing for production: (1) an answer to question 5 (“Which proxies?”): `!rfr answer badges 5 …`; (2) a date for production: `!rfr schedule badges DATE`; (3) the sponsor's staging sign-off: up to kevin once the rest is there.
<ralph> !rfr answer badges 5 ANSWER…
| ralph: “answer” was not done: ANSWER stands for the real word; usage: `!rfr answer badges N ANSWER…`, for example `!rfr answer badges 2 no, the pages are small`.
<ralph> !rfr answer badges 5 …
| ralph: “answer” was not done: … stands for the real word; usage: `!rfr answer badges N ANSWER…`, for example `!rfr answer badges 2 no, the pages are small`.
<kevin> !rfr decide badges caching TEXT
| kevin: “decide” was not done: TEXT stands for the real word; usage: `!rfr decide badges TOPIC TEXT…`, for example `!rfr decide badges caching none needed`.
<kevin> !rfr hold badges REASON…
| kevin: “hold” was not done: REASON stands for the real word; usage: `!rfr hold badges REASON…`, for example `!rfr hold badges waiting for the datacenter move`.
<kevin> !rfr signoff staging badges -- NOTE…
| kevin: “signoff” was not done: NOTE stands for the real word; usage: `!rfr signoff PHASE badges [-- NOTE…]`, for example `!rfr signoff staging badges`.
<kevin> !rfr schedule badges DATE
| kevin: “schedule” was not done: DATE stands for the real word; usage: `!rfr schedule badges DATE [NOTE…]`, for example `!rfr schedule badges in 2 weeks`.
# In a longer text it may be meant.
<ralph> !rfr note badges the header is called REASON
| ralph: badges: noted: the header is called REASON.
<ralph> !rfr note badges this is an RFR
| ralph: badges: noted: this is an RFR.
