# Only the security officer approves an audit: not the sponsor, not the requester, not sysadmin-main.
-- after setup/audit-staging.story
<ralph> !rfr done badges audit-approved
| ralph: badges: that is for security-officer; in security-officer is maja. One of them types `!rfr done badges audit-approved`.
<kevin> !rfr done badges audit-approved
| kevin: badges: that is for security-officer; in security-officer is maja. One of them types `!rfr done badges audit-approved`.
<smooge> !rfr done badges audit-approved
| smooge: badges: that is for security-officer; in security-officer is maja. One of them types `!rfr done badges audit-approved`.
<maja> !rfr done badges audit-approved
| maja: badges: audit-approved done.
| Still missing for production: (1) a date for production: `!rfr schedule badges DATE`; (2) the sponsor's staging sign-off: kevin types `!rfr signoff staging badges`.
<ralph> !rfr undone badges audit-approved I want it otherwise
| ralph: badges: that is for security-officer; in security-officer is maja. Ask one of them.
