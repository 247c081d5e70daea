//! What people say: useful moves, so that gates are really reached, mixed with anything in the table.

use crate::editions::generated;
use crate::oracle::{Book, Need};
use crate::world::{Confirming, Speaker, World};
use chrono::Duration;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use rfrbot::record::Commit;
use rfrbot::rfr::{Ending, RfrId};
use rfrbot::sop::{Edition, Kind, Level, Phase, Topic};

/// One thing that happens in a case.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// Somebody does what an RFR needs next.
    Useful(usize),
    /// Somebody says something about that RFR (`IT`, in its `PHASE`) too early, or to spoil it.
    About(usize, Speaker, &'static str),
    /// Somebody says something, right or wrong.
    Say(Speaker, String),
    /// The RFR is brought to the brink of its next sign-off or gate; then something is spoilt, or the sponsor leaves
    /// the group, and sponsor and member try to continue all the same.
    Brink {
        which: usize,
        to_the_gate: bool,
        spoiler: &'static str,
        sponsor_leaves: bool,
    },
    /// Nb joins or leaves sysadmin-main.
    Member(&'static str, bool),
    Minutes(i64),
    Confirm(Confirming),
    Network(&'static str, bool),
    Restart {
        edition: Edition,
        lose_the_database: bool,
    },
}

const NAMES: &[&str] = &["badges", "mote", "koschei"];
const OTHER_NAMES: &[&str] = &["tahrir", "Fedocal", "badges", "staging", "x", "9lives"];
const PHASES: &[&str] = &[
    "planning",
    "dev",
    "development",
    "stg",
    "staging",
    "production",
    "maintenance",
];
const ITEMS: &[&str] = &[
    "packages",
    "testing",
    "monitoring",
    "audit-requested",
    "audit-approved",
    "deployed",
    "bugs",
    "sops",
    "schedule",
    "list-discussion",
    "sponsor",
];
const ACCOUNTS: &[&str] = &["kevin", "smooge", "nb", "ralph", "toshio", "eve", "maja", "somebody"];
const DATES: &[&str] = &[
    "2026-03-30",
    "2026-04-20",
    "tomorrow",
    "in 3 weeks",
    "2026-03-12",
    "2026-01-01",
    "04-05-2026",
    "next tuesday",
];
const URLS: &[&str] = &[
    "https://lists.example.org/t/1",
    "https://docs.example.org/sop",
    "<https://example.org/a>",
];
const TOPICS: &[&str] = &["caching", "load-balancing", "deployment", "lb"];
const TEXTS: &[&str] = &[
    "because",
    "no, it is small",
    "!topic hello",
    "# 2 of 3",
    "@room ναι",
    "tomorrow",
];
const TICKETS: &[&str] = &[
    "#4321",
    "4322",
    "#4323",
    "https://forge.example.org/infra/tickets/issues/4324",
];

/// Commands that come too early, or that remove something a gate or a sign-off depends on.
const SPOILERS: &[&str] = &[
    "advance IT",
    "advance IT",
    "advance IT",
    "advance IT",
    "signoff PHASE IT",
    "signoff PHASE IT -- it is as it should be",
    "unsign PHASE IT wrong",
    "hold IT wait",
    "release IT",
    "unsponsor IT no time",
    "handover IT smooge",
    "accept IT",
    "sponsor IT",
    "people IT remove toshio",
    "ask IT and now?",
    "decide IT caching SOMETHING",
    "undone IT sops wrong",
    "undone IT schedule wrong",
    "undone IT list-discussion wrong",
    "undone IT audit-requested wrong",
    "undone IT audit-approved wrong",
    "undone IT monitoring wrong",
    "undone IT ITEM wrong",
    "adopt IT classic it is simpler -- yes",
    "adopt IT audit it is audited -- yes",
    "schedule IT 2026-06-15",
    "schedule IT 2026-07-20",
    "ticket IT #4321",
    "ticket IT #4322",
    "rename IT other-NUMBER",
    "revert IT development wrong",
    "revert IT planning wrong",
    "drop IT wrong",
    "remove IT wrong",
    "undo",
    "undo IT",
    "focus IT",
];

/// An RFR's name, or its ticket, or nothing.
fn rfr() -> impl Strategy<Value = String> {
    prop_oneof![
        16 => select(vec!["badges", "badges", "mote", "mote", "koschei"]).prop_map(str::to_owned),
        1 => select(OTHER_NAMES).prop_map(str::to_owned),
        1 => select(TICKETS).prop_map(str::to_owned),
        2 => Just(String::new()),
    ]
}

/// The words of a command, after the prefix.
pub(crate) fn words() -> impl Strategy<Value = String> {
    let one = |list: &'static [&'static str]| select(list);
    let url = || prop_oneof![1 => select(URLS).prop_map(str::to_owned), 3 => (0..99u32).prop_map(|page| format!("https://example.org/{page}"))];
    let thread =
        || prop_oneof![1 => url(), 3 => (0..99u32).prop_map(|page| format!("https://lists.example.org/{page}"))];
    let records = prop_oneof![
        (rfr(), thread()).prop_map(|(rfr, url)| format!("discussed {rfr} {url}")),
        (rfr(), one(&["add", "remove"]), one(ACCOUNTS)).prop_map(|(rfr, how, who)| format!("people {rfr} {how} {who}")),
        (rfr(), one(ACCOUNTS), one(ACCOUNTS)).prop_map(|(rfr, a, b)| format!("people {rfr} add {a}, {b} as developer")),
        (rfr(), one(TEXTS)).prop_map(|(rfr, text)| format!("ask {rfr} {text}")),
        (rfr(), 1..9u32, one(TEXTS)).prop_map(|(rfr, number, text)| format!("answer {rfr} {number} {text}")),
        (rfr(), 1..9u32).prop_map(|(rfr, number)| format!("withdraw {rfr} {number}")),
        (rfr(), one(TOPICS), one(TEXTS)).prop_map(|(rfr, topic, text)| format!("decide {rfr} {topic} {text}")),
        (rfr(), one(ITEMS), one(TEXTS)).prop_map(|(rfr, item, text)| format!("done {rfr} {item} {text}")),
        (rfr(), one(ITEMS), one(TEXTS)).prop_map(|(rfr, item, text)| format!("undone {rfr} {item} {text}")),
        (rfr(), url()).prop_map(|(rfr, url)| format!("sop {rfr} {url}")),
        (rfr(), one(DATES)).prop_map(|(rfr, date)| format!("schedule {rfr} {date}")),
        (rfr(), one(TEXTS)).prop_map(|(rfr, text)| format!("note {rfr} {text}")),
        (rfr(), one(TEXTS)).prop_map(|(rfr, text)| format!("report {rfr} {text}")),
        (rfr(), url(), one(TEXTS)).prop_map(|(rfr, url, text)| format!("link {rfr} {url} {text}")),
    ];
    let requests = prop_oneof![
        (one(NAMES), one(TICKETS), one(TEXTS)).prop_map(|(name, ticket, title)| format!("new {name} {ticket} {title}")),
        (rfr(), one(OTHER_NAMES)).prop_map(|(rfr, name)| format!("rename {rfr} {name}")),
        (rfr(), one(TEXTS)).prop_map(|(rfr, title)| format!("retitle {rfr} {title}")),
        (rfr(), one(TICKETS)).prop_map(|(rfr, ticket)| format!("ticket {rfr} {ticket}")),
        rfr().prop_map(|rfr| format!("sponsor {rfr}")),
        (rfr(), one(ACCOUNTS)).prop_map(|(rfr, who)| format!("sponsor {rfr} {who}")),
        (rfr(), one(ACCOUNTS)).prop_map(|(rfr, who)| format!("handover {rfr} {who}")),
        rfr().prop_map(|rfr| format!("accept {rfr}")),
        rfr().prop_map(|rfr| format!("decline {rfr}")),
        rfr().prop_map(|rfr| format!("unsponsor {rfr}")),
        rfr().prop_map(|rfr| format!("focus {rfr}")),
        Just("focus off".to_owned()),
    ];
    let moves = prop_oneof![
        6 => rfr().prop_map(|rfr| format!("advance {rfr}")),
        3 => (one(PHASES), rfr()).prop_map(|(phase, rfr)| format!("signoff {phase} {rfr}")),
        1 => (one(PHASES), rfr(), one(TEXTS)).prop_map(|(phase, rfr, text)| format!("unsign {phase} {rfr} {text}")),
        1 => (rfr(), one(TEXTS)).prop_map(|(rfr, text)| format!("hold {rfr} {text}")),
        1 => rfr().prop_map(|rfr| format!("release {rfr}")),
        1 => (rfr(), one(PHASES), one(TEXTS)).prop_map(|(rfr, phase, text)| format!("revert {rfr} {phase} {text}")),
        1 => (rfr(), one(&["classic", "audit", "nonsense"]), one(TEXTS), one(&["", " -- yes"]))
            .prop_map(|(rfr, edition, text, yes)| format!("adopt {rfr} {edition} {text}{yes}")),
        1 => (rfr(), one(TEXTS)).prop_map(|(rfr, text)| format!("drop {rfr} {text}")),
        1 => (rfr(), one(TEXTS)).prop_map(|(rfr, text)| format!("remove {rfr} {text}")),
        1 => rfr().prop_map(|rfr| format!("reopen {rfr}")),
        6 => Just("undo".to_owned()),
        1 => rfr().prop_map(|rfr| format!("undo {rfr}")),
    ];
    prop_oneof![
        5 => records,
        4 => requests,
        4 => moves,
        1 => looks(),
    ]
}

/// Commands that only look.
pub(crate) fn looks() -> impl Strategy<Value = String> {
    let about = ["status", "next", "history", "who", "questions"].as_slice();
    let alone = [
        "",
        "list",
        "list mine",
        "list stuck",
        "list all",
        "list unsponsored",
        "list staging",
        "list maintenance",
        "why",
        "whoami",
        "more",
        "help",
        "help signoff",
        "help nonsense",
        "version",
        "focus",
        "search badges",
        "search kevin",
        "status",
        "questions",
    ];
    prop_oneof![
        (select(about), rfr()).prop_map(|(verb, rfr)| format!("{verb} {rfr}")),
        select(alone.to_vec()).prop_map(str::to_owned),
    ]
}

fn speakers() -> impl Strategy<Value = Speaker> {
    prop_oneof![
        6 => select(vec![Speaker::Kevin, Speaker::Smooge, Speaker::Nb]),
        4 => select(vec![Speaker::Ralph, Speaker::Toshio, Speaker::Maja]),
        2 => select(Speaker::ALL.to_vec()),
    ]
}

fn editions() -> impl Strategy<Value = Edition> {
    prop_oneof![
        3 => select(vec![Edition::classic(), Edition::audit()]),
        1 => generated(),
    ]
}

/// The steps of one case; `useful` of them, in proportion, help an RFR along.
pub(crate) fn steps(most: usize) -> impl Strategy<Value = (Edition, Vec<Step>)> {
    let confirming = select(vec![Confirming::Everything, Confirming::FirstLine, Confirming::Nothing]);
    let world = prop_oneof![
        4 => (select(vec!["nb", "smooge"]), select(vec![true, true, false])).prop_map(|(who, is)| Step::Member(who, is)),
        4 => (1..100i64).prop_map(Step::Minutes),
        2 => (1..10i64).prop_map(|days| Step::Minutes(days * 24 * 60)),
        2 => confirming.prop_map(Step::Confirm),
        2 => (select(vec!["libera", "oftc"]), select(vec![true, true, false]))
            .prop_map(|(network, up)| Step::Network(network, up)),
        1 => (editions(), select(vec![false, false, true]))
            .prop_map(|(edition, lose_the_database)| Step::Restart { edition, lose_the_database }),
    ];
    let step = prop_oneof![
        7 => (0..2usize).prop_map(Step::Useful),
        1 => Just(Step::Useful(2)),
        6 => (0..3usize, speakers(), select(SPOILERS)).prop_map(|(which, who, words)| Step::About(which, who, words)),
        2 => (0..2usize, any::<bool>(), select(SPOILERS), 0..6u8).prop_map(|(which, to_the_gate, spoiler, dice)| {
            let sponsor_leaves = dice == 0;
            Step::Brink { which, to_the_gate, spoiler, sponsor_leaves }
        }),
        5 => (speakers(), words()).prop_map(|(speaker, words)| Step::Say(speaker, words)),
        1 => world,
    ];
    (editions(), vec(step, most / 2..most))
}

impl World {
    /// Carries out a step.
    pub(crate) fn step(&mut self, step: &Step) -> Option<Commit> {
        match step {
            Step::Useful(which) => {
                let Some((speaker, words)) = self.useful(*which) else {
                    return self.say(Speaker::Eve, "status");
                };
                self.advancing(speaker, &words)
            }
            Step::About(which, speaker, words) => {
                let words = self.about(*which, words)?;
                self.say(*speaker, &words)
            }
            Step::Brink {
                which,
                to_the_gate,
                spoiler,
                sponsor_leaves,
            } => self.at_the_brink(*which, *to_the_gate, spoiler, *sponsor_leaves),
            Step::Say(speaker, words) => self.say(*speaker, words),
            Step::Member(who, is) => {
                self.set_member(who, *is);
                None
            }
            Step::Minutes(minutes) => {
                self.now += Duration::minutes(*minutes);
                None
            }
            Step::Confirm(confirming) => {
                self.confirming = *confirming;
                None
            }
            Step::Network(network, up) => {
                self.set_network(network, *up);
                self.delivered();
                None
            }
            Step::Restart {
                edition,
                lose_the_database,
            } => {
                self.running();
                if *lose_the_database {
                    self.lose_the_database();
                }
                self.stop();
                self.edition = *edition;
                None
            }
        }
    }

    fn at_the_brink(&mut self, which: usize, to_the_gate: bool, spoiler: &str, leaves: bool) -> Option<Commit> {
        for _ in 0..30 {
            let (speaker, words) = self.useful(which)?;
            if words.starts_with("advance") || (words.starts_with("signoff") && !to_the_gate) {
                break;
            }
            self.advancing(speaker, &words);
        }
        let sponsor = self.oracle.books.values().nth(which)?.sponsor.clone();
        let sponsor = sponsor.map_or(Speaker::Kevin, |sponsor| Speaker::of(&sponsor));
        if leaves && sponsor != Speaker::Kevin {
            self.set_member(sponsor.account()?, false);
        } else {
            let spoiler = self.about(which, spoiler)?;
            for speaker in [sponsor, Speaker::Maja] {
                self.say(speaker, &spoiler);
            }
        }
        let signature = self.about(which, "signoff PHASE IT -- it is as it should be")?;
        let advance = self.about(which, "advance IT")?;
        if !to_the_gate {
            self.say(sponsor, &signature);
        }
        self.say(Speaker::Kevin, &advance)
    }

    /// The words about that RFR of the book.
    pub(crate) fn about(&self, which: usize, words: &str) -> Option<String> {
        let book = self.oracle.books.values().nth(which)?;
        let number = self.commits.len().to_string();
        let filled = words
            .replace("ITEM", "{item}")
            .replace("IT", &book.name)
            .replace("PHASE", book.edition.called(book.phase));
        let item = book.items.first().map_or("sops", String::as_str);
        let filled = filled.replace("{item}", item);
        Some(filled.replace("NUMBER", &number).replace("SOMETHING", &number))
    }

    /// If the book says that nothing is missing and the bot never said otherwise, the gate must open.
    fn advancing(&mut self, speaker: Speaker, words: &str) -> Option<Commit> {
        let commit = self.say(speaker, words);
        if words.starts_with("advance") {
            let book = self
                .oracle
                .books
                .iter()
                .find(|(_, book)| words.ends_with(&format!(" {}", book.name)));
            let (id, book) = book.map(|(id, book)| (*id, book.clone())).expect("it is in the book");
            let rfr = commit.is_none().then(|| self.rfr(id));
            assert!(
                commit.is_some(),
                "{words}: nothing is missing, and the gate stays shut:\n{:?}\n{book:?}",
                rfr.flatten().map(|rfr| rfrbot::rfr::gate::blocking(&rfr))
            );
        }
        commit
    }

    /// What the RFR at that position in the book needs next, and who can give it.
    pub(crate) fn useful(&self, which: usize) -> Option<(Speaker, String)> {
        let Some((_, book)) = self.oracle.books.iter().nth(which) else {
            let name = NAMES.iter().find(|name| !self.oracle.knows(name))?;
            let number = 5000 + self.commits.len();
            return Some((Speaker::Ralph, format!("new {name} #{number} A title")));
        };
        let (speaker, words) = self.next_move(book)?;
        Some((speaker, words.replace("IT", &book.name)))
    }

    fn next_move(&self, book: &Book) -> Option<(Speaker, String)> {
        let sponsor = book.sponsor.as_deref();
        let said = |speaker, words: &str| Some((speaker, words.to_owned()));
        if let Some(how) = book.ended {
            let again = if how == Ending::Dropped {
                "reopen IT again"
            } else {
                "reopen IT"
            };
            return said(Speaker::Kevin, again);
        }
        if book.held {
            return said(Speaker::Kevin, "release IT it goes on");
        }
        let Some(sponsor) = sponsor else {
            let member = if self.main.contains("nb") {
                Speaker::Nb
            } else {
                Speaker::Kevin
            };
            return said(member, "sponsor IT");
        };
        let signs = |phase: Phase| {
            let mut rows = book.edition.rows().iter();
            rows.any(|row| row.phase == phase && row.level != Level::Step && row.kind == Kind::SignOff)
        };
        let unsigned = |phase: Phase| {
            let signed = book.signed.get(&phase);
            signs(phase) && signed.is_none_or(|signed| signed.stale || signed.said_stale)
        };
        let phases = book.edition.phases().iter().map(|phase| phase.kind);
        // A sign-off of an earlier phase can only be renewed there.
        let owed = phases
            .filter(|phase| *phase <= book.phase)
            .find(|phase| unsigned(*phase));
        if !self.main.contains(sponsor) && (owed.is_some() || signs(book.phase)) {
            return said(Speaker::Kevin, "unsponsor IT left the group");
        }
        let needs = book.missing();
        if let Some(need) = needs.into_iter().find(|need| !matches!(need, Need::SignOff(_))) {
            let date = (self.today() + Duration::days(30)).to_string();
            return match need {
                Need::Sponsor => said(Speaker::Kevin, "sponsor IT"),
                Need::Discussion => said(Speaker::Eve, "discussed IT https://lists.example.org/t/9"),
                Need::People => said(Speaker::Kevin, "people IT add toshio"),
                Need::Answer(number) => said(Speaker::Ralph, &format!("answer IT {number} it is small")),
                Need::Decision(topic) => said(Speaker::Kevin, &decide(topic)),
                Need::Sops => said(Speaker::Kevin, "sop IT https://docs.example.org/sops/it"),
                Need::Schedule => said(Speaker::Kevin, &format!("schedule IT {date}")),
                Need::Done { item, by } => {
                    let officer = by.is_some_and(|group| group != "sysadmin-main");
                    let speaker = if officer { Speaker::Maja } else { Speaker::Kevin };
                    said(speaker, &format!("done IT {item} looks good"))
                }
                Need::SignOff(_) | Need::Never => panic!("nobody knows how to give {need:?}"),
            };
        }
        let called = |phase: Phase| book.edition.called(phase);
        match owed {
            _ if book.phase == Phase::Maintenance => None,
            Some(phase) if phase == book.phase || !book.signed.contains_key(&phase) => Some((
                Speaker::of(sponsor),
                format!("signoff {} IT -- it is as it should be", called(phase)),
            )),
            Some(phase) => said(
                Speaker::Kevin,
                &format!("revert IT {} its sign-off is outdated", called(phase)),
            ),
            None => said(Speaker::Kevin, "advance IT"),
        }
    }
}

fn decide(topic: Topic) -> String {
    format!("decide IT {} as small as it goes", topic.name())
}

/// The numbers of the RFRs that the book knows.
pub(crate) fn known(world: &World) -> Vec<RfrId> {
    world.oracle.books.keys().copied().collect()
}
