//! The bot as it runs, without sockets: core, journal and database in a real folder, and networks that confirm.

use crate::oracle::{Facts, Oracle};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use rfrbot::calendar::{Calendar, Freeze};
use rfrbot::delivery::Outbox;
use rfrbot::desk::{Archive, Desk, MailSettings, Reminders, Settings};
use rfrbot::people::{Account, Directory, Identity, SECURITY_OFFICER, SYSADMIN_MAIN, Unproven};
use rfrbot::record::{Commit, DeliveryMark, Owed, Progress};
use rfrbot::reminder;
use rfrbot::rfr::{Origin, Rfr, RfrEvent, RfrId};
use rfrbot::service::Core;
use rfrbot::sop::Edition;
use rfrbot::store::{self, Database, Journal};
use rfrbot::wire::{Delivery, Incoming, IncomingId, MailKind, Manner, OutboxKey, Place, Report};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use tokio::sync::mpsc;

/// Ticket numbers are appended to this.
pub(crate) const TICKETS: &str = "https://forge.example.org/infra/tickets/issues/";

/// Everybody who speaks. The first three are in sysadmin-main at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Speaker {
    Kevin,
    Smooge,
    Nb,
    /// Requests things.
    Ralph,
    /// Works on things.
    Toshio,
    /// In sysadmin-releng.
    Tyll,
    /// The security officer.
    Maja,
    /// Has an account and is not involved in anything.
    Eve,
    /// Logged in to services, but with an account that the bot does not know.
    Unmapped,
    /// Not logged in; calls itself kevin.
    NotLoggedIn,
    /// Logged in as kevin on a network where that account is not Kevin's.
    KevinElsewhere,
    /// Kevin's bridged user.
    Ghost,
}

impl Speaker {
    pub(crate) const ALL: [Self; 12] = [
        Self::Kevin,
        Self::Smooge,
        Self::Nb,
        Self::Ralph,
        Self::Toshio,
        Self::Tyll,
        Self::Maja,
        Self::Eve,
        Self::Unmapped,
        Self::NotLoggedIn,
        Self::KevinElsewhere,
        Self::Ghost,
    ];

    /// The account that may be believed.
    pub(crate) fn account(self) -> Option<&'static str> {
        match self {
            Self::Kevin => Some("kevin"),
            Self::Smooge => Some("smooge"),
            Self::Nb => Some("nb"),
            Self::Ralph => Some("ralph"),
            Self::Toshio => Some("toshio"),
            Self::Tyll => Some("tyll"),
            Self::Maja => Some("maja"),
            Self::Eve => Some("eve"),
            Self::Unmapped | Self::NotLoggedIn | Self::KevinElsewhere | Self::Ghost => None,
        }
    }

    pub(crate) fn of(account: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|speaker| speaker.account() == Some(account))
            .unwrap_or_else(|| panic!("nobody is {account}"))
    }

    fn nick(self) -> &'static str {
        match self {
            Self::Unmapped => "drifter",
            Self::NotLoggedIn | Self::KevinElsewhere | Self::Ghost => "kevin",
            known => known.account().expect("the others have accounts"),
        }
    }

    fn network(self) -> &'static str {
        if self == Self::KevinElsewhere { "oftc" } else { "libera" }
    }

    fn identity(self) -> Identity {
        match self {
            Self::NotLoggedIn => Identity::Unproven(Unproven::NotLoggedIn),
            Self::Ghost => Identity::Unproven(Unproven::BridgeGhost),
            _ => Identity::IrcAccount {
                network: self.network().to_owned(),
                account: self.nick().to_owned(),
            },
        }
    }
}

/// What the networks do with deliveries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Confirming {
    Everything,
    FirstLine,
    Nothing,
}

pub(crate) struct World {
    folder: tempfile::TempDir,
    store: PathBuf,
    pub(crate) now: DateTime<Utc>,
    pub(crate) edition: Edition,
    pub(crate) main: BTreeSet<&'static str>,
    pub(crate) officers: BTreeSet<&'static str>,
    /// Is four-eyes required?
    pub(crate) four_eyes: bool,
    pub(crate) confirming: Confirming,
    pub(crate) oracle: Oracle,
    /// Every commit on disk.
    pub(crate) commits: Vec<Commit>,
    /// What is owed by the test's own count, with the number of lines that are out.
    pub(crate) owed: BTreeMap<OutboxKey, u32>,
    messages: u64,
    /// Was everything said so far short enough for a line of IRC? Longer texts come from elsewhere.
    only_irc_lines: bool,
    running: Option<Running>,
}

pub(crate) struct Running {
    pub(crate) core: Core,
    journal: Journal,
    pub(crate) database: Database,
    adaptors: HashMap<&'static str, mpsc::Receiver<Delivery>>,
}

const NETWORKS: [&str; 2] = ["libera", "oftc"];

fn frozen() -> Freeze {
    Freeze {
        name: "F45 beta".to_owned(),
        from: FREEZE.0.parse().expect("a date"),
        to: FREEZE.1.parse().expect("a date"),
    }
}

/// The first and the last day of the only freeze.
pub(crate) const FREEZE: (&str, &str) = ("2026-03-10", "2026-03-20");

impl World {
    pub(crate) fn new(edition: Edition) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self {
            store: folder.path().join("store"),
            folder,
            now: "2026-03-02T14:00:00Z".parse().expect("a time"),
            edition,
            main: BTreeSet::from(["kevin", "smooge", "nb"]),
            officers: BTreeSet::from(["maja"]),
            four_eyes: false,
            confirming: Confirming::Everything,
            oracle: Oracle::default(),
            commits: Vec::new(),
            owed: BTreeMap::new(),
            messages: 0,
            only_irc_lines: true,
            running: None,
        }
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.store.clone()
    }

    /// Continues with another store.
    pub(crate) fn move_to(&mut self, store: &Path) {
        self.stop();
        store.clone_into(&mut self.store);
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn directory(&self) -> Directory {
        let mut directory = Directory::new();
        for account in Speaker::ALL.into_iter().filter_map(Speaker::account) {
            let identity = Identity::IrcAccount {
                network: "libera".to_owned(),
                account: account.to_owned(),
            };
            directory.add_identity(&Account::new(account), identity);
        }
        for member in &self.main {
            directory.add_member(SYSADMIN_MAIN, &Account::new(member));
        }
        directory.add_member("sysadmin-releng", &Account::new("tyll"));
        for officer in &self.officers {
            directory.add_member(SECURITY_OFFICER, &Account::new(officer));
        }
        directory.set_four_eyes(self.four_eyes);
        directory
    }

    fn settings(&self) -> Settings {
        Settings {
            prefix: "!rfr".to_owned(),
            ascii: false,
            board: None,
            edition: self.edition,
            own_edition: None,
            ticket_base: Some(TICKETS.to_owned()),
            undo_within: Duration::minutes(60),
            announce: vec![
                Place::channel("libera", "#fedora-admin"),
                Place::channel("oftc", "#fedora-noc"),
            ],
            told: std::collections::BTreeMap::new(),
            bridged: Vec::new(),
            mail: Some(MailSettings {
                domain: "example.org".to_owned(),
                archive: None,
                send: MailKind::ALL.into(),
                open_questions: false,
            }),
            calendars: Vec::new(),
            absences: Vec::new(),
            automatic: rfrbot::calendar::Automatic::default(),
            reminders: Some(Reminders {
                settings: reminder::ReminderSettings::default(),
                places: vec![Place::channel("libera", "#fedora-admin")],
                posts: Vec::new(),
            }),
            reply_lines: NETWORKS.map(|network| (network.to_owned(), 4)).into(),
            tracker: None,
            bus: None,
            remembered: Duration::minutes(10),
        }
    }

    pub(crate) fn running(&mut self) -> &mut Running {
        if self.running.is_none() {
            let opened = store::open(&self.store()).expect("the store opens");
            let database = opened.database.clone();
            let owed = database.outbox().expect("the outbox can be read");
            let calendar = Calendar::new(vec![frozen()]);
            let desk =
                Desk::open(self.settings(), self.directory(), calendar, opened.database).expect("the desk opens");
            let mut outbox = Outbox::new();
            let mut adaptors = HashMap::new();
            for network in NETWORKS {
                let (sender, receiver) = mpsc::channel(1000);
                outbox.connect(network, sender);
                outbox.up(network);
                adaptors.insert(network, receiver);
            }
            // Mails stay owed: there is no server.
            outbox.connect_mail(mpsc::channel(1).0);
            let (core, given_up) = Core::new(desk, outbox, owed);
            assert_eq!(given_up, [], "both networks are there");
            self.running = Some(Running {
                core,
                journal: opened.journal,
                database,
                adaptors,
            });
        }
        self.running.as_mut().expect("it was just started")
    }

    pub(crate) fn stop(&mut self) {
        self.running = None;
    }

    pub(crate) fn lose_the_database(&mut self) {
        self.stop();
        let database = self.store().join("database");
        assert!(database.is_dir(), "the store keeps its database in another folder");
        std::fs::remove_dir_all(database).expect("the database can be deleted");
    }

    pub(crate) fn set_member(&mut self, member: &'static str, is: bool) {
        if is {
            self.main.insert(member);
        } else {
            self.main.remove(member);
        }
        self.groups_changed();
    }

    /// Applies the fields about groups and four-eyes.
    pub(crate) fn groups_changed(&mut self) {
        let directory = self.directory();
        self.running().core.desk_mut().set_directory(directory);
    }

    /// The world after that many commits, with the present groups and time.
    pub(crate) fn fork(&self, commits: usize) -> Self {
        let mut fork = Self::new(self.edition);
        fork.now = self.now;
        fork.main.clone_from(&self.main);
        fork.officers.clone_from(&self.officers);
        fork.four_eyes = self.four_eyes;
        fork.messages = self.messages;
        let mut opened = store::open(&fork.store()).expect("the store opens");
        opened
            .journal
            .commit(&self.commits[..commits])
            .expect("the disk takes it");
        fork
    }

    pub(crate) fn rfr(&mut self, id: RfrId) -> Option<Rfr> {
        let running = self.running();
        let found = running.core.desk().state().rfr(id, &running.database);
        found
            .expect("the database can be read")
            .map(std::borrow::Cow::into_owned)
    }

    /// Like `say`, without asking the oracle.
    pub(crate) fn told(&mut self, speaker: Speaker, words: &str) -> Option<Commit> {
        let incoming = self.incoming(speaker, &format!("!rfr {words}"), false);
        let commit = self.hear(vec![Report::Heard(incoming)]).pop();
        self.delivered();
        commit
    }

    pub(crate) fn set_network(&mut self, network: &str, up: bool) {
        let network = network.to_owned();
        self.hear(vec![if up {
            Report::Up { network }
        } else {
            Report::Down {
                network,
                why: "the case says so".to_owned(),
            }
        }]);
    }

    /// One batch through the loop's body, as in the running bot. Returns its commits.
    pub(crate) fn hear(&mut self, reports: Vec<Report>) -> Vec<Commit> {
        let now = self.now;
        let running = self.running();
        let mut batch = running.core.prepare(reports, now);
        let commits = batch.commits();
        let mut marks = std::mem::take(&mut batch.marks);
        if !commits.is_empty() {
            running.journal.commit(&commits).expect("the disk takes it");
        }
        marks.extend(running.core.speak(batch));
        if !marks.is_empty() {
            running.journal.mark(&marks).expect("the disk takes it");
        }
        for commit in &commits {
            for (index, _) in (0..).zip(&commit.effects) {
                let seq = commit.origin.seq;
                self.owed.insert(OutboxKey { seq, index }, 0);
            }
        }
        self.count(&marks);
        self.commits.extend(commits.clone());
        commits
    }

    fn count(&mut self, marks: &[DeliveryMark]) {
        for mark in marks {
            match &mark.progress {
                Progress::Lines(lines) => {
                    self.owed.insert(mark.key, *lines);
                }
                Progress::Complete | Progress::GivenUp(_) => {
                    self.owed.remove(&mark.key);
                }
            }
        }
    }

    /// The networks' deliveries; each line is checked, and they confirm as currently set.
    pub(crate) fn delivered(&mut self) -> Vec<Delivery> {
        let mut all = Vec::new();
        let mut confirmed = BTreeSet::new();
        let only_irc_lines = self.only_irc_lines;
        loop {
            let adaptors = &mut self.running().adaptors;
            let next = adaptors.values_mut().find_map(|adaptor| adaptor.try_recv().ok());
            let Some(delivery) = next else { return all };
            look_at_lines(&delivery, only_irc_lines);
            if let Some(key) = delivery.key
                && confirmed.insert(key)
            {
                let (lines, complete) = match self.confirming {
                    Confirming::Everything => (1, true),
                    Confirming::FirstLine => (1, false),
                    Confirming::Nothing => (0, false),
                };
                if lines > 0 {
                    self.hear(vec![Report::Delivered { key, lines, complete }]);
                }
            }
            all.push(delivery);
        }
    }

    pub(crate) fn incoming(&mut self, speaker: Speaker, text: &str, direct: bool) -> Incoming {
        self.messages += 1;
        self.only_irc_lines &= text.len() <= 400;
        let network = speaker.network();
        let place = if direct {
            Place::direct(network, speaker.nick())
        } else {
            Place::channel(network, "#fedora-admin")
        };
        Incoming {
            id: Some(IncomingId {
                network: network.to_owned(),
                id: format!("m{}", self.messages),
            }),
            place,
            name: speaker.nick().to_owned(),
            identity: speaker.identity(),
            own_name: "rfrbot".to_owned(),
            text: text.to_owned(),
            at: self.now,
            quoted: None,
        }
    }

    /// Somebody says a command in the channel; the oracle checks the result.
    pub(crate) fn say(&mut self, speaker: Speaker, words: &str) -> Option<Commit> {
        let incoming = self.incoming(speaker, &format!("!rfr {words}"), false);
        self.heard_from(speaker, vec![incoming]).pop()
    }

    /// Messages of one speaker, in one batch.
    pub(crate) fn heard_from(&mut self, speaker: Speaker, messages: Vec<Incoming>) -> Vec<Commit> {
        let said = messages
            .first()
            .map(|incoming| incoming.text.clone())
            .unwrap_or_default();
        let commits = self.hear(messages.into_iter().map(Report::Heard).collect());
        let facts = Facts {
            main: self.main.clone(),
            speaker: speaker.account(),
            edition: self.edition,
            now: self.now,
        };
        for commit in &commits {
            self.oracle.observe(commit, &facts, &said);
        }
        self.delivered();
        commits
    }

    /// Everything knowable about the store's contents, from memory first as the desk sees it.
    pub(crate) fn picture(&mut self) -> Picture {
        let words = self.oracle.every_name_and_ticket();
        let running = self.running();
        let database = &running.database;
        let state = running.core.desk().state();
        let ids: Vec<RfrId> = (1..state.next_rfr_id().0).map(RfrId).collect();
        let read = "the database can be read";
        Picture {
            rfrs: ids
                .iter()
                .map(|id| state.rfr(*id, database).expect(read).map(std::borrow::Cow::into_owned))
                .collect(),
            open: state.open().map(|rfr| rfr.id).collect(),
            closed: database.closed_rfrs().map(|rfr| rfr.expect(read).id).collect(),
            histories: ids
                .iter()
                .map(|id| Archive::history(database, *id).expect(read))
                .collect(),
            names: words
                .iter()
                .map(|word| {
                    let named = state.named(word, database).expect(read);
                    let with_ticket = state.with_ticket(word, database).expect(read);
                    (word.clone(), named, with_ticket)
                })
                .collect(),
            focus: PLACES
                .iter()
                .map(|(network, room)| state.focus(&Place::channel(network, room)))
                .collect(),
            last_changed: Speaker::ALL
                .into_iter()
                .filter_map(Speaker::account)
                .map(|account| Archive::last_changed_by(database, &Account::new(account)).expect(read))
                .collect(),
            next_seq: state.next_seq(),
            owed: database
                .outbox()
                .expect(read)
                .into_iter()
                .map(|owed| match owed {
                    Owed::Say(delivery) => (delivery.key.expect("kept deliveries have keys"), delivery.lines_done),
                    Owed::Mail(delivery) => (delivery.key, 0),
                    Owed::Ticket(delivery) => (delivery.key, 0),
                    Owed::Bus(delivery) => (delivery.key, 0),
                })
                .collect(),
            owed_in_memory: running.core.owed(),
        }
    }

    /// Today's date, in the calendar.
    pub(crate) fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }
}

const PLACES: [(&str, &str); 2] = [("libera", "#fedora-admin"), ("oftc", "#fedora-admin")];

#[derive(Debug, PartialEq)]
pub(crate) struct Picture {
    pub(crate) rfrs: Vec<Option<Rfr>>,
    pub(crate) open: Vec<RfrId>,
    pub(crate) closed: Vec<RfrId>,
    pub(crate) histories: Vec<Vec<(Origin, RfrEvent)>>,
    pub(crate) names: Vec<(String, Option<RfrId>, Option<RfrId>)>,
    pub(crate) focus: Vec<Option<RfrId>>,
    pub(crate) last_changed: Vec<Option<RfrId>>,
    pub(crate) next_seq: u64,
    pub(crate) owed: BTreeMap<OutboxKey, u32>,
    pub(crate) owed_in_memory: usize,
}

/// Every line that anybody ever receives passes here.
fn look_at_lines(delivery: &Delivery, bounded: bool) {
    let lines = delivery.outgoing.message.plain_lines();
    assert!(!lines.is_empty(), "a message without a line: {delivery:?}");
    for line in lines {
        assert!(!line.trim().is_empty(), "an empty line: {delivery:?}");
        assert!(!line.starts_with(['!', '#']), "it begins like a command: {line}");
        assert!(!line.chars().any(char::is_control), "a control character: {line:?}");
    }
    look_at_irc_lines(delivery, bounded);
}

/// The most lines of an answer in a channel.
const MOST_LINES: usize = 8;

/// Every line, as the server relays it with the longest common prefix, fits into the 512 bytes of RFC 2812 §2.3.
fn look_at_irc_lines(delivery: &Delivery, bounded: bool) {
    let longest = format!(":{}!{}@{} ", "n".repeat(30), "u".repeat(11), "h".repeat(63));
    let place = &delivery.outgoing.place;
    let command = match delivery.outgoing.manner {
        Manner::Reply => "PRIVMSG",
        Manner::Announcement => "NOTICE",
    };
    let lines = rfrbot::chat::irc::lines(&delivery.outgoing).expect("the names leave room for words");
    if bounded && delivery.outgoing.manner == Manner::Reply && !place.is_direct() {
        assert!(lines.len() <= MOST_LINES, "{} lines: {lines:#?}", lines.len());
    }
    for line in lines {
        let relayed = format!("{longest}{command} {} :{line}\r\n", place.room_name());
        assert!(relayed.len() <= 512, "{} bytes: {relayed}", relayed.len());
        assert!(!line.starts_with(['!', '#']), "it looks like a command: {line}");
        assert!(!line.chars().any(char::is_control), "a control character: {line:?}");
    }
}
