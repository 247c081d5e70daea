//! What can happen in a story: carries out the lines that `main.rs` lists.

use crate::mails::written;
use crate::world::{AccountSystem, Server, World, moment, place};
use chrono::{Days, Duration, NaiveDate};
use rfrbot::calendar::{Automatic, Freeze};
use rfrbot::config::Budget;
use rfrbot::desk::{MailSettings, RecurringPost, Reminders};
use rfrbot::mail;
use rfrbot::people::{Account, Identity, Unproven};
use rfrbot::reminder::recurring::{Recurring, Timetable};
use rfrbot::reminder::{self, Hours, Rhythm, Zone};
use rfrbot::rfr::NewsKind;
use rfrbot::service::{CalendarReader, PATIENCE};
use rfrbot::sop::Edition;
use rfrbot::wire::{Incoming, IncomingId, MailKind, Notice, Place, Quoted, Quoting, Report, Unquotable};
use std::path::Path;

impl World {
    /// Changes the reminder settings from the story's next start on.
    pub(crate) fn remind(&mut self, set: impl FnOnce(&mut Reminders)) {
        let mut reminders = self.reminders.take().unwrap_or_else(|| Reminders {
            settings: reminder::ReminderSettings::default(),
            places: self.announce.clone(),
            posts: Vec::new(),
        });
        set(&mut reminders);
        self.reminders = Some(reminders);
        self.running = None;
    }

    pub(crate) fn limit(&mut self, what: &str, numbers: &[&str]) {
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

    pub(crate) fn post(&mut self, name: &str, ahead: Option<i64>, when: &str) {
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

    pub(crate) fn sight(&mut self, account: &str, here: bool) {
        let network = self.spoken_in("").network;
        let identity = self.proof(&network, account);
        self.step(Report::Around {
            network,
            identity,
            here,
        });
    }

    pub(crate) fn spoken_in(&self, nick: &str) -> Place {
        match &self.private {
            Some(network) => Place::direct(network, nick),
            None => self.place.clone(),
        }
    }

    pub(crate) fn identity(&self, network: &str, nick: &str) -> Identity {
        if self.cannot_tell {
            return self.nobody(Unproven::ServerCannotTell);
        }
        let nick_of = Account::new(nick);
        let known =
            self.directory().knows(&nick_of) || self.identities().iter().any(|(account, _)| *account == nick_of);
        let account = match self.logins.get(&(network.to_owned(), nick.to_owned())) {
            Some(login) => login.clone(),
            None => known.then(|| nick.to_owned()),
        };
        match account {
            Some(mxid) if mxid.starts_with('@') => self.named(&mxid),
            Some(account) => self.proof(network, &account),
            None => self.nobody(Unproven::NotLoggedIn),
        }
    }

    pub(crate) fn say(&mut self, nick: &str, text: &str) {
        let quoted = self.pointed_at.take().map(Box::new);
        let incoming = Incoming {
            quoted,
            ..self.comes(nick, text)
        };
        self.said.insert(nick.to_owned(), incoming.clone());
        self.last = Some(incoming.clone());
        self.step(Report::Heard(incoming));
    }

    /// Something comes from somebody.
    fn comes(&mut self, nick: &str, text: &str) -> Incoming {
        self.messages += 1;
        let place = self.spoken_in(nick);
        Incoming {
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
            quoted: None,
        }
    }

    /// The last words of somebody, as Matrix shows them to whoever points at them; or why they cannot be taken.
    fn quoted(&self, what: &[&str]) -> Quoting {
        match what {
            ["the", "bot"] => Err(Unquotable::Own),
            ["what", "is", "gone"] => Err(Unquotable::Gone),
            ["a", "picture"] => Err(Unquotable::Wordless),
            ["what", "cannot", "be", "read"] => Err(Unquotable::Unreadable),
            ["what", "came", "in", "the", "clear"] => Err(Unquotable::InTheClear),
            ["in", "an", "encrypted", "room"] => Err(Unquotable::ForgeablePin),
            [nick] => {
                let said = self.said.get(*nick).expect("they said something");
                let id = said.id.clone().expect("it has an id");
                Ok(Quoted {
                    author: format!("@{nick}:example.org"),
                    at: said.at,
                    text: said.text.clone(),
                    link: Some(format!("https://matrix.to/#/!room/${}", id.id)),
                    id: Some(id),
                })
            }
            other => panic!("nobody can point at {other:?}"),
        }
    }

    /// Somebody puts a 📌 on a message.
    fn pin(&mut self, nick: &str, what: &[&str]) {
        let quoted = Some(Box::new(match self.private {
            Some(_) => Err(Unquotable::Private),
            None => self.quoted(what),
        }));
        let incoming = Incoming {
            quoted,
            ..self.comes(nick, "")
        };
        self.pins.insert(nick.to_owned(), incoming.clone());
        self.last = None;
        self.step(Report::Noticed(incoming, Notice::Pinned));
    }

    /// Somebody changes the own last message, or takes it or a 📌 away.
    fn changes(&mut self, nick: &str, of: &Incoming, words: Option<&str>) {
        let what = of.id.clone().expect("it has an id");
        let incoming = Incoming {
            name: format!("@{nick}:example.org"),
            ..self.comes(nick, "")
        };
        let notice = match words {
            Some(words) => Notice::Edited {
                what,
                words: words.to_owned(),
            },
            None => Notice::TakenBack { what, proven: true },
        };
        self.step(Report::Noticed(incoming, notice));
    }

    pub(crate) fn happen(&mut self, words: &str, stories: &Path) {
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
            ["tracker" | "ticket" | "comment", ..] => self.in_the_tracker(words),
            ["bus", ..] => self.on_the_bus(words),
            ["remind"] => self.remind(|_| {}),
            ["remind", hours, zone] => {
                use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
                let (from, to) = hours.split_once('-').expect("FROM-TO");
                let (from, to) = (from.parse().expect("an hour"), to.parse().expect("an hour"));
                let zone = Zone::named(zone).expect("a zone");
                let hours = Hours::new(zone, &[Mon, Tue, Wed, Thu, Fri], from, to).expect("hours");
                self.remind(|reminders| reminders.settings.hours = hours);
            }
            ["limit", what, numbers @ ..] => self.limit(what, numbers),
            ["no", kind] => {
                let kind = reminder::ReminderKind::from_name(kind).expect("a kind");
                self.remind(|reminders| {
                    reminders.settings.off.insert(kind);
                });
            }
            ["to", "list", kind, from] => {
                let (kind, from) = (
                    reminder::ReminderKind::from_name(kind).expect("a kind"),
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
            ["the", "next", "replies", "to", what @ ..] => self.pointed_at = Some(self.quoted(what)),
            [nick, "pins", what @ ..] => self.pin(nick, what),
            [nick, "unpins"] => {
                let pin = self.pins.get(*nick).expect("they put one").clone();
                self.changes(nick, &pin, None);
            }
            [nick, "edits", text @ ..] => {
                let said = self.said.get(*nick).expect("they said something").clone();
                self.changes(nick, &said, Some(&text.join(" ")));
            }
            [nick, "deletes"] => {
                let said = self.said.get(*nick).expect("they said something").clone();
                self.changes(nick, &said, None);
            }
            ["lines", "are", "not", "remembered"] => self.before_start(|world| world.remembered = Duration::zero()),
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
            ["accounts"] => self.before_start(|world| world.accounts = Some(AccountSystem::Answers)),
            ["accounts", "answer"] => {
                self.accounts = Some(AccountSystem::Answers);
                self.accounts_answer();
            }
            ["accounts", "silent"] => self.accounts = Some(AccountSystem::Silent),
            ["accounts", "fail", why @ ..] => self.accounts = Some(AccountSystem::Fails(why.join(" "))),
            ["profile", account, identity] => {
                let identity = self.named(identity);
                self.profiles.push((Account::new(account), identity));
            }
            ["profile", "of", account, "is", "private"] => {
                self.unseen.insert(Account::new(account));
            }
            [account, "is", "disabled"] => {
                self.disabled.insert(Account::new(account));
            }
            [account, "is", "enabled"] => {
                self.disabled.remove(&Account::new(account));
            }
            ["names", "on", server, "are", "accounts"] => {
                self.homeserver = Some((*server).to_owned());
                self.refresh_people();
            }
            ["person", names @ ..] => {
                self.people.extend(names.iter().map(|name| Account::new(name)));
                self.refresh_people();
            }
            ["identity", account, identity] => {
                let identity = self.named(identity);
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
            ["budget", what @ ..] => self.before_start(|world| {
                let budget = world.budget.get_or_insert(Budget {
                    person_per_minute: 1000,
                    place_per_minute: 1000,
                    requests_per_day: 1000,
                    questions_per_day: 1000,
                    notes_per_day: 1000,
                    changes_per_day: 1000,
                    mails_per_rfr_per_day: 1000,
                    announcements_per_rfr_per_hour: 1000,
                });
                for pair in what.chunks(2) {
                    let most = pair[1].parse().expect("a number");
                    match pair[0] {
                        "requests" => budget.requests_per_day = most,
                        "changes" => budget.changes_per_day = most,
                        "mails" => budget.mails_per_rfr_per_day = most,
                        "announcements" => budget.announcements_per_rfr_per_hour = most,
                        other => panic!("no budget: {other}"),
                    }
                }
            }),
            ["admin", "place", name] => {
                let name = place(name);
                self.before_start(|world| world.admin = Some(name));
            }
            ["names", "are", "looked", "at"] => {
                let today = self.now.date_naive();
                let said = self.running().core.look_at_names(today);
                self.shown = said
                    .iter()
                    .flat_map(|said| said.message.plain_lines())
                    .map(|line| format!("| {line}"))
                    .collect();
            }
            ["board", url] => self.before_start(|world| world.board = Some((*url).to_owned())),
            ["objections", "hold"] => {
                self.objections_hold = true;
                self.refresh_people();
            }
            ["two", "eyes"] => {
                self.four_eyes = false;
                self.refresh_people();
            }
            ["four", "eyes"] => {
                self.four_eyes = true;
                self.refresh_people();
            }
            ["sop", file] => {
                let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
                let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
                let edition = Edition::read(&text).unwrap_or_else(|mistakes| panic!("{file}: {mistakes:?}"));
                self.before_start(|world| {
                    world.edition = edition;
                    world.own_edition = Some(edition);
                });
            }
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
                    ..world.published.automatic
                };
            }),
            ["flag" | "outage" | "outages" | "meetings" | "meeting", ..] => self.is_published(&parts),
            ["calendars", "are", "read", "again"] => {
                let people = tokio::sync::watch::channel(self.directory()).1;
                let reader = CalendarReader::new(&self.freezes(), people, PATIENCE);
                let readings = reader.read_files(self.now.date_naive());
                self.step(Report::CalendarsRead(readings));
            }
            ["tell", room, kinds @ ..] => {
                let kinds = kinds.iter().map(|word| {
                    let mut all = NewsKind::ALL.into_iter();
                    all.find(|kind| kind.name() == *word)
                        .unwrap_or_else(|| panic!("there is no kind of news {word}"))
                });
                let (room, kinds) = (place(room), kinds.collect());
                self.before_start(|world| {
                    world.told.insert(room, kinds);
                });
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
                    archive: Some(mail::ListArchive {
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
                    .expect("the store is read")
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
            [network, "up", "and", "a", "crash"] => {
                self.step(Report::Up {
                    network: (*network).to_owned(),
                });
                // What the networks were given is lost with the process.
                self.running = None;
            }
            [network, "up", "and", "down"] => {
                let network = (*network).to_owned();
                self.step(Report::Up {
                    network: network.clone(),
                });
                // What it was given was never sent.
                let adaptor = self.running().adaptors.get_mut(network.as_str()).expect("a network");
                while adaptor.try_recv().is_ok() {}
                self.step(Report::Down {
                    network,
                    why: "the story says so".to_owned(),
                });
            }
            ["restart"] => self.running = None,
            ["restart", "while", network, "is", "down"] => {
                self.running = None;
                self.away_at_start = Some((*network).to_owned());
                self.running();
                self.away_at_start = None;
            }
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

    pub(crate) fn copy_calendar(&self, file: &str) {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
        std::fs::copy(from, self.calendar_path()).expect("the calendar can be copied");
    }

    /// Adds this absence to the config's calendar.
    pub(crate) fn write_absence(&mut self, account: &str, from: &str, to: &str, note: &str) {
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

    pub(crate) fn set_time(&mut self, date: &str, time: &str) {
        let time = moment(date, time);
        assert!(time >= self.now || self.running.is_none(), "time runs forward: {time}");
        if time < self.now {
            self.now = time;
        }
        self.pass(time);
    }

    /// Carries out one line of a story; `true` if the bot may have something to say afterwards.
    pub(crate) fn line(&mut self, line: &str, stories: &Path) -> bool {
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
