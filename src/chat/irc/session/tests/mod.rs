//! Stories of single connections: what a server says, what the bot answers, what it reports.

mod attacks;
mod endings;
mod getting_in;
mod refusals;
mod speech;
mod trust;

use super::*;
use crate::config::{IrcChannel, Pace, Secret, Tls};
use crate::people::{Identity, Unproven};
use crate::text::{Message as Words, Paragraph};
use crate::wire::{Beside, Delivery, Incoming, Manner, OutboxKey, Outgoing, Place, Room};

const ALL: &str = "account-tag account-notify extended-join message-tags server-time echo-message cap-notify batch";
const SECOND: Duration = Duration::from_secs(1);

pub(in crate::chat::irc) fn network(login: Login) -> IrcNetwork {
    IrcNetwork {
        name: "libera".to_owned(),
        host: "localhost".to_owned(),
        port: 6667,
        tls: Tls::Plain,
        server_password: None,
        nick: "rfrbot".to_owned(),
        alternative_nicks: vec!["rfr".to_owned()],
        username: "rfrbot".to_owned(),
        realname: "Requests For Resources".to_owned(),
        login,
        login_required: false,
        channels: vec![IrcChannel {
            name: "#Fedora-Admin".to_owned(),
            key: None,
        }],
        pace: Pace::Unlimited,
        connect_timeout: 10 * SECOND,
        sasl_timeout: 5 * SECOND,
        ping_interval: 60 * SECOND,
        prefix: "!rfr".to_owned(),
        acquaintances: std::collections::BTreeMap::new(),
        reconnect_wait: (SECOND, 60 * SECOND),
    }
}

fn plain_login() -> Login {
    Login::SaslPlain {
        account: "rfrbot".to_owned(),
        password: Secret::new("secret"),
    }
}

/// A session, and its time.
struct Story {
    session: Session,
    /// State reports not yet asked for.
    health: Vec<Report>,
    now: Instant,
    wall: DateTime<Utc>,
}

impl Story {
    fn new(config: IrcNetwork) -> Self {
        let now = Instant::now();
        let acquaintances = config.acquaintances.clone();
        let mut session = Session::new(Arc::new(config), now);
        session.watch_for(acquaintances);
        Self {
            session,
            health: Vec::new(),
            now,
            wall: "2026-03-02T10:00:00Z".parse().unwrap(),
        }
    }

    /// The server sends these lines; returns what the bot sends then.
    fn server(&mut self, lines: &[&str]) -> Vec<String> {
        for line in lines {
            self.session.hear_line(line, self.now, self.wall);
        }
        self.sent()
    }

    fn sent(&mut self) -> Vec<String> {
        self.session.tick(self.now);
        let mut wire = Vec::new();
        self.session.take_output(self.now, &mut wire);
        String::from_utf8(wire).unwrap().lines().map(str::to_owned).collect()
    }

    fn after(&mut self, wait: Duration) -> Vec<String> {
        self.now += wait;
        self.sent()
    }

    /// The reports, except those about places, nick and clock: [`Story::health`] returns them.
    fn reports(&mut self) -> Vec<Report> {
        let all = self.all_reports().into_iter();
        let (health, others): (Vec<_>, _) =
            all.partition(|report| matches!(report, Report::Place { .. } | Report::Nick { .. } | Report::Deaf { .. }));
        self.health.extend(health);
        others
    }

    /// New reports about places, nick and clock; others are dropped.
    fn health(&mut self) -> Vec<Report> {
        self.reports();
        std::mem::take(&mut self.health)
    }

    fn all_reports(&mut self) -> Vec<Report> {
        std::iter::from_fn(|| self.session.take_report()).collect()
    }

    fn heard(&mut self) -> Vec<Incoming> {
        let heard = self.reports().into_iter().filter_map(|report| match report {
            Report::Heard(incoming) => Some(incoming),
            Report::HeardTogether(_)
            | Report::Noticed(..)
            | Report::Mailed(_)
            | Report::ThreadIsAbout { .. }
            | Report::Up { .. }
            | Report::Down { .. }
            | Report::Login { .. }
            | Report::Panicked { .. }
            | Report::Around { .. }
            | Report::Delivered { .. }
            | Report::Accounts(_)
            | Report::CalendarsRead(_)
            | Report::Undeliverable { .. }
            | Report::Place { .. }
            | Report::Nick { .. }
            | Report::Deaf { .. }
            | Report::MailDelayed { .. }
            | Report::Tracker(_)
            | Report::Bus(_) => None,
        });
        heard.collect()
    }

    /// What the network proved about whoever says this line.
    fn identity(&mut self, line: &str) -> Identity {
        self.server(&[line]);
        let mut heard = self.heard();
        assert_eq!(heard.len(), 1, "{line}");
        heard.remove(0).identity
    }

    /// A connection that is up in its channel, on a server with these capabilities and properties.
    fn up(capabilities: &str, isupport: &str) -> Self {
        Self::up_with(network(Login::None), capabilities, isupport)
    }

    fn up_with(config: IrcNetwork, capabilities: &str, isupport: &str) -> Self {
        let mut story = Self::new(config);
        story.server(&[
            &format!(":s CAP * LS :{capabilities}"),
            &format!(":s CAP * ACK :{capabilities}"),
            ":s 001 rfrbot :Welcome",
            &format!(":s 005 rfrbot {isupport} :are supported by this server"),
            ":s 422 rfrbot :No MOTD",
        ]);
        story.server(&[
            ":rfrbot!rfrbot@bots.example JOIN #fedora-admin * :Requests",
            ":s 353 rfrbot = #fedora-admin :rfrbot @kevin eve",
            ":s 366 rfrbot #fedora-admin :End",
        ]);
        let up = Report::Up {
            network: "libera".to_owned(),
        };
        assert_eq!(story.reports(), [up]);
        story
    }

    fn say(&mut self, key: Option<u64>, place: Place, words: &str) -> Vec<String> {
        self.session.hand_over(Delivery {
            key: key.map(key_of),
            lines_done: 0,
            outgoing: Outgoing {
                place,
                manner: Manner::Reply,
                to: None,
                in_reply_to: None,
                message: Words(words.lines().map(|line| Paragraph::new().text(line)).collect()),
                beside: Beside::default(),
            },
        });
        self.sent()
    }
}

fn key_of(seq: u64) -> OutboxKey {
    OutboxKey { seq, index: 0 }
}

fn account(name: &str) -> Identity {
    Identity::IrcAccount {
        network: "libera".to_owned(),
        account: name.to_owned(),
    }
}

fn channel() -> Place {
    Place::channel("libera", "#Fedora-Admin")
}

fn delivered(seq: u64, lines: u32, complete: bool) -> Report {
    let key = key_of(seq);
    Report::Delivered { key, lines, complete }
}
