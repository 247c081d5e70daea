# Another process than Fedora's: the checklist of a release, with four gates and names of its own, from the first word to the last.
-- after setup/team.story
-- sop docs/release-checklist.toml
<ralph> !rfr new tahrir-2 4400 Version 2 of tahrir
| ralph: New RFR tahrir-2: Version 2 of tahrir (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: build, which needs a release manager who accepted. `!rfr next tahrir-2` tells more.
<ralph> !rfr status tahrir-2
| ralph: tahrir-2 (Version 2 of tahrir): ▰▱▱▱▱ scope 1 of 2 since today; no sponsor; https://forge.example.org/infra/tickets/issues/4400
| Missing for build: a release manager who accepted (sysadmin-main). `!rfr next tahrir-2` says what to type.
| 3 open questions (1, 2, 3); follows release-checklist@d3926e459eb5 of the SOP.
<kevin> !rfr advance tahrir-2
| kevin: tahrir-2 stays in scope; build needs: a release manager who accepted: a sysadmin-main member types `!rfr sponsor tahrir-2`. `!rfr why` shows the rules.
<kevin> !rfr sponsor tahrir-2
| kevin: tahrir-2 (Version 2 of tahrir) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4400). Next: build, by `!rfr advance tahrir-2`.
<ralph> !rfr answer tahrir-2 1 2.0
| ralph: tahrir-2: question 1 answered: 2.0; version-number decided: 2.0.
<ralph> !rfr people tahrir-2 add ralph
| ralph: tahrir-2: ralph recorded as maintainer; question 3 answered: ralph (maintainer).
<ralph> !rfr advance tahrir-2
| ralph: tahrir-2 (Version 2 of tahrir) moved from scope to build (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: candidate, which needs a signed tag; release notes; a decision on rollback. `!rfr next tahrir-2` tells more.
| Checklist of build: tag (a signed tag), release-notes (release notes). Tick off with `!rfr done tahrir-2 ITEM`.
| Mind: the SOP also asks for steps of scope that are left open: release-questions.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people tahrir-2 add NAME`.
<ralph> !rfr next tahrir-2
| ralph: tahrir-2 cannot move from build to candidate today.
| Missing: (1) a signed tag: `!rfr done tahrir-2 tag`; (2) release notes: `!rfr done tahrir-2 release-notes`; (3) a decision on rollback: `!rfr decide tahrir-2 rollback …`.
<ralph> !rfr done tahrir-2 tag https://example.org/tahrir/2.0
| ralph: tahrir-2: tag done “https://example.org/tahrir/2.0”.
| Still missing for candidate: (1) release notes: `!rfr done tahrir-2 release-notes`; (2) a decision on rollback: `!rfr decide tahrir-2 rollback …`.
<ralph> !rfr done tahrir-2 release-notes https://example.org/tahrir/2.0/notes
| ralph: tahrir-2: release-notes done “https://example.org/tahrir/2.0/notes”.
| Still missing for candidate: a decision on rollback: `!rfr decide tahrir-2 rollback …`.
<ralph> !rfr done tahrir-2 published
| ralph: tahrir-2 is in build; published belongs to ship and is done there. What build needs: `!rfr next tahrir-2`.
<ralph> !rfr advance tahrir-2
| ralph: tahrir-2 stays in build; candidate needs: a decision on rollback: `!rfr decide tahrir-2 rollback …`. `!rfr why` shows the rules.
<ralph> !rfr decide tahrir-2 rollbak the old packages stay
| ralph: “rollbak” is none of the decisions that the SOP asks for (version-number, rollback). For example: `!rfr decide tahrir-2 version-number none needed`.
<ralph> !rfr decide tahrir-2 rollback the old packages stay
| ralph: tahrir-2: rollback decided: the old packages stay; question 2 answered: the old packages stay.
| Every MUST for candidate is met: `!rfr advance tahrir-2`.
<ralph> !rfr advance tahrir-2
| ralph: tahrir-2 (Version 2 of tahrir) moved from build to candidate (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: ship, which needs the security officer's review; a day for the release; the release manager's go. `!rfr next tahrir-2` tells more.
| Checklist of candidate: security-review (the security officer's review). Tick off with `!rfr done tahrir-2 ITEM`.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people tahrir-2 add NAME`.
<ralph> !rfr list candidate
| ralph: 1 RFR in candidate:
| tahrir-2: ▰▰▰▱▱ candidate 0 of 3 since today; sponsor kevin; needs the security officer's review (security-officer) and 2 more.
<kevin> !rfr signoff candidate tahrir-2
| kevin: tahrir-2: candidate signed off, still open: security-review, day.
| Still missing for ship: (1) the security officer's review: a member of security-officer types `!rfr done tahrir-2 security-review`; (2) a day for the release: `!rfr schedule tahrir-2 DATE`.
<ralph> !rfr schedule tahrir-2 2026-03-10
| ralph: tahrir-2: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for ship: the security officer's review: a member of security-officer types `!rfr done tahrir-2 security-review`.
<maja> !rfr done tahrir-2 security-review nothing found
| maja: tahrir-2: security-review done “nothing found”.
| Every MUST for ship is met: `!rfr advance tahrir-2`.
<kevin> !rfr signoff candidate tahrir-2
| kevin: tahrir-2: candidate is already signed off by kevin on 2026-03-02; nothing changed.
<kevin> !rfr revert tahrir-2 build the tag was wrong
| kevin: tahrir-2 (Version 2 of tahrir) went back from candidate to build: the tag was wrong (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: candidate, by `!rfr advance tahrir-2`.
| To be earned again: the candidate sign-off, security-review, the production date.
<ralph> !rfr done tahrir-2 tag https://example.org/tahrir/2.0.1
| ralph: tahrir-2: tag done “https://example.org/tahrir/2.0.1”.
<ralph> !rfr advance tahrir-2
| ralph: tahrir-2 (Version 2 of tahrir) moved from build to candidate (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: ship, which needs the security officer's review; a day for the release; the release manager's go again. `!rfr next tahrir-2` tells more.
| Checklist of candidate: security-review (the security officer's review). Tick off with `!rfr done tahrir-2 ITEM`.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people tahrir-2 add NAME`.
<ralph> !rfr schedule tahrir-2 2026-03-10
| ralph: tahrir-2: production deployment on Tuesday 2026-03-10, in 8 days.
| Still missing for ship: (1) the security officer's review: a member of security-officer types `!rfr done tahrir-2 security-review`; (2) the release manager's go again, because it went back to build: kevin types `!rfr signoff candidate tahrir-2`.
<maja> !rfr done tahrir-2 security-review nothing found
| maja: tahrir-2: security-review done “nothing found”.
| Still missing for ship: the release manager's go again, because it went back to build: kevin types `!rfr signoff candidate tahrir-2`.
| * tahrir-2: all but the candidate sign-off is there: kevin types `!rfr signoff candidate tahrir-2`; `!rfr review tahrir-2` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff staging tahrir-2 -- go
| kevin: tahrir-2: candidate signed off “go” with security-review, day, nothing of candidate left open.
| Every MUST for ship is met: `!rfr advance tahrir-2`.
<ralph> !rfr advance tahrir-2
| ralph: tahrir-2 (Version 2 of tahrir) moved from candidate to ship (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: shipped, which needs published packages; the announcement. `!rfr next tahrir-2` tells more.
| Checklist of ship: published (published packages), announced (the announcement). Tick off with `!rfr done tahrir-2 ITEM`.
| Mind: only ralph maintains it; single points of failure are to be avoided: `!rfr people tahrir-2 add NAME`.
| Mind: the deployment was scheduled for Tuesday 2026-03-10, which is still ahead.
<ralph> !rfr digest
| ralph: 1 RFR is open: 1 in ship.
| 1 RFR moved since Monday 2026-02-23 14:00 UTC:
| tahrir-2: kevin: candidate signed off, went back from candidate to build: the tag was wrong, candidate sign-off outdated: it went back to build; ralph: moved from build to candidate; kevin: candidate signed off “go”; ralph: moved from candidate to ship; and 19 more things: `!rfr history tahrir-2`.
| tahrir-2: ▰▰▰▰▱ ship 0 of 2 since today; needs published packages and the announcement (ralph).
| Production dates: tahrir-2 on Tuesday 2026-03-10.
| Wanted: people; with one person only: tahrir-2.
| Freezes: none is in force, and none is predicted.
<ralph> !rfr done tahrir-2 published
| ralph: tahrir-2: published done.
| Still missing for shipped: the announcement: `!rfr done tahrir-2 announced`.
<ralph> !rfr advance tahrir-2
| ralph: tahrir-2 stays in ship; shipped needs: the announcement: `!rfr done tahrir-2 announced`. `!rfr why` shows the rules.
<ralph> !rfr done tahrir-2 announced
| ralph: tahrir-2: announced done.
| Every MUST for shipped is met: `!rfr advance tahrir-2`.
<ralph> !rfr advance tahrir-2
| ralph: tahrir-2 (Version 2 of tahrir) is finished: it moved from ship to shipped (by ralph; https://forge.example.org/infra/tickets/issues/4400).
<ralph> !rfr history tahrir-2
| ralph: tahrir-2: 22 changes, newest first.
| 2026-03-02 14:00 ralph: moved from ship to shipped [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: announced done [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: published done [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from candidate to ship [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: candidate signed off “go” [libera/#fedora-admin]
| 2026-03-02 14:00 maja: security-review done “nothing found” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: production deployment on Tuesday 2026-03-10 [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from build to candidate [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: tag done “https://example.org/tahrir/2.0.1” [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: went back from candidate to build: the tag was wrong; candidate sign-off outdated: it went back to build; security-review not done after all: it went back to build; production date taken back: it went back to build [libera/#fedora-admin]
| 2026-03-02 14:00 maja: security-review done “nothing found” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: production deployment on Tuesday 2026-03-10 [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: candidate signed off [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from build to candidate [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: rollback decided: the old packages stay; question 2 answered: the old packages stay [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: release-notes done “https://example.org/tahrir/2.0/notes” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: tag done “https://example.org/tahrir/2.0” [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: moved from scope to build [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: ralph recorded as maintainer; question 3 answered: ralph (maintainer) [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: question 1 answered: 2.0; version-number decided: 2.0 [libera/#fedora-admin]
| 2026-03-02 14:00 kevin: sponsored by kevin [libera/#fedora-admin]
| 2026-03-02 14:00 ralph: requested: Version 2 of tahrir; question 1 opened: Which version number does it get?; question 2 opened: How do we go back if it fails?; question 3 opened: Who writes the notes and answers users? [libera/#fedora-admin]
