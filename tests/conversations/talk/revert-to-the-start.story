# Back in planning, the SOP's questions are not asked a second time.
-- after setup/staging.story
<kevin> !rfr revert badges planning nobody on the list was heard
| kevin: badges (Badges for everyone) went back from staging to planning: nobody on the list was heard (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, by `!rfr advance badges`.
| To be earned again: the development sign-off, config-management.
<ralph> !rfr questions badges
| ralph: badges: 0 of 4 questions open.
| (1) Should it be load balanced? — yes, two nodes behind the proxies [answered by ralph on 2026-03-02]
| (2) Does it need caching? — no, the pages are small [answered by ralph on 2026-03-02]
| (3) Can it live on its own instance, apart from more critical services? — yes, two virtual hosts of its own [answered by ralph on 2026-03-02]
| (4) Who is involved in deploying and maintaining it? — ralph, lmacken (maintainer) [answered by ralph on 2026-03-02]
| Decided: caching: no, the pages are small; load-balancing: yes, two nodes behind the proxies; deployment: yes, two virtual hosts of its own.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from planning to development (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off again. `!rfr next badges` tells more.
| Checklist of development: dev-instance, group, testing, expiring-data, log-files, acceptable-content, packaging, configuration, bugs, security, other-issues, testing-mail. Tick off with `!rfr done badges ITEM`.
| * badges: all but the development sign-off is there: kevin types `!rfr signoff development badges`; `!rfr review badges` shows what is signed.
| (calls kevin)
<kevin> !rfr revert badges pre-sponsorship start again
| kevin: badges (Badges for everyone) went back from development to pre-sponsorship: start again (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, by `!rfr advance badges`.
| Checklist of pre-sponsorship: packages (its packages are in Fedora/EPEL). Tick off with `!rfr done badges ITEM`.
<ralph> !rfr advance badges
| ralph: badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, by `!rfr advance badges`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages.
