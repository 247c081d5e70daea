# An edition without staging has the same rules before production: questions, freezes, four eyes and the way back keep to its own phases.
-- freeze F45 beta 2026-03-01 2026-03-25
-- after setup/team.story
-- four eyes
-- sop tests/data/sop/short.toml
<ralph> !rfr new pages 4400 Pages for everyone
| ralph: New RFR pages: Pages for everyone (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: shipit, which needs an answer to question 1; the sponsor's go. `!rfr next pages` tells more.
<kevin> !rfr sponsor pages
| kevin: pages (Pages for everyone) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/4400). Next: shipit, which needs an answer to question 1; the sponsor's go. `!rfr next pages` tells more.
<kevin> !rfr signoff plan pages
| kevin: pages: a plan sign-off says that it is ready for the next step, and first it needs: an answer to question 1 (“How fast is it to be?”): `!rfr answer pages 1 …`. `!rfr why` shows the rules.
<ralph> !rfr advance pages
| ralph: pages stays in plan; shipit needs: (1) an answer to question 1 (“How fast is it to be?”): `!rfr answer pages 1 …`; (2) the sponsor's go: up to kevin once the rest is there. `!rfr why` shows the rules.
<ralph> !rfr decide pages speed as fast as the others
| ralph: pages: speed decided: as fast as the others; question 1 answered: as fast as the others.
| Still missing for shipit: the sponsor's go: kevin types `!rfr signoff plan pages`.
| * pages: all but the plan sign-off is there: kevin types `!rfr signoff plan pages`; `!rfr review pages` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff plan pages
| kevin: pages: plan signed off with considered, settled, nothing of plan left open.
| Every MUST for shipit is met: `!rfr advance pages`.
<ralph> !rfr next pages
| ralph: pages can move to shipit today: `!rfr advance pages`.
| Four eyes: kevin signed plan, so somebody else moves it into shipit.
<kevin> !rfr advance pages
| kevin: pages: you signed plan, and here somebody else moves it into shipit. One of those involved types `!rfr advance pages`.
<kevin> !rfr freeze start F45 beta
| kevin: The freeze F45 beta is in force now (kevin), expected to end after Wednesday 2026-03-25 (by the config). Production moves only with `!rfr freeze-break request RFR REASON`; staging is not frozen.
<ralph> !rfr next pages
| ralph: pages cannot move from plan to shipit today.
| Frozen by F45 beta, and no freeze break is asked for: `!rfr freeze-break request pages REASON`.
| Four eyes: kevin signed plan, so somebody else moves it into shipit.
<ralph> !rfr advance pages
| ralph: pages stays in plan: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request pages REASON`.
<kevin> !rfr signoff plan pages
| kevin: pages: plan is already signed off by kevin on 2026-03-02; nothing changed.
<ralph> !rfr ask pages Who tells the users?
| ralph: pages: question 2 opened: Who tells the users?
| The plan sign-off of pages no longer counts, because question 2 was opened; the sponsor must renew it (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: shipit, which needs an answer to question 2; the sponsor's go again. It is frozen by F45 beta, no freeze break asked for. `!rfr next pages` tells more.
<ralph> !rfr answer pages 2 ralph
| ralph: pages: question 2 answered: ralph.
| Still missing for shipit: the sponsor's go again, because question 2 was opened: kevin types `!rfr signoff plan pages`.
| * pages: all but the plan sign-off is there: kevin types `!rfr signoff plan pages`; `!rfr review pages` shows what is signed.
| (calls kevin)
<kevin> !rfr signoff plan pages
| kevin: pages: plan signed off with considered, settled, nothing of plan left open.
| pages stays in plan: F45 beta is in force, and production changes only with an approved freeze break. Ask for one: `!rfr freeze-break request pages REASON`.
<kevin> !rfr freeze lift F45 beta
| kevin: The freeze F45 beta is lifted (kevin) after 1 day; production may change again.
<ralph> !rfr advance pages
| ralph: pages (Pages for everyone) moved from plan to shipit (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: daily, which needs users who know. `!rfr next pages` tells more.
| Checklist of shipit: users-told (users who know). Tick off with `!rfr done pages ITEM`.
<kevin> !rfr revert pages development it was wrong
| kevin: pages: the edition of the SOP that it follows has no development; its phases are plan, shipit, daily. For example: `!rfr revert pages plan REASON`.
<kevin> !rfr why
| kevin: Your last refusal: pages: the edition of the SOP that it follows has no development; its phases are plan, shipit, daily. For example: `!rfr revert pages plan REASON`.
| House rule: an RFR keeps the edition of the SOP that it started under, until somebody in sysadmin-main moves it over.
<kevin> !rfr revert pages pre-sponsorship it was wrong
| kevin: pages: the edition of the SOP that it follows has no pre-sponsorship; its phases are plan, shipit, daily. For example: `!rfr revert pages plan REASON`.
<kevin> !rfr signoff staging pages
| kevin: pages: the SOP has no sign-off for staging, only for plan. What it needs: `!rfr next pages`.
<kevin> !rfr why
| kevin: Your last refusal: pages: the SOP has no sign-off for staging, only for plan. What it needs: `!rfr next pages`.
| SOP, plan (go): The sponsor says go.
<kevin> !rfr unsign staging pages it was wrong
| kevin: pages: staging is not signed off, so there is nothing to take back. Where it stands: `!rfr status pages`.
<kevin> !rfr revert pages plan it was wrong
| kevin: pages (Pages for everyone) went back from shipit to plan: it was wrong (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: shipit, which needs the sponsor's go again. `!rfr next pages` tells more.
| To be earned again: the plan sign-off.
<kevin> !rfr undo pages
| kevin: pages: you signed plan, and here somebody else moves it into shipit. One of those involved types `!rfr advance pages`.
<kevin> !rfr signoff plan pages
| kevin: pages: plan signed off with considered, settled, nothing of plan left open.
| Every MUST for shipit is met: `!rfr advance pages`.
<kevin> !rfr undo pages
| kevin: pages: undone: plan signed off. It is in plan; sponsor kevin (by kevin; https://forge.example.org/infra/tickets/issues/4400). Next: shipit, which needs the sponsor's go again. `!rfr next pages` tells more.
<kevin> !rfr signoff plan pages
| kevin: pages: plan signed off with considered, settled, nothing of plan left open.
| Every MUST for shipit is met: `!rfr advance pages`.
<ralph> !rfr advance pages
| ralph: pages (Pages for everyone) moved from plan to shipit (by ralph; https://forge.example.org/infra/tickets/issues/4400). Next: daily, which needs users who know. `!rfr next pages` tells more.
| Checklist of shipit: users-told (users who know). Tick off with `!rfr done pages ITEM`.
<ralph> !rfr done pages users-told
| ralph: pages: users-told done.
| Every MUST for daily is met: `!rfr advance pages`.
<ralph> !rfr advance pages
| ralph: pages (Pages for everyone) is finished: it moved from shipit to daily (by ralph; https://forge.example.org/infra/tickets/issues/4400).
<ralph> !rfr next pages
| ralph: pages is in daily, the last phase: mending what users report.
| Looked after: capacity not yet; updates not yet; security not yet.
<ralph> !rfr advance pages
| ralph: pages is in daily, the last phase. If the resource goes away: `!rfr remove pages REASON`.
| Not for you to type: remove is for the sponsor, or sysadmin-main.
<ralph> !rfr why
| ralph: Your last refusal: pages is in daily, the last phase. If the resource goes away: `!rfr remove pages REASON`.
| SOP: an RFR goes through plan, shipit and daily, and can be dropped, removed or reverted at any time.
