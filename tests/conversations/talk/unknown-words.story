# A slip gets a guess and the list, and nothing is done.
-- after setup/staging.story
<ralph> !rfr statsu badges
| ralph: I know no command “statsu”. Did you mean `!rfr status`? All of them: `!rfr help`
<ralph> !rfr status bagdes
| ralph: I know no RFR “bagdes”. Did you mean `!rfr status badges`? Open are badges; ended ones too: `!rfr list all`
<ralph> !rfr status nothing-like-it
| ralph: I know no RFR “nothing-like-it”. Open are badges; ended ones too: `!rfr list all`
<ralph> !rfr status #9999
| ralph: I know no RFR “#9999”. Open are badges; ended ones too: `!rfr list all`
<ralph> !rfr frobnicate
| ralph: I know no command “frobnicate”. `!rfr help` lists them.
<ralph> !rfr bagdes
| ralph: I know no command “bagdes”. `!rfr help` lists them.
<kevin> !rfr signoff stagign badges
| kevin: “stagign” is no phase; did you mean staging? The phases are pre-sponsorship, planning, development, staging, production, maintenance.
<ralph> !rfr done badges monitorng
| ralph: “monitorng” is no item of the SOP. Did you mean monitoring? Items are packages, sops, audit-requested, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, audit-approved, config-management, integration, staging-testing, staging-mail, deployed, monitoring.
<ralph> !rfr done badges coffee
| ralph: “coffee” is no item of the SOP. Items are packages, sops, audit-requested, dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail, audit-approved, config-management, integration, staging-testing, staging-mail, deployed, monitoring.
<ralph> !rfr decide badges colour green
| ralph: “colour” is none of the decisions that the SOP asks for: caching, load-balancing, deployment. For example: `!rfr decide RFR caching none needed`
<ralph> !rfr list everything
| ralph: “everything” is none of open, mine, stuck, unsponsored, all; usage: `!rfr list [PHASE|mine|stuck|unsponsored|all]`, for example `!rfr list staging`
<ralph> !rfr people badges ad ralph
| ralph: “ad” is none of add, remove; usage: `!rfr people RFR add|remove NAME… [as ROLE…]`, for example `!rfr people badges add ralph smooge as developer`
<ralph> !rfr discussed badges lists.example.org
| ralph: “lists.example.org” is no web address; one begins with https://
<ralph> !rfr answer badges two yes
| ralph: “two” is no question's number; `!rfr questions RFR` lists them
<ralph> !rfr answer badges 9 yes
| ralph: badges has no question 9; none is open: `!rfr questions badges`.
<ralph> !rfr sponsor badges nobody@example.org
| ralph: “nobody@example.org” cannot be a Fedora account's name; letters, digits, hyphens, dots and underscores only
