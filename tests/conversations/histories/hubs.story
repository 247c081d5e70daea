# Hubs was worked on for years and never reached production; dropping it is an ordinary end.
# That it never reached production is real; the rest is not recorded.
-- after setup/team.story
<ralph> !rfr new hubs 5000 A page for every team
| ralph: New RFR hubs: A page for every team (by ralph; https://forge.example.org/infra/tickets/issues/5000). Next: planning, which needs a sponsor who accepted. `!rfr next hubs` tells more.
<kevin> !rfr sponsor hubs
| kevin: hubs (A page for every team) is sponsored by kevin (https://forge.example.org/infra/tickets/issues/5000). Next: planning, by `!rfr advance hubs`.
<ralph> !rfr advance hubs
| ralph: hubs (A page for every team) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/5000). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next hubs` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer hubs N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
-- in 700 days
<ralph> !rfr list stuck
| ralph: 1 RFR stuck (on hold, or unchanged for two weeks):
| hubs: ▰▰▱▱▱▱ planning 0 of 2 for 700 days; sponsor kevin; needs a discussion on the infrastructure list (ralph) and 1 more.
<ralph> !rfr remove hubs it will not come
| ralph: hubs is in planning and not deployed: it is dropped, not removed: `!rfr drop hubs REASON`.
<kevin> !rfr remove hubs it will not come
| kevin: hubs is in planning and not deployed: it is dropped, not removed: `!rfr drop hubs REASON`.
<ralph> !rfr drop hubs it will not come
| ralph: hubs (A page for every team) was dropped in planning: it will not come (by ralph; https://forge.example.org/infra/tickets/issues/5000).
<ralph> !rfr status
| ralph: There is no RFR open. `!rfr new NAME TICKET TITLE…` requests one.
