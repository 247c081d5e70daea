//! The words that people use instead of a verb, and around one: `a|b` is one of these words, `(a)` may be missing, `RFR` is a
//! word that names one, `NAME` any word, `PERSON` an account that is known, `N` a number, `PHASE` a phase, `…` all that follows.

/// Kind words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Friendly {
    /// A greeting.
    Hello,
    /// Thanks, or praise.
    Thanks,
}

/// Words by which people agree; `PHASE` and `RFR` may follow.
pub(super) const APPROVALS: [&str; 4] = [
    "sign it|this|that (off)",
    "approve|approved|lgtm|sgtm|ack|acked|ok|okay|agreed|r+ (of|for) (PHASE) (of|for) (RFR) (PHASE)",
    "looks good|fine|great (to) (me) (RFR)",
    "sounds good|fine|great (to) (me) (RFR)",
];

pub(super) const FRIENDLY: [(&str, Friendly); 6] = [
    (
        "hello|hi|hey|hiya|howdy|hola|greetings|ping|yo (there|all|bot|rfrbot|everyone)",
        Friendly::Hello,
    ),
    ("good morning|afternoon|evening|day (all|everyone)", Friendly::Hello),
    (
        "thanks|thx|ty|cheers|kudos (a) (lot|again|bot|rfrbot|all)",
        Friendly::Thanks,
    ),
    ("thank you (very|so) (much) (bot|rfrbot)", Friendly::Thanks),
    ("good|nice|great job|work|bot|rfrbot", Friendly::Thanks),
    ("well done", Friendly::Thanks),
];

/// What is understood as a line: `a|b` is one of these words, `(a)` may be missing, `RFR` is a word that names one, `NAME`
/// any word, `…` all that follows.
pub(super) const UNDERSTOOD: &[(&str, &str)] = &[
    // Whether somebody signed is a question, and signs nothing.
    (
        "has|have|did|does|is|was PERSON|anyone|anybody|somebody|someone|you|they (already) sign|signed|signoff|approve|approved (off) (on) (PHASE) (for|of|on|in) RFR (yet|already)",
        "review RFR",
    ),
    (
        "is|was|has RFR (been) (PHASE) signed|approved|signed-off (off) (yet|already|now|today)",
        "review RFR",
    ),
    (
        "is|was|has (the) PHASE (been) signed|approved (off) (for|of|on|in) RFR (yet|already)",
        "review RFR",
    ),
    (
        "who|when signed|approved (off) (on) (PHASE) (for|of|on|in) RFR",
        "review RFR",
    ),
    ("when was RFR signed|approved (off)", "review RFR"),
    (
        "did|has|have|does|is|will PERSON|anyone|anybody|somebody|someone sponsor|sponsors|sponsored|sponsoring|take|taken|took|accept|accepted (over|on) RFR (yet|already)",
        "who RFR",
    ),
    (
        "does|has|is RFR (have|got) (a|any) sponsor|sponsored (yet|already)",
        "who RFR",
    ),
    ("is there (a|any) sponsor for|of RFR (yet)", "who RFR"),
    (
        "who sponsors|sponsored what|which|everything|all|rfrs (rfrs|rfr)",
        "list open",
    ),
    ("who is sponsoring what|which|everything|all (rfrs|rfr)", "list open"),
    ("ask PERSON to sponsor RFR", "sponsor RFR NAME"),
    ("ask NAME to sponsor RFR", "sponsor RFR NAME"),
    ("ask PERSON to take RFR (over)", "handover RFR NAME"),
    ("put RFR on hold (…)", "hold RFR …"),
    ("put on hold RFR (…)", "hold RFR …"),
    ("take|get RFR off hold (…)", "release RFR …"),
    ("start|begin (the) freeze (…)", "freeze start …"),
    ("lift|end|stop|finish (the) freeze (…)", "freeze lift …"),
    (
        "freeze-break|freezebreak (request) (for|on) RFR (…)",
        "freeze-break request RFR …",
    ),
    ("freeze break (request) (for|on) RFR (…)", "freeze-break request RFR …"),
    ("break (the) freeze for RFR (…)", "freeze-break request RFR …"),
    ("request (a) freeze break for RFR (…)", "freeze-break request RFR …"),
    ("list|show (me) (the) freeze break|breaks", "freeze-breaks"),
    ("freeze break|breaks", "freeze-breaks"),
    ("move|shift|push RFR (back|forward) to|on|until DATE", "schedule RFR …"),
    ("last|latest|recent changes|activity|news", "since week"),
    (
        "list|show (me) (the) last|latest|recent changes|activity|news",
        "since week",
    ),
    (
        "is NAME done|finished|complete (for|on|in|of) RFR (yet|already)",
        "next RFR",
    ),
    ("take|claim (it|on|over) (RFR)", "sponsor RFR"),
    ("assign|give (it) (to) me (to) (RFR)", "sponsor RFR"),
    ("assign|give RFR (to) me", "sponsor RFR"),
    ("assign|give RFR (to) NAME", "sponsor RFR NAME"),
    ("assign NAME (to) RFR", "sponsor RFR NAME"),
    ("hand|pass|transfer (over) RFR (over|on) (to) NAME", "handover RFR NAME"),
    ("add NAME (to) RFR (…)", "people RFR add NAME …"),
    ("remove NAME from RFR", "people RFR remove NAME"),
    ("add|leave (a) note|comment (to|on|for) RFR …", "note RFR …"),
    (
        "mark NAME (as) done|complete|completed (for|on|in|of) RFR",
        "done RFR NAME",
    ),
    (
        "mark|tick|check (off) RFR NAME (is|as) done|complete|completed|off",
        "done RFR NAME",
    ),
    ("tick|check (off) NAME (off) (for|on|in|of) RFR", "done RFR NAME"),
    ("done|finished with NAME (for|on|in|of) RFR", "done RFR NAME"),
    ("tick|check|complete|completed|finish|finished (off) …", "done …"),
    ("untick|uncheck NAME for|on|in|of RFR (…)", "undone RFR NAME …"),
    ("untick|uncheck …", "undone …"),
    ("set|change|move (the) date of|for RFR to|for|on …", "schedule RFR …"),
    ("set|change (the) date RFR …", "schedule RFR …"),
    ("volunteer (to) (sponsor) (for) (RFR)", "sponsor RFR"),
    ("yes|yep|yeah|yup|sure|gladly (of) (course) (RFR)", "accept RFR"),
    ("no|nope|nah (sorry|thanks|thank) (you) (RFR)", "decline RFR"),
    ("no|nope|nah sorry|thanks|because|i …", "decline -- …"),
    ("yes|yep|yeah|sure|gladly i|of|with …", "accept"),
    ("promote RFR", "advance RFR"),
    ("move|bring RFR on|forward|ahead|along", "advance RFR"),
    ("remind me about|of|in|tomorrow|next|when (…)", "help remind"),
    ("stop|don't|dont remind|reminding|reminders (me) (…)", "remind me off"),
    ("block|pause|stop|suspend …", "hold …"),
    ("resume|unblock|unpause|continue …", "release …"),
    ("reschedule|plan …", "schedule …"),
    ("postpone|delay RFR to|until|till …", "schedule RFR …"),
    ("postpone|delay RFR (by) …", "schedule RFR by …"),
    ("postpone|delay …", "schedule …"),
    ("list|show (me) (all|the) (open) rfrs", "list open"),
    ("list|show (me) (all) (the) open|current (rfrs)", "list open"),
    ("list everything|anything", "list all"),
    ("show|list (me) (the) stuck|blocked (rfrs|ones)", "list stuck"),
    ("show|list (me) (the) unsponsored (rfrs|ones)", "list unsponsored"),
    ("stuck|blocked", "list stuck"),
    ("what|which (rfrs) is|are stuck|blocked", "list stuck"),
    ("is|are anything|something|any (rfrs) stuck|blocked", "list stuck"),
    (
        "what|which (rfrs) is|are (without) (a) unsponsored|sponsor",
        "list unsponsored",
    ),
    ("what|which (rfrs) is|are on hold", "list hold"),
    ("list|show (me) (the) (all) (rfrs) on hold", "list hold"),
    ("list|show (me) (the) (rfrs) on-hold", "list hold"),
    ("on hold", "list hold"),
    (
        "what|which|list|show (me) (all) (rfrs) (is|are) (now) in (the) PHASE (now)",
        "list PHASE",
    ),
    ("show (me) all|everything", "list open"),
    ("list deployed|finished|maintained", "list done"),
    ("list removed|ended|closed|cancelled", "list dropped"),
    ("list held|paused", "list hold"),
    ("what|which (rfrs) is|are open", "list open"),
    ("what is up|new|on with|for|in RFR", "status RFR"),
    ("what is going on with|in RFR", "status RFR"),
    ("what is|was (the) status|state|phase of RFR", "status RFR"),
    ("what|how about|of RFR", "status RFR"),
    ("what|which phase|stage is RFR in|at", "status RFR"),
    ("what is RFR (status|state|phase)", "status RFR"),
    ("what do you|we know (about|of) RFR", "status RFR"),
    ("what is (the) eta|date|deadline|title of|for RFR", "status RFR"),
    (
        "any|some|latest (recent) news|update|updates|progress|changes (on|about|for|with|in|of) RFR",
        "status RFR",
    ),
    ("update|updates|news|progress on|about|for|of RFR", "status RFR"),
    ("details|describe (of|on|about) RFR", "status RFR"),
    ("eta|deadline (of|for|on) RFR", "status RFR"),
    (
        "when do|can|will|should we|you|they deploy|ship|launch|release RFR (to) (production)",
        "status RFR",
    ),
    (
        "when is (the) (production) deployment|release|launch|date of|for RFR",
        "status RFR",
    ),
    ("where are we with|on|in RFR", "status RFR"),
    ("how far is RFR", "status RFR"),
    ("how are we doing with|on RFR", "status RFR"),
    ("status|state ticket|issue|number RFR", "status RFR"),
    (
        "how|where is|are|was (the) RFR (doing|going|now|at|today|standing|currently)",
        "status RFR",
    ),
    ("where does|do RFR stand", "status RFR"),
    ("tell|show|give me (about) (the) (status) (of) RFR", "status RFR"),
    ("tell me more about RFR", "status RFR"),
    (
        "tell me how RFR is|goes|stands (doing|going|coming) (along)",
        "status RFR",
    ),
    (
        "when does|do|will|can|is RFR (be|get|go|going|goes) (in|into|to|on) (the) production|live|deployed|deploy|launch|launched|out|ready|available|done",
        "status RFR",
    ),
    ("show|list me (the|all) (open) questions", "questions"),
    ("what is this|that|it|rfrbot", "help"),
    ("list sponsored|requested|maintained by NAME", "list NAME"),
    ("cancel away|absence", "away cancel"),
    ("why RFR", "next RFR"),
    ("freeze break done|finished N", "freeze-break done N"),
    ("+1 fbr|freeze-break|break N", "+1 N"),
    ("+1 freeze break N", "+1 N"),
    (
        "when is|was|will RFR (be) (going|getting) (deployed|due|scheduled|done|ready|live|planned|finished) (to) (live|production)",
        "status RFR",
    ),
    (
        "is RFR done|deployed|finished|live|scheduled|open|stuck|blocked|frozen (yet|now)",
        "status RFR",
    ),
    (
        "who is|are|was (the) sponsor|sponsoring|owner|maintainer|maintainers|requester|involved|on (of|in|for) RFR",
        "who RFR",
    ),
    ("who is (working) on|in|behind RFR", "who RFR"),
    (
        "who sponsors|owns|maintains|requested|deploys|has|runs|leads|sponsored RFR",
        "who RFR",
    ),
    ("who works on RFR", "who RFR"),
    (
        "who can|may|must|should|has|needs (to) sign|approve|review|signs (off) (on) (PHASE) (for|of) RFR",
        "who RFR",
    ),
    ("who signs|approves (off) (on) (PHASE) (for|of) RFR", "who RFR"),
    ("who is blocking|holding|delaying RFR (up|back)", "next RFR"),
    ("who|whois (is) RFR", "who RFR"),
    ("who|whois (is) PERSON", "list NAME"),
    (
        "what|which|any (new|open) tickets (are) (there) (waiting|open|new|unclaimed)",
        "tickets",
    ),
    (
        "who is away|absent|out|gone|off|around|here|available|there|back (now|today)",
        "away",
    ),
    ("who is on|in holiday|holidays|vacation|leave|pto (now|today)", "away"),
    ("who (is) away|absent", "away"),
    (
        "is PERSON away|around|back|here|there|available|out|off|absent|in (now|today|yet)",
        "away",
    ),
    ("when is|will PERSON (be) back|away|there|here (again)", "away"),
    ("people|persons|maintainers (of|in|on|for) RFR", "who RFR"),
    (
        "when is|does (the) (next) freeze (start|begin|end|over|lifted)",
        "freeze",
    ),
    ("when are we frozen", "freeze"),
    ("next freeze", "freeze"),
    ("freeze status|when|now", "freeze"),
    (
        "are|is we|it|production|everything (in) (a|the) (freeze|frozen) (now|yet)",
        "freeze",
    ),
    ("is|was there a (next) freeze (now|soon|coming)", "freeze"),
    (
        "when can|may|could we|i|you deploy|ship|release|launch (again|anything)",
        "freeze",
    ),
    (
        "can|may|could we|i|you deploy|ship|release|launch (anything) (now|today|tomorrow)",
        "freeze",
    ),
    ("is (a|the) freeze on|over|coming|active", "freeze"),
    (
        "why is|was RFR (still) (not) stuck|blocked|moving|waiting|late|open|here|done|in|advancing (in) (PHASE) (yet)",
        "next RFR",
    ),
    ("why does|did RFR not move|advance", "next RFR"),
    (
        "what is blocking|stopping|holding (us|me|you) (on|in|with) RFR (up|back)",
        "next RFR",
    ),
    ("what are|do we waiting|wait (for) on|for|in|with RFR", "next RFR"),
    ("what (else) is left|missing to|for (do) (for|on|in) RFR", "next RFR"),
    ("start|begin (work) (on|with) RFR", "next RFR"),
    (
        "what is|are (still) missing|left|open|blocking|needed|outstanding|next (for|in|of|from|on|to) (do) (for|in|of) (RFR)",
        "next RFR",
    ),
    ("what does|do|did RFR (still) need|lack|miss|want", "next RFR"),
    ("what blocks|stops|holds RFR (back|up)", "next RFR"),
    ("what is RFR waiting|missing|lacking|needing (for|on)", "next RFR"),
    ("what can|should|must i|we do for|about|on|in RFR", "next RFR"),
    (
        "is RFR ready (yet|for|to) (be) (advance|advanced|move|PHASE|go|next|ship|shipped|deploy|deployed|launch|release|released|sign|signed|deployment|signoff) (off|live|on) (yet|now)",
        "next RFR",
    ),
    (
        "can|may|could|will RFR (be) move|moved|advance|advanced|go|proceed|continue|ship|shipped|deploy|deployed|released|signed (on|off|forward|live|ahead) (to|into|in) (the) (PHASE|next) (phase) (yet|now|today)",
        "next RFR",
    ),
    ("since RFR", "history RFR"),
    ("what happened|changed (to|with|in|on|about) RFR", "history RFR"),
    ("who am i", "whoami"),
    ("mine|my (rfrs|rfr|work|tasks|todo|list|things|stuff)", "todo"),
    ("what is mine", "todo"),
    ("list|show (me) (all) (of) my|mine (rfrs|work|tasks)", "list mine"),
    (
        "what should|must|can|do|could|shall i (have|need) (to) (do) (next|now|today)",
        "todo",
    ),
    ("what is on my plate|list|desk", "todo"),
    ("what waits|is (waiting) for me", "todo"),
    (
        "what needs|wants|is signing|signoff|signature|approval|review (now|today)",
        "todo",
    ),
    ("what can|must|should|do i|we sign (off) (now|today)", "todo"),
    (
        "anything (to) (sign|do|for|waiting|review) (off|for) (me) (today|now)",
        "todo",
    ),
    (
        "is|are there anything (to) (sign|do|for|waiting|review) (off|for) (me) (today|now)",
        "todo",
    ),
    ("what am i missing|blocking|holding (up)", "todo"),
    ("do i have|owe|need anything (to) (do)", "todo"),
    ("open|unanswered questions (for|of|on|in|about) (RFR)", "questions RFR"),
    (
        "any|what|which|show|list (open|unanswered) questions (are|is) (open|there|left) (for|of|on|in|about) (RFR)",
        "questions RFR",
    ),
    (
        "are|is there (any) (open|unanswered) questions (for|of|on|in|about) (RFR)",
        "questions RFR",
    ),
    ("open (rfrs)", "list open"),
    (
        "how do|can|should|could|does|would i|we|one|you (a) (sponsor) sign|signoff|approve (off) (…)",
        "help signoff",
    ),
    (
        "how do|can|should|could i|we|one|you sponsor|volunteer (…)",
        "help sponsor",
    ),
    (
        "how do|can|should|could i|we|one|you request|file|open|create|start|make|get|begin (…)",
        "help new",
    ),
    (
        "how do|can|should|could i|we|one|you advance|move|promote|deploy|ship (…)",
        "help advance",
    ),
    (
        "how do|can|should|could i|we|one|you schedule|plan|postpone (…)",
        "help schedule",
    ),
    (
        "how do|can|should|could i|we|one|you drop|close|cancel (…)",
        "help drop",
    ),
    ("how do|can|should|could i|we|one|you answer (…)", "help answer"),
    ("how do|can|should|could i|we|one|you ask (…)", "help ask"),
    (
        "how do|can|should|could i|we|one|you add|link|record|attach (a|an|the) sop|sops (…)",
        "help sop",
    ),
    (
        "how do|can|should|could i|we|one|you tick|check|mark|complete (…)",
        "help done",
    ),
    ("how do|can|should|could i|we|one|you undo|revert (…)", "help undo"),
    ("how do|does|can (i) (use) this|it|that|you|rfrbot (work)", "help"),
    ("what can|do|does you|rfrbot|it do|know", "help"),
    ("what|who is|are (an|a|the) rfr|rfrs|rfrbot|you", "help"),
    ("help me (please)", "help"),
    (
        "help (me) (with|on|to) sign|signing|signature|signatures (off) (…)",
        "help signoff",
    ),
    ("who can|could|may|might|should sponsor (for) (RFR)", "help sponsor"),
    ("why not advance|move|moving|advancing RFR", "next RFR"),
    ("show|give|see (me) (the) history|log (of|for|on) RFR", "history RFR"),
    ("show|give|see (me) (the) review (of|for|on) RFR", "review RFR"),
    ("show|give|see (me) (the) next (for|of) RFR", "next RFR"),
    ("show|give|see (me) (the) questions (of|for|on) RFR", "questions RFR"),
    ("show|give|see (me) (the) people|maintainers (of|for|on) RFR", "who RFR"),
    ("new NAME ticket|issue …", "new NAME …"),
    ("new rfr|resource|resources", "help new"),
    ("menu|man|usage|manual|halp", "help"),
    (
        "i|we need|want (to) (open|file|request) (a|an|some) (new) rfr|resource|resources|server|service (…)",
        "help new",
    ),
    (
        "open|file|create|start|request|need|want (a|an) (new) rfr|resource|resources",
        "help new",
    ),
    ("grep|lookup|look (up) …", "search …"),
    ("links|link|urls (of|for|in) RFR", "links RFR"),
    ("sops|sop (documents|of|for) RFR", "sops RFR"),
    ("url|ticket|address|issue (of|for) RFR", "url RFR"),
    (
        "what|where is (the) ticket|url|address|issue|bug (of|for) RFR",
        "url RFR",
    ),
    ("what|where is (the) RFR ticket|url|address|issue|bug", "url RFR"),
    ("what|which is|are (the) links (of|for|in) RFR", "links RFR"),
    ("what|which is|are (the) RFR links", "links RFR"),
    (
        "where|what is|are (the) sop|sops|documentation|docs|runbook (of|for|in) RFR",
        "sops RFR",
    ),
    ("i am away|gone|off|out|absent …", "away …"),
    ("i will be away|gone|off|out|absent …", "away …"),
    ("i am|will (be) on leave|pto|holiday|vacation …", "away …"),
    ("afk|ooo|pto …", "away …"),
    ("i am back", "back"),
    ("what (is|has) changed|happened|new (since|in|from) (…)", "since …"),
];

/// What is offered as a line. What follows takes the place of `…`; where nothing does, what is asked for.
pub(super) const OFFERED: &[(&str, &str)] = &[
    (
        "don't|dont|never|not (please) (yet) advance|drop|sign|deploy|move|remove|schedule|close|hold|ship|revert|cancel RFR (…)",
        "status RFR",
    ),
    ("assign RFR", "sponsor RFR NAME"),
    // A wish that leaves it open is none to be granted at once.
    ("i would|could|might sponsor|accept|take RFR (…)", "sponsor RFR"),
    ("close|cancel question N of|in|for RFR", "withdraw RFR N"),
    ("cancel|end|stop hold on|of|for RFR", "release RFR"),
    ("cancel schedule|date of|for RFR", "undone RFR schedule REASON…"),
    ("close|cancel|abort|kill|abandon|delete|scrap RFR", "drop RFR REASON…"),
    ("close|cancel|abort|kill|abandon|delete|scrap RFR …", "drop RFR …"),
    ("close|cancel|abort|kill|abandon|delete|scrap", "drop RFR REASON…"),
    ("close|cancel|abort|kill|abandon|delete|scrap …", "drop …"),
    ("decommission|undeploy RFR …", "remove RFR …"),
    ("deploy|ship|push|launch (it) RFR (now|today|already)", "advance RFR"),
    ("deploy|ship|launch (it)", "advance"),
    ("deploy|ship|launch (it) RFR on|for|at|by …", "schedule RFR …"),
    ("deploy|ship|launch (it) RFR DATE", "schedule RFR …"),
    (
        "deploy|ship|push|launch|release|move|promote (it) RFR when|if|once|after|as|soon|later …",
        "schedule RFR DATE",
    ),
    ("break RFR …", "freeze-break request RFR …"),
    (
        "move|push|bring|send|take|put|roll RFR back",
        "revert RFR PHASE REASON…",
    ),
    ("demote|rollback|roll (back) RFR", "revert RFR PHASE REASON…"),
    ("unassign|unclaim (me) (from) (RFR)", "unsponsor RFR"),
    ("approve|ack (the) (freeze) (break) N", "+1 N"),
    ("maintain RFR", "people RFR add me"),
    ("schedule RFR cancel|none|never", "undone RFR schedule REASON…"),
    ("unschedule RFR", "undone RFR schedule REASON…"),
    ("lgtm|sgtm N", "+1 N"),
    // Who says that they signed reports it; only who signs, signs.
    ("signed|signed-off|signedoff (off)", "signoff"),
    ("signed|signed-off|signedoff (off) (on) …", "signoff …"),
];

/// To which phase somebody wants an RFR to go: what is offered depends on where it stands.
pub(super) const MOVES: &[&str] = &[
    "deploy|ship|push|release|launch (it) RFR (back) to|into|in|on (the) PHASE|live",
    "move|advance|promote|bring|put|take|push|send|roll|set RFR (back|on|over|forward) (in) to|into (the) PHASE|live",
    "move|promote|bring|put|take RFR (on|over|forward) (in) to|into (the) next phase",
];

/// How something is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tone {
    /// It is said.
    Said,
    /// The bot is asked to do it.
    Asked,
    /// A wish, or an intention.
    Wished,
    /// A question whether to do it.
    Doubted,
}

/// What people say before a request, and its tone.
pub(super) const BEFORE: &[(&str, Tone)] = &[
    (
        "please|pls|plz|kindly|just|hey|hi|hello|ok|okay|so|well|now|then|and|also|but",
        Tone::Said,
    ),
    ("could|can|would|will you (please) (just)", Tone::Asked),
    (
        "could|can|would|will someone|somebody|anyone|anybody (please) (just)",
        Tone::Doubted,
    ),
    (
        "could|can|would|will|may|should|shall you|i|we (please) (just)",
        Tone::Doubted,
    ),
    ("i would|want|like|need|wish (like|to) (to)", Tone::Wished),
    ("i will|can", Tone::Wished),
    ("i do|am|have|hereby|now", Tone::Said),
    ("i", Tone::Said),
    ("let us|me|we", Tone::Wished),
    ("we should|can|could|must|need|want (to)", Tone::Doubted),
];

/// What people put behind it.
pub(super) const BEHIND: &[&str] = &["please", "pls", "plz", "thanks", "thx", "thank you", "for me"];

/// The words by which a phrase begins: no RFR is called so.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    let phrases = UNDERSTOOD.iter().chain(OFFERED).map(|(said, _)| *said);
    let all = phrases
        .chain(MOVES.iter().copied())
        .chain(APPROVALS)
        .chain(FRIENDLY.iter().map(|(said, _)| *said))
        .chain(BEFORE.iter().map(|(said, _)| *said))
        .chain(BEHIND.iter().copied());
    all.filter_map(|said| said.split(' ').next())
        .flat_map(|first| first.split('|'))
        .filter(|word| word.bytes().all(|c| c.is_ascii_lowercase()) && !word.is_empty())
}
