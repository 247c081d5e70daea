//! The words that people use instead of a verb, and around one: `a|b` is one of these words, `(a)` may be missing, `RFR` is a
//! word that names one, `NAME` any word, `N` a number, `PHASE` a phase, `…` all that follows.

/// Kind words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Friendly {
    /// A greeting.
    Hello,
    /// Thanks, or praise.
    Thanks,
}

/// Words by which people agree; `PHASE` and `RFR` may follow.
pub(super) const APPROVALS: [&str; 3] = [
    "approve|approved|lgtm|sgtm|ack|acked|ok|okay|agreed (of|for) (PHASE) (of|for) (RFR) (PHASE)",
    "looks good|fine|great (to) (me) (RFR)",
    "sounds good|fine|great (to) (me) (RFR)",
];

pub(super) const FRIENDLY: [(&str, Friendly); 6] = [
    (
        "hello|hi|hey|hiya|howdy|hola|greetings (there|all|bot|everyone)",
        Friendly::Hello,
    ),
    ("good morning|afternoon|evening|day (all|everyone)", Friendly::Hello),
    ("thanks|thx|ty|cheers|kudos (a) (lot|again|bot|all)", Friendly::Thanks),
    ("thank you (very|so) (much) (bot)", Friendly::Thanks),
    ("good|nice|great job|work|bot", Friendly::Thanks),
    ("well done", Friendly::Thanks),
];

/// What is understood as a line: `a|b` is one of these words, `(a)` may be missing, `RFR` is a word that names one, `NAME`
/// any word, `…` all that follows.
pub(super) const UNDERSTOOD: &[(&str, &str)] = &[
    ("take|claim (it|on|over) (RFR)", "sponsor RFR"),
    ("assign|give (it) (to) me (to) (RFR)", "sponsor RFR"),
    ("assign|give RFR (to) me", "sponsor RFR"),
    ("assign|give RFR (to) NAME", "sponsor RFR NAME"),
    ("volunteer (to) (sponsor) (for) (RFR)", "sponsor RFR"),
    ("yes|yep|yeah|yup|sure|gladly (of) (course) (RFR)", "accept RFR"),
    ("no|nope|nah (RFR)", "decline RFR"),
    ("promote RFR", "advance RFR"),
    ("move|bring RFR on|forward|ahead|along", "advance RFR"),
    ("block|pause|stop|suspend …", "hold …"),
    ("resume|unblock|unpause|continue …", "release …"),
    ("postpone|reschedule|plan|delay …", "schedule …"),
    ("list|show (me) (all|the) (open) rfrs", "list open"),
    ("show (me) all|everything", "list open"),
    ("list deployed|finished|maintained", "list done"),
    ("list removed|ended|closed|cancelled", "list dropped"),
    ("list held|paused", "list hold"),
    ("what|which (rfrs) is|are open", "list open"),
    ("what is up|new|on with|for|in RFR", "status RFR"),
    ("what is going on with|in RFR", "status RFR"),
    ("what is|was (the) status|state|phase of RFR", "status RFR"),
    ("what|how about|of RFR", "status RFR"),
    ("what phase|stage is RFR in", "status RFR"),
    (
        "how|where is|are|was (the) RFR (doing|going|now|at|today|standing|currently)",
        "status RFR",
    ),
    ("where does|do RFR stand", "status RFR"),
    ("tell|show|give me (about) (the) (status) (of) RFR", "status RFR"),
    ("tell me more about RFR", "status RFR"),
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
    ("is (a|the) freeze on|over|coming|active", "freeze"),
    (
        "why is|was RFR (still) (not) stuck|blocked|moving|waiting|late|open|here|done|in|advancing (in) (PHASE) (yet)",
        "next RFR",
    ),
    ("why does|did RFR not move|advance", "next RFR"),
    (
        "what is|are (still) missing|left|open|blocking|needed|outstanding|next (for|in|of|from|on|to) (do) (for|in|of) (RFR)",
        "next RFR",
    ),
    ("what does|do|did RFR (still) need|lack|miss|want", "next RFR"),
    ("what blocks|stops|holds RFR (back|up)", "next RFR"),
    ("what is RFR waiting|missing|lacking|needing (for|on)", "next RFR"),
    ("what can|should|must i|we do for|about|on|in RFR", "next RFR"),
    ("is RFR ready (yet|for|to) (advance|move|PHASE|go|next)", "next RFR"),
    (
        "can|may RFR move|advance|go|proceed|continue (on|forward|live) (yet|now|today)",
        "next RFR",
    ),
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
    ("open (rfrs)", "list open"),
    ("links|link|urls (of|for|in) RFR", "links RFR"),
    ("sops|sop (documents|of|for) RFR", "sops RFR"),
    ("url|ticket|address|issue (of|for) RFR", "url RFR"),
    ("i am away|gone|off …", "away …"),
    ("i will be away|gone|off …", "away …"),
    ("i am back", "back"),
];

/// What is offered as a line. What follows takes the place of `…`; where nothing does, what is asked for.
pub(super) const OFFERED: &[(&str, &str)] = &[
    ("close|cancel|abort|kill|abandon|delete|scrap RFR", "drop RFR REASON…"),
    ("close|cancel|abort|kill|abandon|delete|scrap RFR …", "drop RFR …"),
    ("close|cancel|abort|kill|abandon|delete|scrap (…)", "drop RFR REASON…"),
    ("decommission|undeploy RFR …", "remove RFR …"),
    (
        "deploy|ship|push|release|launch (it) RFR (to|into) production|prod|staging|stg|live|planning|development|maintenance",
        "advance RFR",
    ),
    ("deploy|ship|push|launch (it) RFR (now|today)", "advance RFR"),
    ("deploy|ship|launch (it)", "advance"),
    (
        "move|promote|bring|put|take RFR (on|over|forward) (in) to|into (the) (next) PHASE|phase|live|prod",
        "advance RFR",
    ),
    ("approve|ack (the) (freeze) (break) N", "+1 N"),
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
        .chain(APPROVALS)
        .chain(FRIENDLY.iter().map(|(said, _)| *said))
        .chain(BEFORE.iter().map(|(said, _)| *said))
        .chain(BEHIND.iter().copied());
    all.filter_map(|said| said.split(' ').next())
        .flat_map(|first| first.split('|'))
        .filter(|word| word.bytes().all(|c| c.is_ascii_lowercase()) && !word.is_empty())
}
