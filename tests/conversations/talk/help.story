# In a channel the long help comes in private; help on one command is short enough for everybody.
-- lines 4
-- after setup/team.story
<ralph> !rfr help
<ralph> !rfr
<ralph> !rfr help signoff
<ralph> !rfr help sign off
<ralph> !rfr help singoff
-- private libera
<ralph> help
<ralph> help advance
