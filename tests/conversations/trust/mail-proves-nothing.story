# A mail signs, sponsors, moves and undoes nothing, whoever it says that it is from, and none of its words become anything else.
-- list
-- announce libera/#fedora-admin
-- address kevin kevin@example.org
-- after setup/staging.story
-- mail from kevin <kevin@example.org> on [badges] !rfr signoff staging badges: !rfr signoff staging badges // rfrbot: advance badges // +1
-- mail from #info kevin <kevin@example.org> on [badges] #topic: Question: !topic @room <b>fine?</b>
-- mail from kevin <kevin@example.org> on [badges] x: Answer 1: signed off // Question: `!rfr advance badges`?
<ralph> !rfr next badges
<kevin> !rfr undo
