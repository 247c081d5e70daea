# Who has left sysadmin-main cannot get a sponsorship back by an undo.
-- after setup/sponsored.story
<kevin> !rfr unsponsor badges no time
| kevin: badges (Badges for everyone) has no sponsor any more: no time (by kevin; https://forge.example.org/infra/tickets/issues/4321). Next: planning, which needs a sponsor who accepted. `!rfr next badges` tells more.
-- group sysadmin-main smooge
<kevin> !rfr undo
| kevin: badges: kevin is not in sysadmin-main, so the undo cannot give back what only its members give. Where it stands: `!rfr status badges`.
<kevin> !rfr why
| kevin: Your last refusal: badges: kevin is not in sysadmin-main, so the undo cannot give back what only its members give. Where it stands: `!rfr status badges`.
| House rule: groups count at the moment of the change, and an undo is a change: what it would give back takes somebody who is in sysadmin-main now.
<ralph> !rfr who badges
| ralph: badges: requested by ralph on 2026-03-02; no sponsor; nobody is recorded as maintaining it: `!rfr people badges add NAME`.
