# History calls a phase as the edition called it that the RFR followed then, and a reason may end like a sentence.
-- after setup/development.story
-- sop docs/release-checklist.toml
<kevin> !rfr adopt badges release-checklist is it a release? -- yes
| kevin: badges (Badges for everyone) follows release-checklist@d3926e459eb5 of the SOP from now on, no longer classic: is it a release? (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: candidate, which needs a signed tag; release notes; a decision on version-number and rollback. `!rfr next badges` tells more.
| It adds manager (scope, MUST), tag (build, MUST), release-notes (build, MUST), settled (build, MUST), security-review (candidate, MUST), go (candidate, MUST), day (candidate, MUST), published (ship, MUST), announced (ship, required), 1 step; it drops sponsor (pre-sponsorship, MUST), list-discussion (planning, MUST), maintainers (planning, MUST), signoff-development (development, MUST), questions (development, MUST), sops (development, MUST), signoff-staging (staging, MUST), schedule (staging, MUST), monitoring (production, required), 20 steps; it changes ticket (scope, MUST).
<kevin> !rfr revert badges scope it begins anew
| kevin: badges (Badges for everyone) went back from build to scope: it begins anew (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: build, by `!rfr advance badges`.
| To be considered on the list: (5) Which version number does it get? (6) How do we go back if it fails? Answer with `!rfr answer badges N …`.
<kevin> !rfr adopt badges classic it is none -- yes
| kevin: badges (Badges for everyone) follows classic of the SOP from now on, no longer release-checklist@d3926e459eb5: it is none (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: development, by `!rfr advance badges`.
| It adds sponsor (pre-sponsorship, MUST), list-discussion (planning, MUST), maintainers (planning, MUST), signoff-development (development, MUST), questions (development, MUST), sops (development, MUST), signoff-staging (staging, MUST), schedule (staging, MUST), monitoring (production, required), 20 steps; it drops manager (scope, MUST), tag (build, MUST), release-notes (build, MUST), settled (build, MUST), security-review (candidate, MUST), go (candidate, MUST), day (candidate, MUST), published (ship, MUST), announced (ship, required), 1 step; it changes ticket (pre-sponsorship, MUST).
<kevin> !rfr undo badges
| kevin: badges: the last change was undone (follows the edition classic@8f074eec85f2 of the SOP in place of release-checklist@d3926e459eb5: it is none).
<kevin> !rfr advance badges
| kevin: badges (Badges for everyone) moved from scope to build (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: candidate, which needs a signed tag; release notes; a decision on version-number and rollback. `!rfr next badges` tells more.
| Checklist of build: tag (a signed tag), release-notes (release notes). Tick off with `!rfr done badges ITEM`.
| Mind: the SOP also asks for steps of scope that are left open: release-questions.
<kevin> !rfr history badges
| kevin: badges: 14 changes, newest first.
| 2026-03-02 14:00 kevin: moved from scope to build [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: undid “follows the edition classic@8f074eec85f2 of the SOP in place of release-checklist@d3926e459eb5: it is none” [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: follows the edition classic@8f074eec85f2 of the SOP in place of release-checklist@d3926e459eb5: it is none [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: went back from build to scope: it begins anew [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: follows the edition release-checklist@d3926e459eb5 of the SOP in place of classic@8f074eec85f2: is it a release?; question 5 opened: Which version number does it get?; question 6 opened: How do we go back if it fails?; question 7 opened: Who writes the notes and answers users?; question 7 answered: ralph, lmacken [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from planning to development [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 3 answered: yes, two virtual hosts of its own; deployment decided: yes, two virtual hosts of its own [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 2 answered: no, the pages are small; caching decided: no, the pages are small [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 1 answered: yes, two nodes behind the proxies; load-balancing decided: yes, two nodes behind the proxies [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: ralph recorded as maintainer; lmacken recorded as maintainer; question 4 answered: ralph, lmacken (maintainer) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: list discussion recorded, https://lists.example.org/archives/thread/AAAA/ [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from pre-sponsorship to planning; question 1 opened: Should it be load balanced?; question 2 opened: Does it need caching?; question 3 opened: Can it live on its own instance, apart from more critical services?; question 4 opened: Who is involved in deploying and maintaining it? [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Badges for everyone [libera/#fedora-admin]
