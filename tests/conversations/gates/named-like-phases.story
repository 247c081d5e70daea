# RFRs that are called like phases: the words are read in the order of the usage.
-- after setup/team.story
<ralph> !rfr new build 4400 A build host
| ralph: New RFR build: A build host (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: planning, which needs a sponsor who accepted. `!rfr next build` tells more.
<ralph> !rfr new scope 4401 A scope for stars
| ralph: New RFR scope: A scope for stars (by ralph; https://forge.example.org/infra/tickets/issues/4401). Next: planning, which needs a sponsor who accepted. `!rfr next scope` tells more.
<kevin> !rfr sponsor build
| kevin: build (A build host) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4400). Next: planning, by `!rfr advance build`.
<kevin> !rfr sponsor scope
| kevin: scope (A scope for stars) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4401). Next: planning, by `!rfr advance scope`.
<ralph> !rfr advance build
| ralph: build (A build host) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next build` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer build N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
<ralph> !rfr advance scope
| ralph: scope (A scope for stars) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4401). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next scope` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer scope N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
-- sop docs/release-checklist.toml
<kevin> !rfr adopt build release-checklist it is a release — yes
| kevin: build (A build host) follows release-checklist@d3926e459eb5 of the SOP from now on, no longer classic: it is a release (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: build, by `!rfr advance build`.
| It adds manager (scope, MUST), tag (build, MUST), release-notes (build, MUST), settled (build, MUST), security-review (candidate, MUST), go (candidate, MUST), day (candidate, MUST), published (ship, MUST), announced (ship, required), 1 step; it drops sponsor (pre-sponsorship, MUST), list-discussion (planning, MUST), maintainers (planning, MUST), signoff-development (development, MUST), questions (development, MUST), sops (development, MUST), signoff-staging (staging, MUST), schedule (staging, MUST), monitoring (production, required), 20 steps; it changes ticket (scope, MUST).
<kevin> !rfr adopt scope release-checklist it is a release — yes
| kevin: scope (A scope for stars) follows release-checklist@d3926e459eb5 of the SOP from now on, no longer classic: it is a release (by kevin; https://forge.example.org/infra/tickets/issues/4401). Next: build, by `!rfr advance scope`.
| It adds manager (scope, MUST), tag (build, MUST), release-notes (build, MUST), settled (build, MUST), security-review (candidate, MUST), go (candidate, MUST), day (candidate, MUST), published (ship, MUST), announced (ship, required), 1 step; it drops sponsor (pre-sponsorship, MUST), list-discussion (planning, MUST), maintainers (planning, MUST), signoff-development (development, MUST), questions (development, MUST), sops (development, MUST), signoff-staging (staging, MUST), schedule (staging, MUST), monitoring (production, required), 20 steps; it changes ticket (scope, MUST).
<ralph> !rfr advance build
| ralph: build (A build host) moved from scope to build (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: candidate, which needs a signed tag; release notes; an answer to questions 1, 2, 3, 4 and 7 and a decision on version-number and rollback. `!rfr next build` tells more.
| Checklist of build: tag (a signed tag), release-notes (release notes). Tick off with `!rfr done build ITEM`.
| Mind: the SOP also asks for steps of scope that are left open: release-questions.
<ralph> !rfr advance scope
| ralph: scope (A scope for stars) moved from scope to build (by ralph; https://forge.example.org/infra/tickets/issues/4401). Next: candidate, which needs a signed tag; release notes; an answer to questions 1, 2, 3, 4 and 7 and a decision on version-number and rollback. `!rfr next scope` tells more.
| Checklist of build: tag (a signed tag), release-notes (release notes). Tick off with `!rfr done scope ITEM`.
| Mind: the SOP also asks for steps of scope that are left open: release-questions.
<kevin> !rfr revert build scope because the tag was wrong
| kevin: build (A build host) went back from build to scope: because the tag was wrong (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: build, by `!rfr advance build`.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? (5) Which version number does it get? (6) How do we go back if it fails? (7) Who writes the notes and answers users? Answer with `!rfr answer build N …`.
<kevin> !rfr revert scope build because the tag was wrong
| kevin: scope is in build; a revert goes back to an earlier phase, not to build. To go forward: `!rfr advance scope`.
<kevin> !rfr signoff build scope
| kevin: scope: the SOP has no sign-off for build, only for candidate. What it needs: `!rfr next scope`.
<kevin> !rfr signoff scope build
| kevin: build: the SOP has no sign-off for scope, only for candidate. What it needs: `!rfr next build`.
<ralph> !rfr status build
| ralph: build (A build host): ▰▱▱▱▱ scope 2 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4400
| Nothing that build needs is missing: `!rfr advance build`.
| Went back from build by kevin on 2026-03-02: because the tag was wrong.
| 7 open questions (1, 2, 3, 4, 5, 6, 7); follows release-checklist@d3926e459eb5 of the SOP.
<ralph> !rfr status scope
| ralph: scope (A scope for stars): ▰▰▱▱▱ build 0 of 3 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4401
| Missing for candidate: a signed tag, release notes and an answer to questions 1, 2, 3, 4 and 7 and a decision on version-number and rollback (ralph). `!rfr next scope` says what to type.
| 7 open questions (1, 2, 3, 4, 5, 6, 7); follows release-checklist@d3926e459eb5 of the SOP.
