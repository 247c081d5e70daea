//! Commits to store, and everything a store says, for comparison.

use chrono::{DateTime, NaiveDate, TimeDelta};
use rfrbot::calendar::{Absence, AbsenceFact, DaySpan, FreezeFact, FreezeKey, Initiator};
use rfrbot::people::linking::{IdentityLink, LinkFact};
use rfrbot::people::{Account, Identity};
use rfrbot::record::{Commit, Effect, Event, Hits, Owed};
use rfrbot::reminder::ReminderFact;
use rfrbot::rfr::freeze_break::BreakEvent;
use rfrbot::rfr::{Ending, Origin, Outdated, Reason, Rfr, RfrEvent, RfrId, Sought, Ticket, TicketView};
use rfrbot::sop::{Document, Edition, Phase, Topic, Upkeep};
use rfrbot::store::{Database, open};
use rfrbot::text::{Message, Paragraph};
use rfrbot::wire::{Beside, BusMessage, BusTopic, IncomingId, Mail, Manner, MessageId, Outgoing, Place};
use std::path::Path;

pub(crate) const ACCOUNTS: [&str; 3] = ["ralph", "kevin", "smooge"];
pub(crate) const RFRS: u64 = 6;

/// Search terms for stores filled by samples.
pub(crate) const SOUGHT: [&str; 10] = [
    "name",
    "NAME1",
    "ralph",
    "kev",
    "service",
    "text 1",
    "smooge na",
    "ame",
    "",
    "1",
];

/// A commit; its time follows from its number.
pub(crate) fn commit(seq: u64, by: &str, events: Vec<Event>) -> Commit {
    let at = DateTime::UNIX_EPOCH + TimeDelta::milliseconds(i64::try_from(seq).unwrap() * 61_001);
    Commit {
        origin: Origin {
            seq,
            at,
            by: Account::new(by).into(),
            proof: format!("services account {by} on libera"),
            place: "libera/#fedora-admin".into(),
            words: format!("!rfr word {seq} \u{1f980}"),
        },
        incoming: None,
        events,
        effects: Vec::new(),
    }
}

pub(crate) fn rfr_event(id: RfrId, event: RfrEvent) -> Event {
    Event::Rfr { id, event }
}

pub(crate) fn requested(name: &str, url: &str) -> RfrEvent {
    RfrEvent::Requested {
        name: name.into(),
        ticket: Ticket { url: url.into() },
        title: format!("The service {name}"),
        edition: Edition::audit(),
    }
}

pub(crate) fn incoming(id: &str) -> IncomingId {
    IncomingId {
        network: "libera".into(),
        id: id.into(),
    }
}

pub(crate) fn say(words: &str) -> Effect {
    Effect::Say(Outgoing {
        place: Place::channel("libera", "#fedora-admin"),
        manner: Manner::Announcement,
        to: None,
        in_reply_to: None,
        message: Message::line(Paragraph::new().text(words).strong("now")),
        beside: Beside::default(),
    })
}

pub(crate) fn mail(subject: &str) -> Effect {
    Effect::Mail(Mail {
        message_id: MessageId::new("rfrbot.1.4.k3x@example.org").unwrap(),
        references: vec![MessageId::new("first@example.org").unwrap()],
        about: Some("badges".to_owned()),
        subject: subject.to_owned(),
        body: "First line.\n\n> a quote".to_owned(),
        at: DateTime::UNIX_EPOCH,
    })
}

pub(crate) fn published(name: &str) -> Effect {
    Effect::Bus(BusMessage {
        id: "6f2c8e0a-3f0b-4d0e-9a51-0f6a3b9b8c11".to_owned(),
        at: DateTime::UNIX_EPOCH,
        topic: BusTopic::RfrNew,
        body: serde_json::json!({"rfr": {"name": name}, "agent": null, "people": ["ralph"]}),
    })
}

/// How many kinds of event [`event`] produces.
pub(crate) const KINDS: u32 = 49;

/// An event of each kind, whether it makes sense or not.
pub(crate) fn event(kind: u32, number: u32) -> RfrEvent {
    let text = || format!("text {number}");
    let url = || format!("https://example.org/{number}");
    let account = || Account::new(ACCOUNTS[number as usize % ACCOUNTS.len()]);
    let phase = || Phase::ALL[number as usize % Phase::ALL.len()];
    let topics: Vec<Topic> = Edition::audit().topics().collect();
    let topic = || topics[number as usize % topics.len()];
    let reason = text;
    let taken_back = || match number % 2 {
        0 => Reason::Words(text()),
        _ => Reason::WentBack(phase()),
    };
    match kind {
        0 | 1 => requested(&format!("name{}", number % 5), &url()),
        2 => RfrEvent::Renamed {
            to: format!("Name{}", number % 5),
        },
        3 => RfrEvent::Retitled { to: text() },
        4 => RfrEvent::TicketChanged {
            to: Ticket { url: url() },
        },
        5 => RfrEvent::SponsorAsked { account: account() },
        6 => RfrEvent::SponsorDeclined,
        7 => RfrEvent::Sponsored { account: account() },
        8 => RfrEvent::Unsponsored { reason: reason() },
        9 => RfrEvent::DiscussionRecorded { url: url() },
        10 => RfrEvent::DiscussionsCleared { reason: reason() },
        11 => RfrEvent::PersonAdded {
            account: account(),
            role: text(),
        },
        12 => RfrEvent::PersonRemoved { account: account() },
        13 => RfrEvent::QuestionAsked {
            number: number % 4,
            text: text(),
            topic: number.is_multiple_of(2).then(topic),
            from_sop: number.is_multiple_of(3),
            on_the_list: number.is_multiple_of(5).then(text),
        },
        14 => RfrEvent::QuestionAnswered {
            number: number % 4,
            text: text(),
            by_mail: number.is_multiple_of(5).then(account),
            why: if number.is_multiple_of(3) {
                text()
            } else {
                String::new()
            },
        },
        15 => RfrEvent::QuestionWithdrawn { number: number % 4 },
        16 => RfrEvent::TopicDecided {
            topic: topic(),
            text: text(),
        },
        17 => RfrEvent::ItemDone {
            item: format!("item{}", number % 3),
            note: text(),
        },
        18 => RfrEvent::ItemUndone {
            item: format!("item{}", number % 3),
            reason: taken_back(),
        },
        19 => RfrEvent::SopLinked {
            url: url(),
            document: number.is_multiple_of(2).then_some(Document::Update),
        },
        20 => RfrEvent::SopsCleared { reason: reason() },
        21 => RfrEvent::Scheduled {
            date: DateTime::UNIX_EPOCH.date_naive() + TimeDelta::days(number.into()),
            note: text(),
        },
        22 => RfrEvent::Unscheduled { reason: taken_back() },
        23 => RfrEvent::Linked {
            url: url(),
            label: text(),
        },
        24 => RfrEvent::SignedOff {
            phase: phase(),
            note: text(),
        },
        25 => RfrEvent::SignOffWithdrawn {
            phase: phase(),
            reason: reason(),
        },
        26 => RfrEvent::SignOffOutdated {
            phase: phase(),
            because: match number % 13 {
                0 => Outdated::QuestionOpened(number),
                1 => Outdated::DecisionChanged(topic()),
                2 => Outdated::ItemUndone(text()),
                3 => Outdated::SopsTakenBack,
                4 => Outdated::DateMoved {
                    from: NaiveDate::default(),
                    to: NaiveDate::default(),
                },
                5 => Outdated::DateTakenBack,
                6 => Outdated::OtherSponsor(account()),
                7 => Outdated::NoSponsor,
                8 => Outdated::DiscussionTakenBack,
                9 => Outdated::NobodyMaintains,
                10 => Outdated::WentBack(phase()),
                11 => Outdated::Reopened,
                _ => Outdated::Words(reason()),
            },
        },
        27 => RfrEvent::Held { reason: reason() },
        28 => RfrEvent::Released {
            reason: reason(),
            stays: number.is_multiple_of(2).then(account),
        },
        29 => RfrEvent::Advanced {
            from: Phase::PreSponsorship,
            to: phase(),
        },
        30 => RfrEvent::Ended {
            how: if number.is_multiple_of(2) {
                Ending::Dropped
            } else {
                Ending::Removed
            },
            reason: reason(),
        },
        31 => RfrEvent::Reopened { reason: reason() },
        32 => RfrEvent::NameFreed {
            name: format!("name{}", number % 5),
        },
        33 => RfrEvent::MailHeldBack { subject: text() },
        34 => RfrEvent::HeldBackTold,
        36 => RfrEvent::Captured {
            author: text(),
            at: DateTime::UNIX_EPOCH + TimeDelta::days(number.into()),
            link: number.is_multiple_of(2).then(url),
        },
        37 => RfrEvent::CapturedEdited {
            author: text(),
            at: DateTime::UNIX_EPOCH,
            text: text(),
        },
        38 => RfrEvent::CapturedDeleted {
            author: text(),
            at: DateTime::UNIX_EPOCH,
            by: number.is_multiple_of(2).then(text),
        },
        39 => RfrEvent::DiscussedInChat {
            log: number.is_multiple_of(2).then(url),
        },
        40 => RfrEvent::SopNotNeeded {
            document: Document::Other,
            why: text(),
        },
        41 => RfrEvent::LookedAfter {
            what: Upkeep::Security,
            text: text(),
        },
        35 => RfrEvent::Adopted {
            from: Edition::classic(),
            to: Edition::audit(),
            reason: reason(),
        },
        42 => RfrEvent::TitleAwaited,
        47 => RfrEvent::ReleaseDisagreed,
        43 => RfrEvent::TicketTaken {
            title: text(),
            requester: number.is_multiple_of(2).then(account),
        },
        44 => RfrEvent::AssignmentWanted {
            wanted: number.is_multiple_of(2),
        },
        45 => RfrEvent::TicketSeen {
            view: TicketView {
                title: text(),
                closed: number.is_multiple_of(2),
                accounts: vec![account().to_string()],
                others: vec![text()],
                at: DateTime::UNIX_EPOCH,
            },
        },
        46 => RfrEvent::TicketHeard {
            author: text(),
            url: url(),
            offers: vec![text()],
        },
        _ => RfrEvent::Undone { seq: number.into() },
    }
}

/// A commit with a bit of everything, different for each number.
pub(crate) fn varied(seq: u64) -> Commit {
    let number = u32::try_from(seq).unwrap();
    let id = RfrId(1 + seq % RFRS);
    // The first commits request every RFR.
    let kind = if seq <= RFRS { 0 } else { number * 11 % KINDS };
    let mut commit = commit(
        seq,
        ACCOUNTS[number as usize % 3],
        vec![rfr_event(id, event(kind, number))],
    );
    if seq.is_multiple_of(3) {
        commit.events.push(rfr_event(
            id,
            RfrEvent::Noted {
                text: format!("note {seq}"),
            },
        ));
        commit.effects.push(say(&format!("effect of {seq}")));
    }
    if seq.is_multiple_of(4) {
        commit.incoming = Some(incoming(&format!("message {seq}")));
        commit.events.push(Event::FocusChanged {
            place: Place::direct("libera", ACCOUNTS[number as usize % 3]),
            rfr: seq.is_multiple_of(8).then_some(id),
        });
    }
    if seq.is_multiple_of(5) {
        commit.events.extend(facts(number));
    }
    commit
}

/// The same in a possible order, as an import requires.
pub(crate) fn sound(seq: u64) -> Commit {
    let mut commit = varied(seq);
    commit.origin.at += TimeDelta::days(56 * 365);
    let number = u32::try_from(seq).unwrap();
    let id = RfrId(1 + seq % RFRS);
    // No clashing names, no questions that nobody asked, no steps out of order, no end.
    let kinds: Vec<u32> = (3..13)
        .chain(16..21)
        .chain(22..24)
        .chain(25..29)
        .chain(32..35)
        .collect();
    let event = match seq {
        1..=RFRS => requested(&format!("name{seq}"), &format!("https://example.org/{seq}")),
        _ => event(kinds[number as usize * 7 % kinds.len()], number),
    };
    commit.events[0] = rfr_event(id, event);
    commit
}

/// A new store with that many commits of it.
pub(crate) fn filled_soundly(folder: &Path, commits: u64) {
    let mut store = open(folder).unwrap();
    for seq in 1..=commits {
        store.journal.commit(&[sound(seq)]).unwrap();
    }
}

/// Facts about a freeze, a freeze break, a calendar and an absence.
fn facts(number: u32) -> Vec<Event> {
    let key = FreezeKey::from_name(&format!("F{} beta", 1 + number % 40)).unwrap();
    let first = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(u64::from(number));
    let span = DaySpan::new(first, first + chrono::Days::new(9)).unwrap();
    let at = first.and_hms_opt(12, 0, 0).unwrap().and_utc();
    let by = if number.is_multiple_of(3) {
        Initiator::Flag
    } else {
        Initiator::Person(Account::new("kevin"))
    };
    vec![
        Event::Freeze(FreezeFact::Added {
            key: key.clone(),
            span,
            at,
            by,
        }),
        Event::Absence(AbsenceFact::Back {
            account: Account::new("ralph"),
            day: first,
        }),
        Event::FreezeBreak {
            number,
            event: if number.is_multiple_of(2) {
                BreakEvent::Done
            } else {
                BreakEvent::Withdrawn {
                    reason: format!("it can wait {number}"),
                }
            },
        },
        Event::CalendarRead {
            file: "keytasks.ics".to_owned(),
            windows: [(key, span)].into(),
        },
        Event::AbsencesRead {
            file: "absences.ics".to_owned(),
            absences: vec![(
                "ralph".to_owned(),
                Absence {
                    span,
                    note: "at sea".to_owned(),
                },
            )],
        },
        Event::Link(LinkFact::Linked(IdentityLink {
            account: Account::new("ralph"),
            identity: Identity::Matrix {
                mxid: "@ralph:example.org".to_owned(),
            },
            beside: Identity::IrcAccount {
                network: "libera".to_owned(),
                account: "ralph".to_owned(),
            },
            at,
        })),
        Event::Link(LinkFact::Unlinked {
            account: Account::new("ralph"),
            identity: Identity::Console {
                account: "ralph".to_owned(),
            },
        }),
        Event::Edition(Edition::audit()),
        Event::Reminder(ReminderFact::Made {
            key: format!("silent {number} 2026-03-02T10:00:00Z rfr 1").parse().unwrap(),
            at,
        }),
    ]
}

/// Fills a new store with that many commits, and returns its contents.
pub(crate) fn filled(folder: &Path, commits: u64) -> Everything {
    let mut store = open(folder).unwrap();
    for seq in 1..=commits {
        store.journal.commit(&[varied(seq)]).unwrap();
    }
    everything(&store.database)
}

/// All that readers can query, for the RFRs, names and messages that samples use.
#[derive(Debug, PartialEq)]
pub(crate) struct Everything {
    pub(crate) next: (u64, RfrId),
    pub(crate) open: Vec<Rfr>,
    pub(crate) closed: Vec<Rfr>,
    pub(crate) maintained: Vec<Rfr>,
    pub(crate) counts: (u64, u64),
    pub(crate) searched: Vec<Hits>,
    pub(crate) rfrs: Vec<Option<Rfr>>,
    pub(crate) named: Vec<Option<RfrId>>,
    pub(crate) with_ticket: Vec<Option<RfrId>>,
    pub(crate) histories: Vec<Vec<(Origin, RfrEvent)>>,
    pub(crate) outbox: Vec<Owed>,
    pub(crate) seen: Vec<bool>,
    pub(crate) focus: Vec<(Place, RfrId)>,
    pub(crate) changed_by: Vec<Option<(RfrId, u64)>>,
    pub(crate) facts: Vec<(Origin, Event)>,
}

pub(crate) fn everything(database: &Database) -> Everything {
    let ids = || (1..=RFRS).map(RfrId);
    let numbers = || 0..250;
    Everything {
        next: (database.next_seq(), database.next_rfr_id()),
        open: database.open_rfrs().unwrap(),
        closed: database.closed_rfrs().map(Result::unwrap).collect(),
        maintained: database.maintained_rfrs().map(Result::unwrap).collect(),
        counts: (database.closed_count().unwrap(), database.maintained_count().unwrap()),
        searched: SOUGHT
            .map(|text| database.search_closed(&Sought::new(text), 100).unwrap())
            .to_vec(),
        rfrs: ids().map(|id| database.rfr(id).unwrap()).collect(),
        named: numbers()
            .map(|n| database.rfr_named(&format!("nAme{n}")).unwrap())
            .collect(),
        with_ticket: numbers()
            .map(|n| database.rfr_with_ticket(&format!("https://example.org/{n}")).unwrap())
            .collect(),
        histories: ids().map(|id| database.history(id).unwrap()).collect(),
        outbox: database.outbox().unwrap(),
        seen: numbers()
            .map(|n| database.was_seen(&incoming(&format!("message {n}"))).unwrap())
            .collect(),
        focus: database.focus().unwrap(),
        changed_by: ACCOUNTS
            .map(|name| database.last_changed_by(&Account::new(name)).unwrap())
            .to_vec(),
        facts: database.facts().unwrap(),
    }
}

/// Copies a folder recursively.
pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in from.read_dir().unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}
