//! The checked form of one `[irc.NETWORK]` section.

use crate::config::secret::Secret;
use crate::config::spoken::in_words;
use crate::people::Account;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

/// One IRC network, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IrcNetwork {
    /// Its name in places and logs: `libera`.
    pub name: String,
    /// Host name of the server.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// How the connection is secured.
    pub tls: Tls,
    /// Server password (`PASS`), if needed.
    pub server_password: Option<Secret>,
    /// The nick the bot wants.
    pub nick: String,
    /// Nicks to use while that one is taken, in order; when all are taken, `_` is added.
    pub alternative_nicks: Vec<String>,
    /// User name (`ident`).
    pub username: String,
    /// Real name.
    pub realname: String,
    /// How the bot logs in to the network's services.
    pub login: Login,
    /// Must the login work before anything is joined? Then the bot stays out of the network until it does.
    pub login_required: bool,
    /// Channels to join.
    pub channels: Vec<IrcChannel>,
    /// The word before every command. A line that starts with neither this nor the bot's nick is ignored.
    pub prefix: String,
    /// Services accounts of people in the config, in lower case: the bot notices whether they are present.
    pub acquaintances: BTreeMap<String, Account>,
    /// Pace of outgoing lines.
    pub pace: Pace,
    /// Time limit for the connection, for TLS, and again for registration; SASL has its own below.
    pub connect_timeout: Duration,
    /// Time limit for an unanswered SASL exchange; then the connection is given up or goes on without a login.
    pub sasl_timeout: Duration,
    /// Silence after which the server is sent a PING; the same time again without an answer ends the connection.
    pub ping_interval: Duration,
    /// First and longest pause before a reconnect; doubles, with jitter.
    pub reconnect_wait: (Duration, Duration),
}

/// A channel, with its key if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IrcChannel {
    /// The name with its prefix: `#fedora-admin`.
    pub name: String,
    /// Its key (`+k`).
    pub key: Option<Secret>,
}

/// How a connection is secured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tls {
    /// TLS; the server's certificate is checked against the system's authorities and these.
    Checked {
        /// PEM file of a private certificate authority.
        ca_file: Option<PathBuf>,
        /// PEM files of the client's certificate and key (SASL EXTERNAL).
        client_cert: Option<(PathBuf, PathBuf)>,
    },
    /// Unencrypted; the config must say so explicitly.
    Plain,
}

/// Login to an IRC network's services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Login {
    /// None: the bot itself needs no account.
    None,
    /// SASL PLAIN.
    SaslPlain {
        /// The services account.
        account: String,
        /// Its password.
        password: Secret,
    },
    /// SASL EXTERNAL with the TLS client certificate.
    SaslExternal,
    /// `IDENTIFY` to `NickServ` after registration, for servers without SASL.
    NickServ {
        /// Nick and server of the services, `NickServ@services.libera.chat`: servers never deliver a message for such a
        /// name to somebody who merely uses the nick.
        services: String,
        /// The services account.
        account: String,
        /// Its password.
        password: Secret,
    },
}

/// Pace of outgoing lines on one network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pace {
    /// At most `burst` lines at once, then one line per `interval`.
    Limited {
        /// Lines that may go out at once after a pause.
        burst: u32,
        /// Time that each further line costs.
        interval: Duration,
    },
    /// No limit; for private servers without flood protection.
    Unlimited,
}

impl IrcNetwork {
    /// The nicks to try, in order.
    pub fn nicks(&self) -> impl Iterator<Item = &str> {
        let others = self.alternative_nicks.iter().map(String::as_str);
        std::iter::once(self.nick.as_str()).chain(others)
    }

    /// The section's effect on a run.
    pub(in crate::config) fn describe(&self) -> String {
        let mut parts = Vec::new();
        let protection = match &self.tls {
            Tls::Checked { ca_file: None, .. } => {
                "with TLS, the certificate is checked against the system's authorities".to_owned()
            }
            Tls::Checked {
                ca_file: Some(path), ..
            } => format!(
                "with TLS, the certificate is checked against the system's authorities and {}",
                path.display()
            ),
            Tls::Plain => "WITHOUT TLS: everything crosses the network readable".to_owned(),
        };
        parts.push(format!("connects to {}:{} {protection}", self.host, self.port));
        let nicks: Vec<&str> = self.nicks().collect();
        parts.push(format!("its nick is {}", nicks.join(", else ")));
        if self.server_password.is_some() {
            parts.push("gives a server password".to_owned());
        }
        parts.push(match &self.login {
            Login::None => "does not log in to services".to_owned(),
            Login::SaslPlain { account, .. } => format!("logs in with SASL PLAIN as {account}"),
            Login::SaslExternal => "logs in with SASL EXTERNAL by its client certificate".to_owned(),
            Login::NickServ { account, services, .. } => format!("logs in by {services} as {account}"),
        });
        if self.login_required {
            parts.push("stays out of the network while that login does not work".to_owned());
        }
        let channels: Vec<String> = self
            .channels
            .iter()
            .map(|channel| match channel.key {
                Some(_) => format!("{} (with a key)", channel.name),
                None => channel.name.clone(),
            })
            .collect();
        parts.push(if channels.is_empty() {
            "sits in no channel".to_owned()
        } else {
            format!("sits in {}", channels.join(", "))
        });
        parts.push(match self.pace {
            Pace::Unlimited => "says as much as it wants at once".to_owned(),
            Pace::Limited { burst, interval } => {
                format!(
                    "says at most {burst} lines at once, then one every {} ms",
                    interval.as_millis()
                )
            }
        });
        parts.push(format!(
            "after a lost connection it tries again, first after {}, at last every {}",
            in_words(self.reconnect_wait.0),
            in_words(self.reconnect_wait.1)
        ));
        format!("[irc.{}] {}.", self.name, parts.join("; "))
    }
}
