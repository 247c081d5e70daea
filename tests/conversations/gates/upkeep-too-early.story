# What is not in maintenance yet is not looked after.
-- after setup/staging.story
<ralph> !rfr upkeep badges security no holes
| ralph: badges is in staging; it is looked after once it is in maintenance. What it needs: `!rfr next badges`.
<ralph> !rfr why
| ralph: Your last refusal: badges is in staging; it is looked after once it is in maintenance. What it needs: `!rfr next badges`.
| SOP: in maintenance it is updated for issues or security bugs, and adjusted for capacity.
