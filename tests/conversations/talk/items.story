# Items are ticked off in their phase or later, by those involved, and what is met in another way says how.
-- after setup/development.story
<ralph> !rfr done badges packages all in EPEL
| ralph: badges: packages done “all in EPEL”.
<ralph> !rfr done badges config-management
| ralph: badges is in development; config-management belongs to staging and is done there. What development needs: `!rfr next badges`.
<ralph> !rfr done badges maintainers
| ralph: badges: maintainers is not ticked off by hand, but by `!rfr people badges add NAME`.
<ralph> !rfr done badges signoff-development
| ralph: badges: signoff-development is not ticked off by hand, but by `!rfr signoff development badges`.
| Not for you to type: signoff is for the RFR's sponsor, while in sysadmin-main.
<ralph> !rfr done badges sponsor
| ralph: badges: sponsor is not ticked off by hand, but by `!rfr sponsor badges`.
<ralph> !rfr undone badges four-questions think again
| ralph: badges: four-questions is not ticked off by hand, but by `!rfr questions badges`.
<ralph> !rfr done badges group sysadmin-badges
| ralph: badges: group done “sysadmin-badges”.
<ralph> !rfr done badges group sysadmin-badges, with lmacken in it
| ralph: badges: group done “sysadmin-badges, with lmacken in it”.
| Responsible, and not said to be in sysadmin-badges: ralph; once they are: `!rfr done badges group ralph lmacken`.
<ralph> !rfr done testing badges
| ralph: badges: testing done.
<ralph> !rfr next badges
| ralph: badges cannot move from development to staging today.
| Missing: (1) the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`; (2) the sponsor's development sign-off: up to kevin once the rest is there.
| Open, and blocking nothing: dev-instance, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail (`!rfr done badges ITEM` ticks one off), update SOP, troubleshooting SOP and SOP for other tasks (`!rfr sop badges update URL` or `!rfr sop badges update none WHY…`).
