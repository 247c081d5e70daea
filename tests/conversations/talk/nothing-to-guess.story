# Where no RFR is open, none is offered to be meant.
-- after setup/team.story
<kevin> !rfr hold badges it breaks
| kevin: “hold” was not done: “badges” names no RFR that I know, and none is open; ended ones too: `!rfr list all`.
