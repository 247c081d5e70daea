//! A small world whose clock is moved by the tests.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::test_runner::{Config, FileFailurePersistence, RngSeed};
use rfrbot::people::{Account, Directory, SYSADMIN_MAIN};
use rfrbot::reminder::{
    Due, FreezeWindow, ReminderFact, ReminderKey, ReminderMemory, ReminderSettings, World, due, next_due, upcoming,
};
use rfrbot::rfr::{Origin, Rfr, RfrEvent, RfrId, Ticket, apply};
use rfrbot::sop::{Edition, Phase};

/// Everything that reminders depend on, and the facts that were stored.
pub(crate) struct Scene {
    pub(crate) rfrs: Vec<Rfr>,
    pub(crate) freezes: Vec<FreezeWindow>,
    pub(crate) directory: Directory,
    pub(crate) settings: ReminderSettings,
    pub(crate) memory: ReminderMemory,
    pub(crate) facts: Vec<ReminderFact>,
    seq: u64,
}

/// A post that was sent.
pub(crate) struct Made {
    pub(crate) at: DateTime<Utc>,
    pub(crate) reminders: Vec<Due>,
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    format!("{text}:00Z").parse().expect("a time")
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn account(name: &str) -> Account {
    Account::new(name)
}

impl Scene {
    pub(crate) fn new() -> Self {
        let mut directory = Directory::new();
        for name in ["kevin", "smooge"] {
            directory.add_member(SYSADMIN_MAIN, &account(name));
        }
        Self {
            rfrs: Vec::new(),
            freezes: Vec::new(),
            directory,
            settings: ReminderSettings::default(),
            memory: ReminderMemory::default(),
            facts: Vec::new(),
            seq: 0,
        }
    }

    /// Requests an RFR; returns its index in `rfrs`.
    pub(crate) fn request(&mut self, name: &str, when: DateTime<Utc>) -> usize {
        self.seq += 1;
        let event = RfrEvent::Requested {
            name: name.to_owned(),
            ticket: Ticket {
                url: format!(
                    "https://pagure.io/fedora-infrastructure/issue/{}",
                    4400 + self.rfrs.len()
                ),
            },
            title: name.to_owned(),
            edition: Edition::classic(),
        };
        let id = RfrId(self.rfrs.len() as u64 + 1);
        let rfr = apply(None, id, &origin(self.seq, "ralph", when), &event);
        self.rfrs.push(rfr.expect("it was requested"));
        self.rfrs.len() - 1
    }

    /// One that kevin sponsors and smooge works on, too, in development, with every planning question answered.
    pub(crate) fn in_development(&mut self, name: &str, when: DateTime<Utc>) -> usize {
        let rfr = self.request(name, when);
        let account = account("kevin");
        self.happens(rfr, "kevin", when, &RfrEvent::Sponsored { account });
        self.happens(rfr, "ralph", when, &person("smooge"));
        let url = "https://lists.example.org/1".to_owned();
        self.happens(rfr, "ralph", when, &RfrEvent::DiscussionRecorded { url });
        self.moves(rfr, when, Phase::Development);
        rfr
    }

    /// One in staging that lacks only a date and the sign-off.
    pub(crate) fn in_staging(&mut self, name: &str, when: DateTime<Utc>) -> usize {
        let rfr = self.in_development(name, when);
        let url = "https://docs.example.org/1".to_owned();
        self.happens(rfr, "ralph", when, &RfrEvent::SopLinked { url, document: None });
        for topic in Edition::classic().topics() {
            let text = "no".to_owned();
            self.happens(rfr, "ralph", when, &RfrEvent::TopicDecided { topic, text });
        }
        let (phase, note) = (Phase::Development, String::new());
        self.happens(rfr, "kevin", when, &RfrEvent::SignedOff { phase, note });
        self.moves(rfr, when, Phase::Staging);
        rfr
    }

    pub(crate) fn happens(&mut self, rfr: usize, by: &str, when: DateTime<Utc>, event: &RfrEvent) {
        self.seq += 1;
        let before = self.rfrs[rfr].clone();
        let id = before.id;
        self.rfrs[rfr] = apply(Some(before), id, &origin(self.seq, by, when), event).expect("it stays");
    }

    pub(crate) fn moves(&mut self, rfr: usize, when: DateTime<Utc>, to: Phase) {
        let from = self.rfrs[rfr].phase;
        self.happens(rfr, "kevin", when, &RfrEvent::Advanced { from, to });
    }

    pub(crate) fn asks(&mut self, rfr: usize, when: DateTime<Utc>) -> u32 {
        let number = u32::try_from(self.rfrs[rfr].questions.len()).expect("few questions") + 1;
        let event = RfrEvent::QuestionAsked {
            number,
            text: "Where do the backups go?".to_owned(),
            topic: None,
            from_sop: false,
            on_the_list: None,
        };
        self.happens(rfr, "smooge", when, &event);
        number
    }

    pub(crate) fn answers(&mut self, rfr: usize, number: u32, when: DateTime<Utc>) {
        let text = "To the usual place.".to_owned();
        self.happens(
            rfr,
            "ralph",
            when,
            &RfrEvent::QuestionAnswered {
                number,
                text,
                by_mail: None,
                why: String::new(),
            },
        );
    }

    pub(crate) fn schedules(&mut self, rfr: usize, when: DateTime<Utc>, date: NaiveDate) {
        let note = String::new();
        self.happens(rfr, "ralph", when, &RfrEvent::Scheduled { date, note });
    }

    pub(crate) fn freeze(&mut self, name: &str, from: &str, to: &str, in_force_since: Option<DateTime<Utc>>) {
        self.freezes.push(FreezeWindow {
            name: name.to_owned(),
            from: day(from),
            to: day(to),
            in_force_since,
        });
    }

    pub(crate) fn remember(&mut self, fact: ReminderFact) {
        self.memory.apply(&fact);
        self.facts.push(fact);
    }

    /// What a restart does: rebuilds the memory from the facts, keys from their texts.
    pub(crate) fn restart(&mut self) {
        let mut memory = ReminderMemory::default();
        for fact in &self.facts {
            let read = match fact {
                ReminderFact::Made { key, at } => {
                    let key: ReminderKey = key.to_string().parse().expect("a key from its own text");
                    ReminderFact::Made { key, at: *at }
                }
                other => other.clone(),
            };
            memory.apply(&read);
        }
        assert_eq!(memory, self.memory, "a restart forgot something");
        self.memory = memory;
    }

    pub(crate) fn with<T>(&self, look: impl Fn(&World<'_>) -> T) -> T {
        let rfrs: Vec<&Rfr> = self.rfrs.iter().collect();
        look(&World {
            rfrs: &rfrs,
            freezes: &self.freezes,
            directory: &self.directory,
            settings: &self.settings,
            memory: &self.memory,
        })
    }

    pub(crate) fn due(&self, now: DateTime<Utc>) -> Vec<Due> {
        self.with(|world| due(world, now))
    }

    pub(crate) fn next_due(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.with(|world| next_due(world, now))
    }

    pub(crate) fn waiting(&self, now: DateTime<Utc>) -> usize {
        self.with(|world| rfrbot::reminder::waiting(world, now))
    }

    pub(crate) fn upcoming(&self, now: DateTime<Utc>) -> Vec<Due> {
        self.with(|world| upcoming(world, None, now))
    }

    /// A tick: sends what is due and records it. Afterwards nothing more is due at this moment.
    pub(crate) fn tick(&mut self, now: DateTime<Utc>) -> Vec<Due> {
        let reminders = self.due(now);
        for due in &reminders {
            assert!(due.at <= now, "{} came at {now}, before {}", due.key, due.at);
            assert!(
                self.settings.hours.is_open(now),
                "{} came at {now}, a quiet hour",
                due.key
            );
            assert_eq!(
                self.memory.made(&due.key.cause, due.key.number),
                None,
                "{} came again",
                due.key
            );
            self.remember(due.made(now));
        }
        assert!(self.due(now).is_empty(), "more is due at once");
        let next = self.next_due(now);
        assert!(next.is_none_or(|next| next > now), "the scheduler would not sleep");
        reminders
    }

    /// Runs like the scheduler: sleeps until something is due, sends it, and so on.
    pub(crate) fn run(&mut self, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Made> {
        let mut posts = Vec::new();
        let mut now = from;
        while let Some(next) = self.next_due(now).filter(|next| *next < to) {
            assert!(next > now || posts.is_empty(), "the clock stands still");
            for part in 1..4 {
                let between = now + (next - now) * part / 4;
                assert!(
                    between >= next || self.due(between).is_empty(),
                    "it woke up late: {between}"
                );
            }
            now = next;
            let reminders = self.tick(now);
            assert!(!reminders.is_empty(), "it woke up for nothing at {now}");
            posts.push(Made { at: now, reminders });
        }
        let between = now + (to - now) / 2 + TimeDelta::seconds(1);
        assert!(
            between >= to || self.due(between).is_empty(),
            "it sleeps over {between}"
        );
        posts
    }
}

/// The kept cases, then the same ones in every run; `RFRBOT_PROPERTY_SEED` selects others, `PROPTEST_CASES` more.
pub(crate) fn property(cases: u32) -> Config {
    let seed = std::env::var("RFRBOT_PROPERTY_SEED").map_or(1, |seed| seed.parse().expect("a number"));
    let cases = std::env::var("PROPTEST_CASES").map_or(cases, |cases| cases.parse().expect("a number"));
    Config {
        cases,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("proptest-regressions"))),
        ..Config::default()
    }
}

pub(crate) fn person(name: &str) -> RfrEvent {
    RfrEvent::PersonAdded {
        account: account(name),
        role: "maintainer".to_owned(),
    }
}

fn origin(seq: u64, by: &str, when: DateTime<Utc>) -> Origin {
    Origin {
        seq,
        at: when,
        by: account(by).into(),
        proof: "a test".to_owned(),
        place: "a test".to_owned(),
        words: String::new(),
    }
}

/// `2026-03-02T09:00 badges silent 1`, for each reminder.
pub(crate) fn lines(posts: &[Made]) -> Vec<String> {
    let line = |at: DateTime<Utc>, due: &Due| {
        format!(
            "{} {} {} {}",
            at.format("%Y-%m-%dT%H:%M"),
            due.name,
            due.key.cause.kind,
            due.key.number
        )
    };
    posts
        .iter()
        .flat_map(|post| post.reminders.iter().map(move |due| line(post.at, due)))
        .collect()
}
