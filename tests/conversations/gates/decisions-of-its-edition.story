# Which decisions there are, the edition of the RFR says.
-- after setup/development.story
<ralph> !rfr decide badges
| ralph: “decide” needs one of the decisions that the SOP asks for (caching, load-balancing, deployment). For example: `!rfr decide badges caching none needed`.
-- sop docs/release-checklist.toml
<kevin> !rfr adopt badges release-checklist is it a release? -- yes
| kevin: badges (Badges for everyone) follows release-checklist@d3926e459eb5 of the SOP from now on, no longer classic: is it a release? (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: candidate, which needs a signed tag; release notes; a decision on version-number and rollback. `!rfr next badges` tells more.
| It adds manager (scope, MUST), tag (build, MUST), release-notes (build, MUST), settled (build, MUST), security-review (candidate, MUST), go (candidate, MUST), day (candidate, MUST), published (ship, MUST), announced (ship, required), 1 step; it drops sponsor (pre-sponsorship, MUST), list-discussion (planning, MUST), maintainers (planning, MUST), signoff-development (development, MUST), questions (development, MUST), sops (development, MUST), signoff-staging (staging, MUST), schedule (staging, MUST), monitoring (production, required), 20 steps; it changes ticket (scope, MUST).
<ralph> !rfr decide badges
| ralph: “decide” needs one of the decisions that the SOP asks for (version-number, rollback). For example: `!rfr decide badges version-number none needed`.
<ralph> !rfr decide badges rollback
| ralph: “decide” needs TEXT…; usage: `!rfr decide badges TOPIC TEXT…`, for example `!rfr decide badges caching none needed`.
<ralph> !rfr decide badges colour red
| ralph: “colour” is none of the decisions that the SOP asks for (version-number, rollback). For example: `!rfr decide badges version-number none needed`.
