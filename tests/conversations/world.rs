//! The world of a story: the real pipeline on a real store in a temporary folder, with networks that accept everything.

use crate::bus::Bus;
use crate::tickets::Tracker;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};
use rfrbot::accounts::{self, Found};
use rfrbot::calendar::{Calendar, Freeze};
use rfrbot::config::{Budget, CalendarSource, Freezes, Location};
use rfrbot::delivery::Outbox;
use rfrbot::desk::{Desk, LiveGroups, MailSettings, Reminders, Settings, TrackerSettings};
use rfrbot::mail;
use rfrbot::people::profiles::Profile;
use rfrbot::people::{Account, Directory, Identity, SECURITY_OFFICER, SYSADMIN_MAIN, SYSADMIN_RELENG, Unproven};
use rfrbot::rfr::NewsKind;
use rfrbot::service::{Core, take_calendars};
use rfrbot::sop::Edition;
use rfrbot::store::{self, Journal};
use rfrbot::wire::{
    AccountsTold, BUS_NETWORK, BusDelivery, Delivery, Incoming, ListMail, MailDelivery, MessageId, Place, Quoting,
    Report, TRACKER_NETWORK, TicketDelivery,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use tokio::sync::mpsc;

pub(crate) const NETWORKS: [&str; 2] = ["libera", "oftc"];

/// The kind of network through which the people of a story speak.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Front {
    Irc,
    Matrix,
}

pub(crate) struct World {
    pub(crate) front: Front,
    pub(crate) folder: tempfile::TempDir,
    pub(crate) now: DateTime<Utc>,
    pub(crate) place: Place,
    pub(crate) private: Option<String>,
    pub(crate) logins: HashMap<(String, String), Option<String>>,
    pub(crate) identities: Vec<(Account, Identity)>,
    pub(crate) people: BTreeSet<Account>,
    pub(crate) groups: BTreeMap<String, Vec<Account>>,
    pub(crate) cannot_tell: bool,
    pub(crate) four_eyes: bool,
    pub(crate) objections_hold: bool,
    pub(crate) budget: Option<Budget>,
    /// The address of the page to look at.
    pub(crate) board: Option<String>,
    pub(crate) admin: Option<Place>,
    pub(crate) edition: Edition,
    pub(crate) own_edition: Option<Edition>,
    pub(crate) freezes: Vec<Freeze>,
    /// Further settings about freezes.
    pub(crate) published: Freezes,
    pub(crate) announce: Vec<Place>,
    /// What a place is told that is not told of everything.
    pub(crate) told: BTreeMap<Place, BTreeSet<NewsKind>>,
    pub(crate) lines: Option<usize>,
    pub(crate) list: Option<MailSettings>,
    pub(crate) tracked: Option<TrackerSettings>,
    pub(crate) tracker: Tracker,
    /// The message bus, where the config names one.
    pub(crate) bus: Option<Bus>,
    pub(crate) addresses: Vec<(Account, String)>,
    pub(crate) server: Server,
    /// The bot's mails by the RFR in brackets, newest last.
    pub(crate) mails: Vec<(String, Vec<MessageId>)>,
    pub(crate) last_mail: Option<ListMail>,
    /// Further lines of output.
    pub(crate) shown: Vec<String>,
    pub(crate) reminders: Option<Reminders>,
    pub(crate) struck: Vec<String>,
    pub(crate) messages: u64,
    pub(crate) last: Option<Incoming>,
    /// What each said last.
    pub(crate) said: HashMap<String, Incoming>,
    /// The last 📌 of each.
    pub(crate) pins: HashMap<String, Incoming>,
    /// To what the next message replies.
    pub(crate) pointed_at: Option<Quoting>,
    /// How long the lines of a channel are remembered.
    pub(crate) remembered: Duration,
    pub(crate) running: Option<Running>,
    /// What the account system says of groups, where they come from one.
    pub(crate) accounts: Option<AccountSystem>,
    /// What its profiles name, and whose profiles are private or disabled.
    pub(crate) profiles: Vec<(Account, Identity)>,
    pub(crate) unseen: BTreeSet<Account>,
    pub(crate) disabled: BTreeSet<Account>,
    /// What names everybody's login.
    pub(crate) named_by: NamedBy,
    /// A homeserver whose names are accounts.
    pub(crate) homeserver: Option<String>,
    /// A network that is down when the bot starts.
    pub(crate) away_at_start: Option<String>,
}

/// What the account system says when it is asked who is in a group.
#[derive(Clone)]
pub(crate) enum AccountSystem {
    /// Who is.
    Answers,
    /// Why it cannot say.
    Fails(String),
    /// Nothing.
    Silent,
}

/// What names everybody's login.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NamedBy {
    Config,
    Profiles,
}

/// What the mail server answers.
#[derive(Clone)]
pub(crate) enum Server {
    Takes,
    Delays(String),
    Refuses(String),
}

pub(crate) struct Running {
    pub(crate) core: Core,
    pub(crate) journal: Journal,
    pub(crate) adaptors: HashMap<&'static str, mpsc::Receiver<Delivery>>,
    pub(crate) mailer: mpsc::Receiver<MailDelivery>,
    pub(crate) tickets: mpsc::Receiver<TicketDelivery>,
    pub(crate) messages: mpsc::Receiver<BusDelivery>,
}

pub(crate) fn moment(date: &str, time: &str) -> DateTime<Utc> {
    let date: NaiveDate = date.parse().expect("a date");
    let time = NaiveDateTime::parse_from_str(&format!("{date} {time}"), "%Y-%m-%d %H:%M").expect("a time");
    time.and_utc()
}

pub(crate) fn place(words: &str) -> Place {
    let (network, room) = words
        .split_once('/')
        .unwrap_or_else(|| panic!("{words} is no NETWORK/#ROOM"));
    Place::channel(network, room)
}

impl World {
    pub(crate) fn new(front: Front) -> Self {
        Self {
            front,
            folder: tempfile::tempdir().expect("a temporary folder"),
            now: "2026-03-02T14:00:00Z".parse().expect("a time"),
            place: place("libera/#fedora-admin"),
            private: None,
            logins: HashMap::new(),
            identities: Vec::new(),
            people: BTreeSet::new(),
            groups: BTreeMap::new(),
            cannot_tell: false,
            four_eyes: false,
            objections_hold: false,
            budget: None,
            board: None,
            admin: None,
            edition: Edition::classic(),
            own_edition: None,
            freezes: Vec::new(),
            published: Freezes::default(),
            announce: vec![place("libera/#fedora-admin"), place("libera/#fedora-noc")],
            told: BTreeMap::new(),
            lines: None,
            list: None,
            tracked: None,
            tracker: Tracker::default(),
            bus: None,
            addresses: Vec::new(),
            server: Server::Takes,
            mails: Vec::new(),
            last_mail: None,
            shown: Vec::new(),
            reminders: None,
            struck: Vec::new(),
            messages: 0,
            last: None,
            said: HashMap::new(),
            pins: HashMap::new(),
            pointed_at: None,
            remembered: Duration::minutes(10),
            running: None,
            accounts: None,
            profiles: Vec::new(),
            unseen: BTreeSet::new(),
            disabled: BTreeSet::new(),
            named_by: NamedBy::Config,
            homeserver: None,
            away_at_start: None,
        }
    }

    /// What proves an account: a services account on IRC; on Matrix, an id on a server with the network's name.
    pub(crate) fn proof(&self, network: &str, account: &str) -> Identity {
        match self.front {
            Front::Irc => Identity::IrcAccount {
                network: network.to_owned(),
                account: account.to_owned(),
            },
            Front::Matrix => Identity::Matrix {
                mxid: format!("@{}:{network}", account.to_lowercase()),
            },
        }
    }

    /// The identity that a story names: NETWORK/ACCOUNT, or a Matrix id.
    pub(crate) fn named(&self, words: &str) -> Identity {
        match words.split_once('/') {
            Some((network, account)) => self.proof(network, account),
            None => Identity::from_words(words).expect("NETWORK/ACCOUNT or a Matrix id"),
        }
    }

    /// What proves nothing: on Matrix, only bridged users.
    pub(crate) fn nobody(&self, why: Unproven) -> Identity {
        Identity::Unproven(match self.front {
            Front::Irc => why,
            Front::Matrix => Unproven::BridgeGhost,
        })
    }

    /// Who is who: everybody by the account's name, and by what a story says.
    pub(crate) fn identities(&self) -> Vec<(Account, Identity)> {
        let people = self.people.iter().chain(self.groups.values().flatten());
        let own = people.map(|account| (account.clone(), self.proof("libera", account.as_str())));
        own.chain(self.identities.iter().cloned()).collect()
    }

    pub(crate) fn directory(&self) -> Directory {
        let mut directory = Directory::new();
        directory.set_four_eyes(self.four_eyes);
        directory.set_objections_hold(self.objections_hold);
        directory.set_read_at(self.now);
        if let Some(server) = &self.homeserver {
            directory.add_account_server(server);
        }
        for (account, identity) in self.identities() {
            // Of whom the account system alone proves, the config knows the name.
            if self.named_by == NamedBy::Profiles {
                directory.add_account(&account);
            } else {
                directory.add_identity(&account, identity);
            }
        }
        for (account, address) in &self.addresses {
            directory.add_mail(account, address);
        }
        for (group, members) in self.groups.iter().filter(|_| self.accounts.is_none()) {
            for account in members {
                directory.add_member(group, account);
            }
        }
        directory
    }

    /// What the config says of freezes and absences.
    pub(crate) fn freezes(&self) -> Freezes {
        Freezes {
            windows: Calendar::new(self.freezes.clone()),
            ..self.published.clone()
        }
    }

    /// A file beside the store, as the config names it.
    pub(crate) fn source(&self, name: &str) -> CalendarSource {
        CalendarSource {
            name: name.to_owned(),
            location: Location::File(self.folder.path().join(name)),
        }
    }

    pub(crate) fn calendar_path(&self) -> PathBuf {
        self.folder.path().join("keytasks.ics")
    }

    pub(crate) fn settings(&self) -> Settings {
        let names = |sources: &[CalendarSource]| sources.iter().map(|source| source.name.clone()).collect();
        let freezes = self.freezes();
        let mut reply_lines = HashMap::new();
        if let Some(lines) = self.lines {
            reply_lines.extend(NETWORKS.map(|network| (network.to_owned(), lines)));
        }
        Settings {
            prefix: "!rfr".to_owned(),
            ascii: false,
            board: self.board.clone(),
            edition: self.edition,
            own_edition: self.own_edition,
            ticket_base: Some("https://forge.example.org/infra/tickets/issues/".to_owned()),
            undo_within: Duration::minutes(60),
            announce: self.announce.clone(),
            told: self.told.clone(),
            bridged: Vec::new(),
            mail: self.list.clone(),
            tracker: self.tracked.clone(),
            bus: self.bus.as_ref().map(|_| Bus::settings()),
            calendars: names(&freezes.imports),
            absences: names(&freezes.absences),
            automatic: freezes.automatic,
            reminders: self.reminders.clone(),
            reply_lines,
            remembered: self.remembered,
        }
    }

    pub(crate) fn running(&mut self) -> &mut Running {
        if self.running.is_none() {
            let opened = store::open(self.folder.path()).expect("the store opens");
            let mut journal = opened.journal;
            let database = opened.database.clone();
            let freezes = self.freezes();
            let mut desk = Desk::open(
                self.settings(),
                self.directory(),
                freezes.windows.clone(),
                opened.database,
            )
            .expect("the desk opens");
            let mut codes = 0_u64;
            desk.set_random(Box::new(move || {
                codes += 1;
                Some(codes.to_be_bytes())
            }));
            if let Some(budget) = self.budget {
                desk.set_operations(budget, self.admin.clone());
            }
            if self.accounts.is_some() {
                let groups = self.groups.keys().cloned();
                let known = [SYSADMIN_MAIN, SYSADMIN_RELENG, SECURITY_OFFICER].map(str::to_owned);
                let config = LiveGroups {
                    groups: groups.chain(known).collect(),
                    profiles: true,
                    fresh: Duration::minutes(5),
                    patience: Duration::seconds(10),
                };
                desk.set_accounts(config, self.now);
            }
            take_calendars(&mut desk, &mut journal, &freezes, self.now).expect("the disk takes it");
            let owed = database.outbox().expect("the outbox can be read");
            let mut outbox = Outbox::new();
            let mut adaptors = HashMap::new();
            for network in NETWORKS {
                let (sender, receiver) = mpsc::channel(1000);
                outbox.connect(network, sender);
                if self.away_at_start.as_deref() != Some(network) {
                    outbox.up(network);
                }
                adaptors.insert(network, receiver);
            }
            let (sender, mailer) = mpsc::channel(1000);
            outbox.connect_mail(sender);
            outbox.up(mail::NETWORK);
            let (sender, tickets) = mpsc::channel(1000);
            outbox.connect_tracker(sender);
            outbox.up(TRACKER_NETWORK);
            let (sender, messages) = mpsc::channel(1000);
            outbox.connect_bus(sender);
            outbox.up(BUS_NETWORK);
            let (core, _) = Core::new(desk, outbox, owed);
            self.running = Some(Running {
                core,
                journal,
                adaptors,
                mailer,
                tickets,
                messages,
            });
        }
        self.running.as_mut().expect("it was just started")
    }

    /// The history can be imported elsewhere: none of it counts as made by hand.
    pub(crate) fn can_be_moved(&mut self) {
        if self.running.is_none() {
            return;
        }
        let mut export = Vec::new();
        store::export(self.folder.path(), &mut export).expect("it can be exported");
        let elsewhere = tempfile::tempdir().expect("a folder");
        store::import(export.as_slice(), &elsewhere.path().join("store")).expect("it can be imported");
    }

    /// Reports go through the loop's body as in the running bot.
    pub(crate) fn step(&mut self, report: Report) {
        self.steps(vec![report]);
    }

    /// Several reports in one batch.
    pub(crate) fn steps(&mut self, reports: Vec<Report>) {
        let now = self.now;
        let running = self.running();
        let batch = running.core.prepare(reports, now);
        running.journal.commit(&batch.commits()).expect("the disk takes it");
        let marks: Vec<_> = batch.marks.clone();
        running.core.speak(batch);
        running.journal.mark(&marks).expect("the disk takes it");
        self.accounts_answer();
    }

    /// The account system answers what it was asked, each in a batch of its own.
    pub(crate) fn accounts_answer(&mut self) {
        let Some(system) = self.accounts.clone() else { return };
        if matches!(system, AccountSystem::Silent) {
            return;
        }
        for asked in self.running().core.desk_mut().take_questions() {
            let members = |group: &String| match &system {
                AccountSystem::Fails(why) => Err(why.clone()),
                AccountSystem::Answers | AccountSystem::Silent => {
                    Ok(self.groups.get(group).into_iter().flatten().cloned().collect())
                }
            };
            let groups = asked.groups.iter();
            let groups = groups.map(|group| (group.clone(), members(group))).collect();
            let who = asked.who.map(|identity| {
                let profile = match &system {
                    AccountSystem::Fails(why) => Err(why.clone()),
                    AccountSystem::Answers | AccountSystem::Silent => Ok(self.profile(&identity)),
                };
                (identity, profile)
            });
            let account = asked.account.map(|account| {
                let active = match &system {
                    AccountSystem::Fails(why) => Err(why.clone()),
                    AccountSystem::Answers | AccountSystem::Silent => Ok(!self.disabled.contains(&account)),
                };
                (account, active)
            });
            self.step(Report::Accounts(AccountsTold {
                round: asked.round,
                groups,
                who,
                account,
            }));
        }
    }

    /// Whose an identity is by the profiles, as an account system's answer is read.
    fn profile(&self, identity: &Identity) -> Profile {
        let hosts = NETWORKS.map(|network| (network.to_owned(), format!("irc.{network}.example.org")));
        let hosts = hosts.into();
        let wanted = accounts::forms(identity, &hosts);
        let mut named = self.profiles.clone();
        if self.named_by == NamedBy::Profiles {
            named.extend(self.identities());
        }
        named.retain(|(account, named)| named.is_same(identity) && !self.disabled.contains(account));
        // The search finds private ones, too, and does not say what they say.
        let found = named.iter().map(|(account, named)| {
            let is_private = self.unseen.contains(account);
            Found {
                username: account.to_string(),
                ircnicks: (!is_private).then(|| accounts::forms(named, &hosts)),
                is_private,
            }
        });
        accounts::whose(identity, &wanted, &found.collect::<Vec<_>>())
    }

    /// One tick of the clock; its output is preceded by the time.
    pub(crate) fn strike(&mut self) {
        let now = self.now;
        let running = self.running();
        let batch = running.core.tick(now);
        running.journal.commit(&batch.commits()).expect("the disk takes it");
        running.core.speak(batch);
        let said = self.delivered();
        if !said.is_empty() {
            self.struck.push(format!("| — {}", now.format("%a %Y-%m-%d %H:%M")));
            self.struck.extend(said);
        }
    }

    /// Advances the time to a moment, with ticks when the desk asks for them.
    pub(crate) fn pass(&mut self, until: DateTime<Utc>) {
        if self.accounts.is_some() && self.messages > 0 {
            self.accounts_answer();
            while let Some(due) = self.running().core.desk().question_due().filter(|due| *due <= until) {
                self.now = self.now.max(due);
                self.strike();
            }
        }
        let may_tick = self.reminders.is_some() || self.budget.is_some();
        if self.messages > 0 && (may_tick || self.running().core.desk().offers_due().is_some()) {
            loop {
                let now = self.now;
                let Some(due) = self.running().core.next_tick(now).filter(|due| *due <= until) else {
                    break;
                };
                self.now = now.max(due);
                self.strike();
            }
        }
        self.now = until;
    }

    pub(crate) fn refresh_people(&mut self) {
        let directory = self.directory();
        if let Some(running) = &mut self.running {
            running.core.desk_mut().set_directory(directory);
        }
    }

    /// Settings take effect at the next start.
    pub(crate) fn before_start(&mut self, set: impl FnOnce(&mut Self)) {
        set(self);
        self.running = None;
    }
}
