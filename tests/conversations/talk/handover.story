# A sponsor stays the sponsor until another member has accepted.
-- after setup/development.story
<kevin> !rfr handover badges ralph
| kevin: badges: ralph is not in sysadmin-main, and only its members sponsor; in sysadmin-main are kevin and smooge. Ask one: `!rfr sponsor badges NAME`.
<kevin> !rfr handover badges smooge
| kevin: badges: smooge asked to sponsor.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor kevin (smooge is asked to take over) since 2026-03-02; ralph (maintainer), lmacken (maintainer).
<kevin> !rfr signoff development badges
| kevin: badges: development signed off.
| Still missing for staging: the SOPs that it needs: `!rfr sop badges URL` or, where none is needed, `!rfr done badges sops WHY`.
<smooge> !rfr sponsor badges
| smooge: badges (Badges for everyone) is now sponsored by smooge, who takes over from kevin. badges's development sign-off no longer counts: smooge is the sponsor now; the sponsor must renew it (by smooge; https://forge.example.org/infra/tickets/issues/4321). Next: staging, which needs the sponsor's development sign-off; the SOPs that it needs. `!rfr next badges` tells more.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; sponsor smooge since 2026-03-02; ralph (maintainer), lmacken (maintainer).
