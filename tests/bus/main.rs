//! The program with a real `RabbitMQ` over TLS (`broker.rs`), and the real consumer of Fedora Messaging with our package of
//! schemas (`consumer.py`). `tests/run bus`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../operations/bot.rs"]
#[expect(dead_code, reason = "shared with tests/operations, which uses all of it")]
mod bot;
mod broker;
#[path = "../tracker/double.rs"]
mod double;
mod faults;
#[path = "../tracker/forge.rs"]
#[expect(dead_code, reason = "shared with tests/tracker, which uses all of it")]
mod forge;
mod hearing;
#[path = "../tracker/line.rs"]
#[expect(dead_code, reason = "shared with tests/tracker, which uses all of it")]
mod line;
mod proxy;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
#[path = "../shipped/mod.rs"]
mod shipped;

use bot::{Bot, Talk, holds_in_time, talk};
use broker::Broker;
use running::process::Process;
use serde_json::Value;
use std::collections::BTreeSet;
use std::net::TcpListener;
use std::time::Duration;

/// Moves the clock of a program.
const FAKETIME: &str = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

/// A bot that publishes there by that certificate.
fn bot(broker: &Broker, certificate: &str) -> Bot {
    bot_at(broker, broker.port, certificate, "")
}

/// The same by way of that port, with more lines at the end of its config.
fn bot_at(broker: &Broker, port: u16, certificate: &str, more: &str) -> Bot {
    let section = broker.section(certificate);
    let section = section.replace(&format!("localhost:{}/", broker.port), &format!("localhost:{port}/"));
    Bot::new(&format!(
        "[people.kevin]\nirc = [\"lab/kevin\"]\n[people.nora]\nirc = [\"lab/nora\"]\n[groups]\n\
         sysadmin-main = [\"kevin\"]\n[announce]\nplaces = [\"lab/#fedora-admin\"]\n\
         [admin]\nplace = \"lab/#fedora-admin\"\n[limits]\nannouncements_per_rfr_per_hour = 1000\n\
         [tickets]\nbase = \"https://forge.example.org/infra/tickets/issues/\"\n{section}{more}"
    ))
}

/// Starts the bot, with these variables in its environment, beside that network, and lets it in.
fn joined(bot: &mut Bot, server: &TcpListener, variables: &[(&str, &str)]) -> Talk {
    bot.start_with(variables);
    let (stream, _) = server.accept().unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let mut talk = Talk::new(stream);
    talk.welcome();
    talk
}

/// Says something, and waits for these words.
fn said(talk: &mut Talk, words: &str, answer: &str) {
    talk.says("kevin", "#fedora-admin", words);
    talk.hears(answer);
}

/// The real consumer.
struct Consumer(Process);

impl Consumer {
    fn start(broker: &Broker, log: &str) -> Self {
        Self(Process::start(&mut broker.python("consumer.py"), &broker.path(""), log))
    }

    /// What it heard so far.
    fn heard(&self) -> Vec<Value> {
        let output = self.0.output();
        let lines = output.lines().filter_map(|line| line.strip_prefix("HEARD "));
        lines.filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    /// The ends of the topics that it heard, in order.
    fn topics(&self) -> Vec<String> {
        let of = |message: &Value| {
            message["topic"]
                .as_str()
                .unwrap()
                .replace("org.fedoraproject.prod.rfrbot.", "")
        };
        self.heard().iter().map(of).collect()
    }

    /// Waits until it heard so many.
    fn hears(&self, count: usize) -> Vec<Value> {
        let all = holds_in_time(|| self.heard().len() >= count);
        assert!(all, "{:?}\n{}", self.topics(), self.0.output());
        self.heard()
    }
}

fn is_well(bot: &Bot) -> bool {
    holds_in_time(|| bot.status().contains("bus: answered"))
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn the_real_consumer_hears_a_life_with_summaries_people_and_groups() {
    let broker = Broker::start();
    let consumer = Consumer::start(&broker, "consumer.log");
    let mut bot = bot(&broker, "rfrbot");
    let mut talk = talk(&mut bot);
    talk.says("nora", "#fedora-admin", "!rfr new badges 4321 Badges for everyone");
    talk.hears("New RFR");
    said(&mut talk, "!rfr sponsor badges", "is sponsored by");
    said(
        &mut talk,
        "!rfr advance badges",
        "moved from pre-sponsorship to planning",
    );
    said(&mut talk, "!rfr drop badges nobody needs it", "was dropped");
    let heard = consumer.hears(3);
    assert_eq!(consumer.topics(), ["rfr.new", "rfr.phase", "rfr.ended"]);
    let new = &heard[0];
    assert_eq!(new["class"], "RfrNewV1");
    assert_eq!(
        new["summary"],
        "nora requested resources for badges: Badges for everyone"
    );
    assert_eq!(new["agent"], "nora");
    assert_eq!(new["url"], "https://forge.example.org/infra/tickets/issues/4321");
    assert_eq!(new["groups"], serde_json::json!(["sysadmin-badges"]));
    assert_eq!(new["severity"], 20);
    let phase = &heard[1];
    assert_eq!(
        phase["summary"],
        "kevin moved the RFR badges from pre-sponsorship to planning"
    );
    assert_eq!(phase["usernames"], serde_json::json!(["kevin", "nora"]));
    let headers = phase["headers"].to_string();
    for header in [
        "user_kevin",
        "user_nora",
        "group_sysadmin-badges",
        "schema",
        "schema_package",
    ] {
        assert!(headers.contains(&format!("fedora_messaging_{header}")), "{headers}");
    }
    assert_eq!(heard[2]["summary"], "kevin dropped the RFR badges: nobody needs it");
    assert!(is_well(&bot), "{}", bot.status());
    assert_eq!(
        consumer.0.output().matches("did not pass").count(),
        0,
        "{}",
        consumer.0.output()
    );
    let ids: BTreeSet<String> = heard.iter().map(|message| message["id"].to_string()).collect();
    assert_eq!(ids.len(), 3, "each has an id of its own");
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn the_check_names_the_broker_the_certificate_the_host_and_the_exchange() {
    let broker = Broker::start();
    let checked = |certificate: &str, change: (&str, &str), words: &str| {
        let section = broker.section(certificate).replace(change.0, change.1);
        let bot = running::Bot::with_config(&format!("[bot]\ndata = \"store\"\n{section}"));
        let ended = bot.run(&["check", "--connect"]);
        let said = String::from_utf8_lossy(&[ended.stdout, ended.stderr].concat()).into_owned();
        assert!(said.contains(words), "{words}: {said}");
    };
    let same = ("", "");
    checked("rfrbot", same, "lets the bot into \"/pubsub\" by its certificate");
    checked("rfrbot", same, "the exchange amq.topic is there");
    checked("stranger", same, "knows no user by the name in the client certificate");
    checked("expired", same, "the client certificate has expired");
    checked(
        "rfrbot",
        ("%2Fpubsub", "elsewhere"),
        "does not let the bot into the virtual host \"elsewhere\"",
    );
    checked(
        "rfrbot",
        ("ca_file", "exchange = \"nowhere\"\nca_file"),
        "no exchange 'nowhere'",
    );
    checked(
        "rfrbot",
        ("ca_file", "queue = \"rfrbot\"\nca_file"),
        "the queue rfrbot is there",
    );
    checked(
        "rfrbot",
        ("ca_file", "queue = \"rfrbot.none\"\nca_file"),
        "no queue 'rfrbot.none'",
    );
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn a_broker_that_is_away_costs_the_bus_alone_and_gets_each_message_once_afterwards() {
    let mut broker = Broker::start();
    let consumer = Consumer::start(&broker, "before.log");
    let mut bot = bot(&broker, "rfrbot");
    let server = bot.server().unwrap();
    let mut talk = joined(&mut bot, &server, &[]);
    said(&mut talk, "!rfr new badges 4321 Badges for everyone", "New RFR");
    consumer.hears(1);
    assert!(is_well(&bot), "{}", bot.status());
    drop(consumer);
    broker.stop();
    talk.hears("The message bus: ");
    let trouble = bot.status();
    assert!(trouble.contains("bus, broker: TROUBLE"), "{trouble}");
    // Chat does not mind, and what it acknowledges is owed, also over a restart.
    said(&mut talk, "!rfr sponsor badges", "is sponsored by");
    said(
        &mut talk,
        "!rfr advance badges",
        "moved from pre-sponsorship to planning",
    );
    bot.kill();
    let mut talk = joined(&mut bot, &server, &[]);
    said(&mut talk, "!rfr drop badges nobody needs it", "was dropped");
    assert!(bot.log().contains("nothing listens there"), "{}", bot.log());
    broker.begin();
    let consumer = Consumer::start(&broker, "after.log");
    consumer.hears(2);
    assert!(is_well(&bot), "{}", bot.status());
    // What follows comes after it, so that nothing comes twice before.
    said(&mut talk, "!rfr new mote 4322 Meetings", "New RFR");
    consumer.hears(3);
    assert_eq!(consumer.topics(), ["rfr.phase", "rfr.ended", "rfr.new"]);
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn a_refused_topic_and_an_expired_certificate_are_said_once_and_the_rest_goes_on() {
    let broker = Broker::start();
    let consumer = Consumer::start(&broker, "consumer.log");
    let mut bot = bot(&broker, "expired");
    let mut talk = talk(&mut bot);
    talk.hears("the client certificate has expired");
    assert!(bot.status().contains("has expired"), "{}", bot.status());
    said(&mut talk, "!rfr new badges 4321 Badges for everyone", "New RFR");
    // A new one in its place is read at the next try.
    for part in ["pem", "key"] {
        let (from, to) = (
            broker.path(&format!("rfrbot.{part}")),
            broker.path(&format!("expired.{part}")),
        );
        std::fs::copy(from, to).unwrap();
    }
    consumer.hears(1);
    assert!(is_well(&bot), "{}", bot.status());
    // These rights leave out what is about holds.
    said(&mut talk, "!rfr hold badges the budget is open", "is on hold");
    let refused = talk.hears("does not take messages about rfr.hold");
    assert!(
        refused.contains("refused") && refused.contains("#fedora-admin"),
        "{refused}"
    );
    said(&mut talk, "!rfr release badges it is settled", "badges");
    said(&mut talk, "!rfr hold badges once more", "is on hold");
    said(&mut talk, "!rfr release badges it is settled", "badges");
    consumer.hears(3);
    assert_eq!(consumer.topics(), ["rfr.new", "rfr.released", "rfr.released"]);
    let status = bot.status();
    assert!(status.contains("bus, rfr.hold: TROUBLE"), "{status}");
    assert_eq!(bot.log().matches("does not take a topic").count(), 1, "{}", bot.log());
    // Keys are secrets.
    let key = std::fs::read_to_string(broker.path("rfrbot.key")).unwrap();
    let inside = key.lines().nth(1).unwrap();
    assert!(!bot.log().contains(inside) && !status.contains(inside));
}

#[test]
#[ignore = "needs RabbitMQ and fedora-messaging: tests/run bus"]
fn after_days_without_a_broker_what_is_a_day_and_a_half_old_goes_out_once_and_what_is_older_is_left() {
    let mut broker = Broker::start();
    broker.stop();
    let mut bot = bot(&broker, "rfrbot");
    let server = bot.server().unwrap();
    for (days, name, ticket) in [("-3d", "oldest", 4321), ("-36h", "newer", 4322)] {
        let clock = [
            ("LD_PRELOAD", FAKETIME),
            ("FAKETIME", days),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        ];
        let mut talk = joined(&mut bot, &server, &clock);
        said(&mut talk, &format!("!rfr new {name} {ticket} {name}"), "New RFR");
        bot.stop();
    }
    broker.begin();
    let consumer = Consumer::start(&broker, "consumer.log");
    let mut talk = joined(&mut bot, &server, &[]);
    talk.hears("1 message was never published");
    said(&mut talk, "!rfr new newest 4399 newest", "New RFR");
    let heard = consumer.hears(2);
    let names: Vec<&str> = heard.iter().filter_map(|message| message["summary"].as_str()).collect();
    assert!(names[0].contains("newer") && names[1].contains("newest"), "{names:?}");
    assert_eq!(names.len(), 2);
}

#[test]
fn without_the_section_nothing_of_it_is_started() {
    let mut bot = Bot::new("");
    let mut talk = talk(&mut bot);
    talk.says("kevin", "#fedora-admin", "!rfr ping");
    talk.hears("kevin: ");
    assert!(!bot.status().contains("bus"), "{}", bot.status());
    let tasks = std::fs::read_dir(format!("/proc/{}/task", bot.id())).unwrap();
    let names = tasks.map(|task| std::fs::read_to_string(task.unwrap().path().join("comm")).unwrap());
    let names: Vec<String> = names.collect();
    assert!(!names.iter().any(|name| name.starts_with("lapin")), "{names:?}");
}
