//! Conversation tests: each file under `tests/conversations` is a story.
//!
//! `<nick> text` is said, `| …` is everything that the bot delivered because of it (silence is asserted too),
//! `-- …` is the world, `#` begins a comment. The first comment is a sentence with which one can agree or
//! disagree. The whole pipeline runs on a real store in a temporary folder; no sockets, no sleeps.
//!
//! `RFRBOT_REWRITE=1 cargo test --test conversations` rewrites the `|` lines; read the diff like prose.
//! `RFRBOT_STORIES=FOLDER` also runs the stories of that folder.
//!
//! The world: `-- time 2026-03-02 14:00`, `-- in 3 days`, `-- place libera/#fedora-admin`,
//! `-- private libera` (what follows is said in private), `-- group sysadmin-main kevin smooge`,
//! `-- person ralph` (known, in no group), `-- login nick account` and `-- logout nick` (what the network
//! proves), `-- identity ralph oftc/ralph_` (what the config maps), `-- server cannot tell`, `-- edition audit`,
//! `-- freeze F45 beta 2026-08-25 2026-09-16`, `-- calendar FILE` (the config's calendar is now that file of
//! `tests/data`), `-- calendar gone`, `-- calendar becomes FILE` (or `nothing`; while the bot runs, which reads
//! it at `-- calendars are read again`), `-- freezes by itself` (they start and end as predicted),
//! `-- absent kevin 2026-03-09 2026-03-13 NOTE` (a calendar of absences of the config) and
//! `-- absences gone`, `-- announce libera/#fedora-noc …`, `-- lines 4`,
//! `-- libera down`, `-- libera up`, `-- restart`, `-- lose the database`, `-- again` (the network repeats
//! the last message), `-- after FILE` (everything in that story happened before).
//!
//! The mailing list: `-- list` (the config has one), `-- mail only request ended` (what is mailed), `-- open questions`
//! (the config's switch), `-- address ralph ralph@example.org`, `-- mail from NAME <ADDRESS> re RFR: TEXT // TEXT` (a
//! reply in its thread; `//` begins a line, `////` a paragraph), `-- mail from NAME <ADDRESS> on SUBJECT: TEXT` (a new mail), `-- 12 mails from
//! …` (in one batch), `-- mail again`, `-- mail down`, `-- mail up`, `-- mail delayed WORDS` and `-- mail refused WORDS`
//! (what the server says from now on), `-- summary` (the weekly mail as it would be). The bot's mails stand under `| mail:`.
//!
//! Reminders are off until `-- remind` (in which hours: `-- remind mon-fri 9-17 Europe/Prague`). From then on the clock
//! strikes whenever the desk asks for it while time passes, as the loop's would, and after whatever is said; each
//! strike that says something is headed by its time. `-- clock WHEN` sets the clock, also back, without that: the machine
//! slept or its clock was wrong; then the clock strikes once. `-- no one-person` turns a kind off. `-- downtime 7 days` stops the bot for so long.
//! `-- post NAME WHEN` and `-- post NAME 60 minutes before WHEN` are recurring posts, `-- limit hold 7 14 42` and
//! `-- limit posts 1` change limits; a post whose name ends in `-to-list` is mailed too, `-- to list hold 2` lets a kind escalate, `-- around ralph` and `-- gone ralph`
//! tell who is in sight.

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveDateTime, Utc};
use rfrbot::calendar::{Automatic, Calendar, Freeze};
use rfrbot::chat::{Delivery, Incoming, IncomingId, Manner, Place, Report};
use rfrbot::config::{CalendarSource, Freezes, Location};
use rfrbot::delivery::Outbox;
use rfrbot::desk::{Desk, MailSettings, RecurringPost, Reminders, Settings};
use rfrbot::mail::{self, ListMail, MailDelivery, MailKind, MessageId};
use rfrbot::people::{Account, Directory, Identity, Unproven};
use rfrbot::reminder::recurring::{Recurring, Timetable, zone_named};
use rfrbot::reminder::{self, Hours, Rhythm};
use rfrbot::service::{Core, PATIENCE, Reader, take_calendars};
use rfrbot::sop::{Edition, Kind, Level, TABLE};
use rfrbot::store::{self, Journal};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::mpsc;

const NETWORKS: [&str; 2] = ["libera", "oftc"];

const STORIES_AT_ONCE: usize = 8;

/// Through which network's door the people of a story come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Front {
    Irc,
    Matrix,
}

struct World {
    front: Front,
    folder: tempfile::TempDir,
    now: DateTime<Utc>,
    place: Place,
    private: Option<String>,
    logins: HashMap<(String, String), Option<String>>,
    identities: Vec<(Account, Identity)>,
    people: BTreeSet<Account>,
    groups: BTreeMap<String, Vec<Account>>,
    cannot_tell: bool,
    edition: Edition,
    freezes: Vec<Freeze>,
    /// What else the config says of freezes.
    published: Freezes,
    announce: Vec<Place>,
    lines: Option<usize>,
    list: Option<MailSettings>,
    addresses: Vec<(Account, String)>,
    server: Server,
    /// The bot's mails by the RFR in brackets, newest last.
    mails: Vec<(String, Vec<MessageId>)>,
    last_mail: Option<ListMail>,
    /// What is shown besides.
    shown: Vec<String>,
    reminders: Option<Reminders>,
    struck: Vec<String>,
    messages: u64,
    last: Option<Incoming>,
    running: Option<Running>,
}

/// What the mail server says.
#[derive(Clone)]
enum Server {
    Takes,
    Delays(String),
    Refuses(String),
}

struct Running {
    core: Core,
    journal: Journal,
    adaptors: HashMap<&'static str, mpsc::Receiver<Delivery>>,
    mailer: mpsc::Receiver<MailDelivery>,
}

fn moment(date: &str, time: &str) -> DateTime<Utc> {
    let date: NaiveDate = date.parse().expect("a date");
    let time = NaiveDateTime::parse_from_str(&format!("{date} {time}"), "%Y-%m-%d %H:%M").expect("a time");
    time.and_utc()
}

fn place(words: &str) -> Place {
    let (network, room) = words
        .split_once('/')
        .unwrap_or_else(|| panic!("{words} is no NETWORK/#ROOM"));
    Place::channel(network, room)
}

impl World {
    fn new(front: Front) -> Self {
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
            edition: Edition::Classic,
            freezes: Vec::new(),
            published: Freezes::default(),
            announce: vec![place("libera/#fedora-admin"), place("libera/#fedora-noc")],
            lines: None,
            list: None,
            addresses: Vec::new(),
            server: Server::Takes,
            mails: Vec::new(),
            last_mail: None,
            shown: Vec::new(),
            reminders: None,
            struck: Vec::new(),
            messages: 0,
            last: None,
            running: None,
        }
    }

    /// What proves an account: services accounts on IRC; on Matrix, an id on a server of the network's name.
    fn proof(&self, network: &str, account: &str) -> Identity {
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

    /// What proves nothing: on Matrix only bridges do that.
    fn nobody(&self, why: Unproven) -> Identity {
        Identity::Unproven(match self.front {
            Front::Irc => why,
            Front::Matrix => Unproven::BridgeGhost,
        })
    }

    fn directory(&self) -> Directory {
        let mut directory = Directory::new();
        let members = self.groups.values().flatten();
        for account in self.people.iter().chain(members) {
            directory.add_identity(account, self.proof("libera", account.as_str()));
        }
        for (account, address) in &self.addresses {
            directory.add_mail(account, address);
        }
        for (account, identity) in &self.identities {
            directory.add_identity(account, identity.clone());
        }
        for (group, members) in &self.groups {
            for account in members {
                directory.add_member(group, account);
            }
        }
        directory
    }

    /// What the config says of freezes and absences.
    fn freezes(&self) -> Freezes {
        Freezes {
            windows: Calendar::new(self.freezes.clone()),
            ..self.published.clone()
        }
    }

    /// A file beside the store, as the config names it.
    fn source(&self, name: &str) -> CalendarSource {
        CalendarSource {
            name: name.to_owned(),
            location: Location::File(self.folder.path().join(name)),
        }
    }

    fn calendar_path(&self) -> PathBuf {
        self.folder.path().join("keytasks.ics")
    }

    fn settings(&self) -> Settings {
        let names = |sources: &[CalendarSource]| sources.iter().map(|source| source.name.clone()).collect();
        let freezes = self.freezes();
        let mut reply_lines = HashMap::new();
        if let Some(lines) = self.lines {
            reply_lines.extend(NETWORKS.map(|network| (network.to_owned(), lines)));
        }
        Settings {
            prefix: "!rfr".to_owned(),
            edition: self.edition,
            ticket_base: Some("https://forge.example.org/infra/tickets/issues/".to_owned()),
            undo_within: Duration::minutes(60),
            announce: self.announce.clone(),
            bridged: Vec::new(),
            mail: self.list.clone(),
            calendars: names(&freezes.imports),
            absences: names(&freezes.absences),
            automatic: freezes.automatic,
            reminders: self.reminders.clone(),
            reply_lines,
        }
    }

    fn running(&mut self) -> &mut Running {
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
            take_calendars(&mut desk, &mut journal, &freezes, self.now).expect("the disk takes it");
            let owed = database.outbox().expect("the outbox can be read");
            let mut outbox = Outbox::new();
            let mut adaptors = HashMap::new();
            for network in NETWORKS {
                let (sender, receiver) = mpsc::channel(1000);
                outbox.connect(network, sender);
                outbox.up(network);
                adaptors.insert(network, receiver);
            }
            let (sender, mailer) = mpsc::channel(1000);
            outbox.connect_mail(sender);
            outbox.up(mail::NETWORK);
            let (core, _) = Core::new(desk, outbox, owed);
            self.running = Some(Running {
                core,
                journal,
                adaptors,
                mailer,
            });
        }
        self.running.as_mut().expect("it was just started")
    }

    /// Reports go through the loop's body as they would in the running bot.
    fn step(&mut self, report: Report) {
        self.steps(vec![report]);
    }

    /// Several reports in one batch.
    fn steps(&mut self, reports: Vec<Report>) {
        let now = self.now;
        let running = self.running();
        let batch = running.core.prepare(reports, now);
        running.journal.commit(&batch.commits()).expect("the disk takes it");
        let marks: Vec<_> = batch.marks.clone();
        running.core.speak(batch);
        running.journal.mark(&marks).expect("the disk takes it");
    }

    /// The clock strikes once; what it says is headed by the time.
    fn strike(&mut self) {
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

    /// Time passes up to a moment, and the clock strikes when the desk asks for it.
    fn pass(&mut self, until: DateTime<Utc>) {
        if self.reminders.is_some() && self.messages > 0 {
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

    /// All that was said because of a line, also by the clock a moment later.
    fn outcome(&mut self) -> Vec<String> {
        let mut said = std::mem::take(&mut self.struck);
        said.extend(self.delivered());
        if self.reminders.is_some() && self.messages > 0 {
            self.pass(self.now + Duration::seconds(12));
            said.append(&mut self.struck);
        }
        said
    }

    /// What reminders are like in this story from its next start on.
    fn remind(&mut self, set: impl FnOnce(&mut Reminders)) {
        let mut reminders = self.reminders.take().unwrap_or_else(|| Reminders {
            settings: reminder::Settings::default(),
            places: self.announce.clone(),
            posts: Vec::new(),
        });
        set(&mut reminders);
        self.reminders = Some(reminders);
        self.running = None;
    }

    fn limit(&mut self, what: &str, numbers: &[&str]) {
        let numbers: Vec<u32> = numbers.iter().map(|word| word.parse().expect("a number")).collect();
        let rhythm = || Rhythm::new(numbers[0], numbers[1], numbers[2]);
        self.remind(|reminders| {
            let settings = &mut reminders.settings;
            match what {
                "posts" => settings.posts_per_day = numbers[0] as usize,
                "mentions" => settings.mentions_per_rfr_and_day = numbers[0] as usize,
                "hold" => settings.hold = rhythm(),
                "one-person" => settings.one_person = rhythm(),
                "silent" => settings.silent = reminder::PerPhase::always(rhythm()),
                "off" => panic!("-- no KIND turns a kind off"),
                _ => panic!("the world knows no limit {what}"),
            }
        });
    }

    fn post(&mut self, name: &str, ahead: Option<i64>, when: &str) {
        self.remind(|reminders| {
            let timetable = Timetable::parse(when, reminders.settings.hours.zone()).expect("a timetable");
            let recurring = match ahead {
                None => Recurring::digest(name, timetable),
                Some(minutes) => Recurring::before_meeting(name, timetable, Duration::minutes(minutes)),
            };
            let places = reminders.places.clone();
            let to_list = name.ends_with("-to-list");
            reminders.posts.push(RecurringPost {
                recurring,
                places,
                to_list,
            });
        });
    }

    fn sight(&mut self, account: &str, here: bool) {
        let network = self.spoken_in("").network;
        let identity = self.proof(&network, account);
        self.step(Report::Around {
            network,
            identity,
            here,
        });
    }

    /// Everything that the networks were given; they confirm each at once.
    fn delivered(&mut self) -> Vec<String> {
        let here = self.spoken_in("");
        let mut said = std::mem::take(&mut self.shown);
        loop {
            if let Ok(mail) = self.running().mailer.try_recv() {
                said.extend(self.mail_out(mail));
                continue;
            }
            let running = self.running();
            let Some(delivery) = NETWORKS
                .iter()
                .find_map(|network| running.adaptors.get_mut(network)?.try_recv().ok())
            else {
                return said;
            };
            let outgoing = &delivery.outgoing;
            let elsewhere = if outgoing.place.network == here.network
                && outgoing.place.is_direct() == here.is_direct()
                && (outgoing.place.is_direct() || outgoing.place == here)
            {
                String::new()
            } else if outgoing.place.is_direct() {
                format!(
                    "[{} in private to {}] ",
                    outgoing.place.network,
                    outgoing.place.room_name()
                )
            } else {
                format!("[{}] ", outgoing.place)
            };
            for (at, line) in outgoing.message.plain_lines().into_iter().enumerate() {
                assert!(!line.starts_with(['!', '#']), "a line begins like a command: {line}");
                let to = match (&outgoing.to, outgoing.manner) {
                    (Some(name), _) if at == 0 && !outgoing.place.is_direct() => format!("{name}: "),
                    (_, Manner::Announcement) if at == 0 => "* ".to_owned(),
                    _ => String::new(),
                };
                said.push(format!("| {elsewhere}{to}{line}"));
            }
            if !outgoing.beside.highlights.is_empty() {
                said.push(format!(
                    "| {elsewhere}(calls {})",
                    outgoing.beside.highlights.join(", ")
                ));
            }
            if let Some(key) = delivery.key {
                self.step(Report::Delivered {
                    key,
                    lines: 1,
                    complete: true,
                });
            }
        }
    }

    /// A mail reached the server.
    fn mail_out(&mut self, delivery: MailDelivery) -> Vec<String> {
        let MailDelivery { key, mail } = delivery;
        match self.server.clone() {
            Server::Takes => {}
            Server::Delays(why) => {
                let again = self.now + Duration::minutes(1);
                self.step(Report::MailDelayed {
                    key,
                    attempts: 1,
                    why,
                    again,
                });
                return Vec::new();
            }
            Server::Refuses(why) => {
                self.step(Report::Undeliverable { key, why });
                return Vec::new();
            }
        }
        let about = mail.about.clone().or_else(|| {
            let (_, name) = mail.subject.split_once('[')?;
            Some(name.split_once(']')?.0.to_owned())
        });
        let said = written(&mail);
        if let Some(name) = about {
            let ids = mail.references.iter().cloned().chain([mail.message_id.clone()]);
            self.mails.push((name, ids.collect()));
        }
        self.step(Report::Delivered {
            key,
            lines: 1,
            complete: true,
        });
        said
    }

    /// A mail of the list, from the words of a story.
    fn list_mail(&mut self, words: &str) -> ListMail {
        self.messages += 1;
        let (name, rest) = words.split_once(" <").expect("NAME <ADDRESS>");
        let (address, rest) = rest.split_once("> ").expect("an address, then what it is about");
        let (about, text) = rest.split_once(": ").expect("what it is about, then its text");
        let (references, subject) = if let Some(rfr) = about.strip_prefix("re ") {
            let thread = self.mails.iter().rev().find(|(name, _)| name == rfr);
            let (_, thread) = thread.unwrap_or_else(|| panic!("no mail about {rfr} was sent"));
            (thread.clone(), format!("[{rfr}] something"))
        } else {
            let subject = about.strip_prefix("on ").expect("`re RFR` or `on SUBJECT`");
            (Vec::new(), subject.to_owned())
        };
        let mail = ListMail {
            message_id: MessageId::new(&format!("{}@people.example.org", self.messages)).expect("a Message-ID"),
            references,
            subject,
            address: Some(address.to_lowercase()),
            name: name.to_owned(),
            at: self.now,
            text: text.replace(" //// ", "\n\n").replace(" // ", "\n"),
        };
        self.last_mail = Some(mail.clone());
        mail
    }

    fn change_list(&mut self, set: impl FnOnce(&mut MailSettings)) {
        self.before_start(|world| set(world.list.as_mut().expect("there is a list")));
    }

    fn spoken_in(&self, nick: &str) -> Place {
        match &self.private {
            Some(network) => Place::direct(network, nick),
            None => self.place.clone(),
        }
    }

    fn identity(&self, network: &str, nick: &str) -> Identity {
        if self.cannot_tell {
            return self.nobody(Unproven::ServerCannotTell);
        }
        let known = self.directory().knows(&Account::new(nick));
        let account = match self.logins.get(&(network.to_owned(), nick.to_owned())) {
            Some(login) => login.clone(),
            None => known.then(|| nick.to_owned()),
        };
        match account {
            Some(account) => self.proof(network, &account),
            None => self.nobody(Unproven::NotLoggedIn),
        }
    }

    fn say(&mut self, nick: &str, text: &str) {
        self.messages += 1;
        let place = self.spoken_in(nick);
        let incoming = Incoming {
            id: Some(IncomingId {
                network: place.network.clone(),
                id: format!("m{}", self.messages),
            }),
            identity: self.identity(&place.network, nick),
            place,
            name: nick.to_owned(),
            own_name: "rfrbot".to_owned(),
            text: text.to_owned(),
            at: self.now,
        };
        self.last = Some(incoming.clone());
        self.step(Report::Heard(incoming));
    }

    fn refresh_people(&mut self) {
        let directory = self.directory();
        if let Some(running) = &mut self.running {
            running.core.desk_mut().set_directory(directory);
        }
    }

    fn happen(&mut self, words: &str, stories: &Path) {
        let parts: Vec<&str> = words.split_whitespace().collect();
        match parts.as_slice() {
            ["time", date] => self.set_time(date, "12:00"),
            ["time", date, time] => self.set_time(date, time),
            ["in", count, "days" | "day"] => {
                self.pass(self.now + Days::new(count.parse().expect("a number of days")));
            }
            ["in", count, "minutes"] => {
                self.pass(self.now + Duration::minutes(count.parse().expect("a number of minutes")));
            }
            ["remind"] => self.remind(|_| {}),
            ["remind", hours, zone] => {
                use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
                let (from, to) = hours.split_once('-').expect("FROM-TO");
                let (from, to) = (from.parse().expect("an hour"), to.parse().expect("an hour"));
                let zone = zone_named(zone).expect("a zone");
                let hours = Hours::new(zone, &[Mon, Tue, Wed, Thu, Fri], from, to).expect("hours");
                self.remind(|reminders| reminders.settings.hours = hours);
            }
            ["limit", what, numbers @ ..] => self.limit(what, numbers),
            ["no", kind] => {
                let kind = reminder::Kind::from_name(kind).expect("a kind");
                self.remind(|reminders| {
                    reminders.settings.off.insert(kind);
                });
            }
            ["to", "list", kind, from] => {
                let (kind, from) = (
                    reminder::Kind::from_name(kind).expect("a kind"),
                    from.parse().expect("a number"),
                );
                self.remind(|reminders| {
                    reminders.settings.to_list_from.insert(kind, from);
                });
            }
            ["post", name, minutes, "minutes", "before", when @ ..] => {
                self.post(name, Some(minutes.parse().expect("a number")), &when.join(" "));
            }
            ["post", name, when @ ..] => self.post(name, None, &when.join(" ")),
            ["clock", date, time] => {
                self.now = moment(date, time);
                self.pass(self.now);
            }
            ["downtime", count, "days" | "day"] => {
                self.running = None;
                self.now = self.now + Days::new(count.parse().expect("a number of days"));
                self.running();
            }
            ["around", account] => self.sight(account, true),
            ["gone", account] => self.sight(account, false),
            ["place", name] => {
                self.place = place(name);
                self.private = None;
            }
            ["private", network] => self.private = Some((*network).to_owned()),
            ["group", group, members @ ..] => {
                self.groups.insert(
                    (*group).to_owned(),
                    members.iter().map(|name| Account::new(name)).collect(),
                );
                self.refresh_people();
            }
            ["person", names @ ..] => {
                self.people.extend(names.iter().map(|name| Account::new(name)));
                self.refresh_people();
            }
            ["identity", account, identity] => {
                let (network, services) = identity.split_once('/').expect("NETWORK/ACCOUNT");
                let identity = self.proof(network, services);
                self.identities.push((Account::new(account), identity));
                self.refresh_people();
            }
            ["login", nick, account] => {
                let network = self.spoken_in("").network;
                self.logins
                    .insert((network, (*nick).to_owned()), Some((*account).to_owned()));
            }
            ["logout", nick] => {
                let network = self.spoken_in("").network;
                self.logins.insert((network, (*nick).to_owned()), None);
            }
            ["server", "cannot", "tell"] => self.cannot_tell = true,
            ["server", "can", "tell"] => self.cannot_tell = false,
            ["edition", name] => {
                self.before_start(|world| world.edition = Edition::from_name(name).expect("an edition"));
            }
            ["freeze", name @ .., from, to] => {
                let freeze = Freeze {
                    name: name.join(" "),
                    from: from.parse().expect("a date"),
                    to: to.parse().expect("a date"),
                };
                self.freezes.push(freeze);
                self.running = None;
            }
            ["calendar", "gone"] => {
                std::fs::remove_file(self.calendar_path()).expect("there is a calendar");
                self.running = None;
            }
            ["calendar", "becomes", "nothing"] => {
                std::fs::remove_file(self.calendar_path()).expect("there is a calendar");
            }
            ["calendar", "becomes", file] => self.copy_calendar(file),
            ["calendar", file] => {
                self.copy_calendar(file);
                self.published.imports = vec![self.source("keytasks.ics")];
                self.running = None;
            }
            ["absent", account, from, to, note @ ..] => self.write_absence(account, from, to, &note.join(" ")),
            ["absences", "gone"] => {
                std::fs::remove_file(self.folder.path().join("absences.ics")).expect("there is such a calendar");
            }
            ["freezes", "by", "itself"] => self.before_start(|world| {
                world.published.automatic = Automatic {
                    start: true,
                    lift: true,
                };
            }),
            ["calendars", "are", "read", "again"] => {
                let readings = Reader::new(&self.freezes(), PATIENCE).read_files();
                self.step(Report::CalendarsRead(readings));
            }
            ["announce", places @ ..] => {
                self.before_start(|world| world.announce = places.iter().map(|name| place(name)).collect());
            }
            ["lines", count] => {
                self.before_start(|world| world.lines = Some(count.parse().expect("a number of lines")));
            }
            ["list"] => self.before_start(|world| {
                world.list = Some(MailSettings {
                    domain: "fedoraproject.example.org".to_owned(),
                    archive: Some(mail::Archive {
                        base: "https://lists.example.org/archives".to_owned(),
                        list: "infra@lists.example.org".to_owned(),
                    }),
                    send: MailKind::ALL.into(),
                    open_questions: false,
                });
            }),
            ["mail", "only", kinds @ ..] => {
                let kinds = kinds
                    .iter()
                    .map(|name| MailKind::from_name(name).expect("a kind of mail"));
                let kinds = kinds.collect();
                self.change_list(|list| list.send = kinds);
            }
            ["open", "questions"] => self.change_list(|list| list.open_questions = true),
            ["address", account, address] => {
                self.addresses.push((Account::new(account), (*address).to_owned()));
                self.refresh_people();
            }
            ["mail", "from", ..] => {
                let mail = self.list_mail(words.trim_start_matches("mail from "));
                self.step(Report::Mailed(Box::new(mail)));
            }
            [count, "mails", "from", ..] => {
                let (_, words) = words.split_once(" mails from ").expect("it was just read");
                let count: usize = count.parse().expect("a number of mails");
                let mails = (0..count).map(|_| Report::Mailed(Box::new(self.list_mail(words))));
                let mails = mails.collect();
                self.steps(mails);
            }
            ["summary"] => {
                let now = self.now;
                let mail = self
                    .running()
                    .core
                    .desk()
                    .summary_mail(0, now)
                    .expect("there is a list");
                self.shown = written(&mail);
            }
            ["mail", "again"] => {
                let mail = self.last_mail.clone().expect("there was a mail");
                self.step(Report::Mailed(Box::new(mail)));
            }
            ["mail", "delayed", ..] => {
                self.server = Server::Delays(words.trim_start_matches("mail delayed ").to_owned());
            }
            ["mail", "refused", ..] => {
                self.server = Server::Refuses(words.trim_start_matches("mail refused ").to_owned());
            }
            ["mail", "up"] => {
                self.server = Server::Takes;
                self.step(Report::Up {
                    network: mail::NETWORK.to_owned(),
                });
            }
            [network, "down"] => self.step(Report::Down {
                network: (*network).to_owned(),
                why: "the story says so".to_owned(),
            }),
            [network, "up"] => self.step(Report::Up {
                network: (*network).to_owned(),
            }),
            ["restart"] => self.running = None,
            ["lose", "the", "database"] => {
                self.running = None;
                let database = self.folder.path().join("database");
                assert!(database.is_dir(), "the store keeps its database in another folder");
                std::fs::remove_dir_all(database).expect("the database can be deleted");
            }
            ["again"] => {
                let incoming = self.last.clone().expect("something was said before");
                self.step(Report::Heard(incoming));
            }
            ["after", file] => {
                let text =
                    std::fs::read_to_string(stories.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
                for line in text.lines() {
                    self.line(line, stories);
                    self.outcome();
                }
            }
            _ => panic!("the world does not know: -- {words}"),
        }
    }

    fn copy_calendar(&self, file: &str) {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
        std::fs::copy(from, self.calendar_path()).expect("the calendar can be copied");
    }

    /// The config's calendar of absences holds this one now.
    fn write_absence(&mut self, account: &str, from: &str, to: &str, note: &str) {
        let day = |day: &str| day.parse::<NaiveDate>().expect("a date");
        let end = day(to).succ_opt().expect("a day after it");
        let text = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{account}: {note}\r\nDTSTART;VALUE=DATE:{}\r\n\
             DTEND;VALUE=DATE:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            day(from).format("%Y%m%d"),
            end.format("%Y%m%d")
        );
        std::fs::write(self.folder.path().join("absences.ics"), text).expect("a file can be written");
        self.before_start(|world| world.published.absences = vec![world.source("absences.ics")]);
    }

    /// Settings take effect at the next start.
    fn before_start(&mut self, set: impl FnOnce(&mut Self)) {
        set(self);
        self.running = None;
    }

    fn set_time(&mut self, date: &str, time: &str) {
        let time = moment(date, time);
        assert!(time >= self.now || self.running.is_none(), "time runs forward: {time}");
        if time < self.now {
            self.now = time;
        }
        self.pass(time);
    }

    /// Carries one line of a story out; `true` where the bot may have something to say after it.
    fn line(&mut self, line: &str, stories: &Path) -> bool {
        if let Some(words) = line.strip_prefix("-- ") {
            self.happen(words, stories);
            return true;
        }
        if let Some((nick, text)) = line.strip_prefix('<').and_then(|rest| rest.split_once("> ")) {
            self.say(nick, text);
            return true;
        }
        assert!(
            line.is_empty() || line.starts_with('#') || line.starts_with('|'),
            "no line of a story: {line}"
        );
        false
    }
}

/// A mail as a story shows it.
fn written(mail: &mail::Mail) -> Vec<String> {
    let brackets = mail.about.as_ref().map(|name| format!("[{name}] ")).unwrap_or_default();
    let mut said = vec![format!("| mail: Subject: {brackets}{}", mail.subject)];
    said.push(format!("| mail: Message-ID: {}", mail.message_id));
    if let Some(parent) = mail.references.last() {
        said.push(format!("| mail: In-Reply-To: {parent}"));
    }
    said.push("| mail:".to_owned());
    said.extend(
        mail.body
            .lines()
            .map(|line| format!("| mail: {line}").trim_end().to_owned()),
    );
    said
}

/// The story as it really went.
fn play(story: &str, stories: &Path) -> String {
    let mut world = World::new(Front::Irc);
    let mut went = Vec::new();
    for line in story.lines() {
        if line.starts_with('|') {
            continue;
        }
        went.push(line.to_owned());
        if world.line(line, stories) {
            went.extend(world.outcome());
        }
    }
    went.join("\n") + "\n"
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder can be read").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|extension| extension == "story") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations")
}

#[test]
fn every_story_goes_as_it_is_told() {
    let mut folders = vec![own_folder()];
    folders.extend(std::env::var_os("RFRBOT_STORIES").map(PathBuf::from));
    let rewrite = std::env::var_os("RFRBOT_REWRITE").is_some();
    let stories: Vec<(PathBuf, &PathBuf)> = folders
        .iter()
        .flat_map(|folder| files(folder).into_iter().map(move |file| (file, folder)))
        .collect();
    let played = stories.len();
    // A story mostly waits for the disk, so several wait together.
    let next = AtomicUsize::new(0);
    let tell_some = || {
        let mut different = Vec::new();
        while let Some((file, folder)) = stories.get(next.fetch_add(1, Ordering::Relaxed)) {
            let (told, went) = tell(file, folder);
            if told != went {
                different.push((file, told, went));
            }
        }
        different
    };
    let different: Vec<(&PathBuf, String, String)> = std::thread::scope(|scope| {
        let tellers: Vec<_> = (0..STORIES_AT_ONCE).map(|_| scope.spawn(tell_some)).collect();
        tellers
            .into_iter()
            .flat_map(|teller| teller.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    });
    // Written last, because one story may be the beginning of another.
    let mut wrong = Vec::new();
    for (file, told, went) in different {
        if rewrite {
            std::fs::write(file, went).expect("a story can be written");
        } else {
            wrong.push(difference(file, &told, &went));
        }
    }
    println!("{played} stories");
    assert!(played > 0, "there are no stories");
    assert!(
        wrong.is_empty(),
        "{} stories went differently:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Plays one story: as it is told, and as it went.
fn tell(file: &Path, folder: &Path) -> (String, String) {
    let story = std::fs::read_to_string(file).expect("a story can be read");
    assert!(
        story.starts_with("# "),
        "{}: a story begins with its sentence",
        file.display()
    );
    let went = play(&story, folder);
    (story, went)
}

fn difference(file: &Path, told: &str, went: &str) -> String {
    let told: Vec<&str> = told.lines().collect();
    let went: Vec<&str> = went.lines().collect();
    let same = told.iter().zip(&went).take_while(|(told, went)| told == went).count();
    let context = |lines: &[&str]| {
        let shown: Vec<&str> = lines.iter().skip(same.saturating_sub(2)).take(8).copied().collect();
        format!("    {}\n", shown.join("\n    "))
    };
    format!(
        "{}:{}\n  told:\n{}  went:\n{}",
        file.display(),
        same + 1,
        context(&told),
        context(&went)
    )
}

/// What was decided in a story: everything on the disk but how people were proven and what was said about it.
fn decisions(story: &str, stories: &Path, front: Front) -> Vec<serde_json::Value> {
    let mut world = World::new(front);
    for line in story.lines().filter(|line| !line.starts_with('|')) {
        if world.line(line, stories) {
            world.outcome();
        }
    }
    world.running = None;
    if !world.folder.path().join("journal").exists() {
        return Vec::new();
    }
    let mut exported = Vec::new();
    store::export(world.folder.path(), &mut exported).expect("the store can be exported");
    let text = String::from_utf8(exported).expect("an export is text");
    let records = text.lines().filter_map(|line| {
        let mut record: serde_json::Value = serde_json::from_str(line).expect("an export holds JSON");
        let commit = record.pointer_mut("/record/commit")?;
        if let Some(origin) = commit["origin"].as_object_mut() {
            origin.remove("proof");
        }
        commit.as_object_mut()?.remove("effects");
        Some(commit.clone())
    });
    records.collect()
}

#[test]
fn every_story_is_decided_alike_on_irc_and_on_matrix() {
    let folder = own_folder();
    let stories = files(&folder);
    let next = AtomicUsize::new(0);
    let compare_some = || {
        let mut decided = 0;
        while let Some(file) = stories.get(next.fetch_add(1, Ordering::Relaxed)) {
            let story = std::fs::read_to_string(file).expect("a story can be read");
            let irc = decisions(&story, &folder, Front::Irc);
            let matrix = decisions(&story, &folder, Front::Matrix);
            assert_eq!(irc, matrix, "{} is decided otherwise on Matrix", file.display());
            decided += irc.len();
        }
        decided
    };
    let decided: usize = std::thread::scope(|scope| {
        let tellers: Vec<_> = (0..STORIES_AT_ONCE).map(|_| scope.spawn(compare_some)).collect();
        tellers
            .into_iter()
            .map(|teller| teller.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .sum()
    });
    println!("{decided} decisions");
    assert!(decided > 100, "the stories decide something");
}

#[test]
fn one_person_begins_on_irc_and_signs_on_matrix() {
    let folder = own_folder();
    let mut world = World::new(Front::Irc);
    let tell = |world: &mut World, line: &str| {
        world.line(line, &folder);
        world.delivered().join("\n")
    };
    for line in [
        "-- group sysadmin-main kevin",
        "-- person ralph",
        "<ralph> !rfr new badges 4321 Badges",
        "<kevin> !rfr sponsor badges",
        "<ralph> !rfr advance badges",
    ] {
        tell(&mut world, line);
    }
    world.front = Front::Matrix;
    world.refresh_people();
    let answers: Vec<String> = [
        "<ralph> !rfr discussed badges https://lists.example.org/thread/A/",
        "<ralph> !rfr people badges add ralph smooge",
        "<ralph> !rfr advance badges",
        "<kevin> !rfr sponsor badges",
        "<kevin> !rfr signoff development badges",
        "<kevin> !rfr whoami",
    ]
    .iter()
    .map(|line| tell(&mut world, line))
    .collect();
    assert!(answers[2].contains("moved from planning to development"), "{answers:?}");
    assert!(
        answers[3].contains("already"),
        "the sponsor is the same person: {answers:?}"
    );
    assert!(answers[4].contains("development signed off"), "{answers:?}");
    assert!(
        answers[5].contains("You are kevin, proven by Matrix id @kevin:libera"),
        "{answers:?}"
    );
}

#[test]
fn one_person_on_irc_and_on_matrix_gives_one_approval() {
    let folder = own_folder();
    let mut world = World::new(Front::Irc);
    let tell = |world: &mut World, line: &str| {
        world.line(line, &folder);
        world.delivered().join("\n")
    };
    for line in [
        "-- freeze F45 beta 2026-03-10 2026-03-25",
        "-- after setup/staging.story",
        "-- group sysadmin-releng tyll",
        "-- time 2026-03-10 09:00",
        "<kevin> !rfr freeze start",
        "<kevin> !rfr freeze-break request badges the certificate ends tonight",
    ] {
        tell(&mut world, line);
    }
    let first = tell(&mut world, "<smooge> !rfr +1 1");
    assert!(first.contains("1 more approval needed"), "{first}");
    world.front = Front::Matrix;
    world.refresh_people();
    let who = tell(&mut world, "<smooge> !rfr whoami");
    assert!(
        who.contains("You are smooge, proven by Matrix id @smooge:libera"),
        "{who}"
    );
    let again = tell(&mut world, "<smooge> !rfr +1 1");
    assert!(again.contains("already had your +1"), "{again}");
    let louder = tell(&mut world, "<smooge> !rfr +1 1 really");
    assert!(louder.contains("1 more approval needed (+1 smooge)"), "{louder}");
    let own = tell(&mut world, "<kevin> !rfr +1 1");
    assert!(own.contains("your own +1 does not count"), "{own}");
    let shut = tell(&mut world, "<ralph> !rfr freeze-break done 1");
    assert!(shut.contains("not approved yet"), "{shut}");
    let second = tell(&mut world, "<tyll> !rfr +1 1");
    assert!(second.contains("approved (+1 smooge and tyll)"), "{second}");
}

/// Every MUST of every edition has a story in which its gate is refused for it, and opens once it is met.
#[test]
fn every_must_has_its_story() {
    for edition in Edition::ALL {
        for row in TABLE
            .iter()
            .filter(|row| row.level != Level::Step && row.editions.contains(&edition))
        {
            // The type of an RFR demands a ticket: the story of that MUST is one of a request that is refused.
            let refused = if row.kind == Kind::Ticket {
                "“new” needs TICKET"
            } else {
                "stays in"
            };
            let opened = if row.kind == Kind::Ticket {
                "New RFR"
            } else {
                "moved from"
            };
            let file = own_folder()
                .join("gates")
                .join(edition.name())
                .join(format!("{}.story", row.id));
            let story = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let refusal = story
                .find(refused)
                .unwrap_or_else(|| panic!("{}: nothing is refused", file.display()));
            let opening = story
                .rfind(opened)
                .unwrap_or_else(|| panic!("{}: nothing opens", file.display()));
            assert!(refusal < opening, "{}: refused first, open then", file.display());
        }
    }
}
