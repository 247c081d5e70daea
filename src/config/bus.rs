//! `[bus]`: the message bus, on which others hear of RFRs and freezes.

use super::judge::{Judge, Pem};
use super::rows::{FilePath, Number, rows};
use crate::wire::BusTopic;
use lapin::uri::{AMQPScheme, AMQPUri};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

/// The longest name in AMQP, in bytes (AMQP 0-9-1, section 4.2.5.3).
const LONGEST_NAME: usize = 255;

rows! {
    /// `[bus]`
    BusRows {
        broker: Option<String> => "needed", on "amqps://rabbitmq.fedoraproject.org/%2Fpubsub":
            "The address of the broker, and after the slash the virtual host, in which / is written %2F. Always with TLS; \
             the certificate says who the bot is, so that a name or password in the address is not used.";
        certificate: Option<FilePath> => "needed", on "rfrbot.bus.crt":
            "PEM file with the bot's certificate, whose name (CN) is that of its user at the broker. It is read anew at \
             each connection.";
        key: Option<FilePath> => "needed", on "rfrbot.bus.key": "PEM file with its key.";
        ca_file: Option<FilePath> => "the system's alone", on "bus-ca.pem":
            "PEM file of the broker's private authority in addition to the system's.";
        topic_prefix: String = "org.fedoraproject.prod":
            "What comes before the bot's own topics: org.fedoraproject.prod.rfrbot.rfr.new, and so on.";
        exchange: String = "amq.topic": "The exchange to which messages are published.";
        queue: Option<String> => "nothing is heard", off "rfrbot":
            "A queue that the broker's admins made for the bot: what is in it is heard. Changes of tickets and groups make the \
             bot look anew, a run of a playbook that an RFR names is offered as evidence, and a meeting that begins shows the \
             open RFRs. A message proves nothing.";
        meetings: Vec<String> => "none", off ["infrastructure"]:
            "The names of meetings, as meetbot calls them, at whose beginning the announcing places see the open RFRs.";
        timeout_seconds: Number<1, 300> = 30: "Seconds that an answer of the broker may take.";
    }
}

/// `[bus]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bus {
    /// The broker's name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The virtual host.
    pub vhost: String,
    /// PEM file of the bot's certificate.
    pub certificate: PathBuf,
    /// PEM file of its key.
    pub key: PathBuf,
    /// PEM file of a private authority.
    pub ca_file: Option<PathBuf>,
    /// What comes before `.rfrbot.`, without a dot at its end.
    pub topic_prefix: String,
    /// The exchange.
    pub exchange: String,
    /// The queue that is read, if one is.
    pub queue: Option<String>,
    /// Meetings at whose beginning the open RFRs are shown, in lower case.
    pub meetings: BTreeSet<String>,
    /// How long an answer may take.
    pub timeout: Duration,
}

impl Bus {
    /// The whole name of a topic.
    pub fn topic(&self, topic: BusTopic) -> String {
        format!("{}.rfrbot.{}", self.topic_prefix, topic.name())
    }

    /// What the section means for a run.
    pub(super) fn describe(&self) -> String {
        let heard = self.queue.as_ref().map_or_else(String::new, |queue| {
            format!(" What others say is heard from the queue {queue}.")
        });
        format!(
            "[bus] changes of RFRs, freezes and freeze breaks are published as {}.rfrbot.* to {} in {:?} at {}:{}, by the \
             certificate {}.{heard}",
            self.topic_prefix,
            self.exchange,
            self.vhost,
            self.host,
            self.port,
            self.certificate.display()
        )
    }
}

pub(super) fn bus(raw: BusRows, judge: &mut Judge<'_, '_>) -> Bus {
    let (host, port, vhost) = broker(raw.broker, judge);
    let certificate = needed("certificate", raw.certificate, Pem::Certificate, judge);
    let key = needed("key", raw.key, Pem::Key, judge);
    let ca_file = judge.pem("ca_file", raw.ca_file, Pem::Authority);
    let topic_prefix = raw.topic_prefix.trim_end_matches('.').to_owned();
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    // The broker takes 255 bytes of a topic; the longest of ours has less than 50.
    if topic_prefix.len() > 200 || !topic_prefix.split('.').all(is_word) {
        judge.problem(
            "topic_prefix",
            format!("{topic_prefix:?} is no prefix of a topic"),
            "Write words with dots between them, such as topic_prefix = \"org.fedoraproject.prod\"",
        );
    }
    if raw.exchange.is_empty() || raw.exchange.len() > LONGEST_NAME {
        judge.problem(
            "exchange",
            "this is no name of an exchange",
            "Write exchange = \"amq.topic\"",
        );
    }
    let queue = raw.queue.filter(|queue| !queue.is_empty());
    for (key, name, what) in [
        ("queue", queue.as_deref(), "a queue"),
        ("broker", Some(vhost.as_str()), "a virtual host"),
    ] {
        if name.is_some_and(|name| name.len() > LONGEST_NAME || name.contains(char::is_control)) {
            judge.problem(
                key,
                format!("this is no name of {what}: it has more than {LONGEST_NAME} bytes, or control characters"),
                "Write the name that the broker's admins gave",
            );
        }
    }
    if queue.is_none() && raw.meetings.iter().any(|name| !name.is_empty()) {
        judge.problem(
            "meetings",
            "meetings are named, and no queue from which the bot would hear of them",
            "Add queue = \"NAME\", or remove this line",
        );
    }
    Bus {
        queue,
        meetings: raw.meetings.iter().map(|name| name.trim().to_lowercase()).collect(),
        host,
        port,
        vhost,
        certificate,
        key,
        ca_file,
        topic_prefix,
        exchange: raw.exchange,
        timeout: raw.timeout_seconds.seconds(),
    }
}

fn broker(written: Option<String>, judge: &mut Judge<'_, '_>) -> (String, u16, String) {
    const EXAMPLE: &str = "Write it like broker = \"amqps://rabbitmq.fedoraproject.org/%2Fpubsub\"";
    let Some(written) = written else {
        judge.problem("broker", "it is not said which broker", EXAMPLE);
        return (String::new(), 5671, String::new());
    };
    let Some(uri) = written
        .parse::<AMQPUri>()
        .ok()
        .filter(|uri| !uri.authority.host.is_empty())
    else {
        // The address is not repeated: it may contain a password.
        judge.problem("broker", "the address is not one of a broker", EXAMPLE);
        return (String::new(), 5671, String::new());
    };
    if uri.scheme == AMQPScheme::AMQP {
        judge.problem(
            "broker",
            "the address goes without TLS, so that no certificate says who the bot is",
            "Write amqps:// and the broker's TLS port (usually 5671)",
        );
    }
    if written.contains('?') {
        judge.problem(
            "broker",
            "the address has a query, which is not used",
            "Leave out what follows the ?",
        );
    }
    let authority = written.split_once("://").map_or("", |(_, rest)| rest);
    let authority = authority.split('/').next().unwrap_or_default();
    if let Some((user, _)) = authority.rsplit_once('@')
        && user.split_once(':').is_some_and(|(_, password)| !password.is_empty())
    {
        judge.problem(
            "broker",
            "there is a password in the address, which is not used",
            "Leave out what comes before the @: the certificate says who the bot is",
        );
    }
    (uri.authority.host, uri.authority.port, uri.vhost)
}

fn needed(name: &str, written: Option<FilePath>, what: Pem, judge: &mut Judge<'_, '_>) -> PathBuf {
    if written.is_none() {
        judge.problem(
            name,
            format!("the {name} is missing, by which the broker knows the bot"),
            format!("Add {name} = \"FILE\""),
        );
    }
    judge.pem(name, written, what).unwrap_or_default()
}
