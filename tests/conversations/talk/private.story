# In private the prefix may be left out, and what is changed there is announced to the room.
-- after setup/sponsored.story
-- private libera
<ralph> status badges
| badges (Badges for everyone): ▰▱▱▱▱▱ pre-sponsorship 2 of 2 since today; sponsor kevin; https://forge.example.org/infra/tickets/issues/4321
| Nothing that planning needs is missing: `!rfr advance badges`.
<ralph> advance badges
| badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
| To be considered on the list: (1) Should it be load balanced? (2) Does it need caching? (3) Can it live on its own instance, apart from more critical services? (4) Who is involved in deploying and maintaining it? Answer with `!rfr answer badges N …`.
| Mind: the SOP also asks for steps of pre-sponsorship that are left open: packages, second-person.
| [libera/#fedora-admin] * badges (Badges for everyone) moved from pre-sponsorship to planning (by ralph; https://forge.example.org/infra/tickets/issues/4321). Next: development, which needs a discussion on the infrastructure list; somebody who deploys and maintains it. `!rfr next badges` tells more.
<ralph> hello
| Hello ralph! `!rfr status` shows where the RFRs stand.
<ralph> !rfr questions badges
| badges: 4 of 4 questions open.
| (1) Should it be load balanced? [asked by the SOP]
| (2) Does it need caching? [asked by the SOP]
| (3) Can it live on its own instance, apart from more critical services? [asked by the SOP]
| (4) Who is involved in deploying and maintaining it? [asked by the SOP]
