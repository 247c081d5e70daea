# Items are ticked off in their phase or later, by those involved, and what is met in another way says how.
-- after setup/development.story
<ralph> !rfr done badges packages all in EPEL
<ralph> !rfr done badges config-management
<ralph> !rfr done badges maintainers
<ralph> !rfr done badges signoff-development
<ralph> !rfr done badges sponsor
<ralph> !rfr undone badges four-questions think again
<ralph> !rfr done badges group sysadmin-badges
<ralph> !rfr done badges group sysadmin-badges, with lmacken in it
<ralph> !rfr done testing badges
<ralph> !rfr next badges
