# From a labelled ticket to a closed one: the ticket hears what was decided, the room what happens in the ticket.
-- after tracker/team.story
-- ticket 4321 labelled RFR
-- ticket 4321 is read
<nora> !rfr new badges 4321
<otto> !rfr sponsor badges
<otto> !rfr advance badges
<nora> !rfr discussion badges https://lists.example.org/archives/list/infra/thread/A
<nora> !rfr people badges add hugo
<nora> !rfr answer badges 1 no
<nora> !rfr answer badges 2 no
<nora> !rfr answer badges 3 yes
<nora> !rfr answer badges 4 hugo and nora
<otto> !rfr advance badges
<nora> !rfr hold badges the team is away
# The tracker is away for a day, and chat goes on.
-- tracker down
<nora> !rfr release badges
<otto> !rfr decide badges caching none
<otto> !rfr decide badges deployment ansible
<otto> !rfr decide badges load-balancing none
<nora> !rfr sop badges https://docs.example.org/badges
<otto> !rfr signoff development badges
-- in 1 day
-- restart
<nora> !rfr next badges
-- tracker up
<otto> !rfr advance badges
<otto> !rfr unsign development badges too early
-- comment by nora in 4321: Thank you! // Question: where does it keep its data?
-- comment again
<otto> !rfr ask badges from 1
<nora> !rfr questions badges
<otto> !rfr drop badges nobody needs it any more
<otto> !rfr reopen badges somebody does
