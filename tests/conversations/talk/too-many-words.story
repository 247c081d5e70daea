# Words that a command has no use for are not ignored, because they may have meant something.
-- after setup/staging.story
<ralph> !rfr advance badges now at once
| ralph: “advance” takes no “now at once”; usage: `!rfr advance badges`, for example `!rfr advance badges`.
<ralph> !rfr whoami really
| ralph: “whoami” takes no “really”; usage: `!rfr whoami`, for example `!rfr whoami`.
<ralph> !rfr version 2
| ralph: “version” takes no “2”; usage: `!rfr version`, for example `!rfr version`.
<ralph> !rfr rename badges tahrir soon
| ralph: “rename” takes no “soon”; usage: `!rfr rename badges NAME`, for example `!rfr rename badges tahrir`.
<ralph> !rfr withdraw badges 2 asked by mistake
| ralph: “withdraw” takes no “asked by mistake”; usage: `!rfr withdraw badges N`, for example `!rfr withdraw badges 2`.
<ralph> !rfr list staging badges
| ralph: “list” takes no “badges”; usage: `!rfr list [PHASE|mine|NAME|stuck|hold|unsponsored|done|dropped|all]`, for example `!rfr list staging`.
