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
    /// The name by which places and logs call it: `libera`.
    pub name: String,
    /// Host name of the server.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// Password of the server (`PASS`), where it wants one.
    pub server_password: Option<Secret>,
    /// The nick that the bot wants.
    pub nick: String,
    /// Nicks that it takes while that one is in use, in order; when all are taken, `_` is added.
    pub alternative_nicks: Vec<String>,
    /// User name (`ident`).
    pub username: String,
    /// Real name.
    pub realname: String,
    /// How the bot logs in to the network's services.
    pub login: Login,
    /// Is nothing joined without that login? Then the bot stays out of the network while the login does not work.
    pub login_required: bool,
    /// Channels that it sits in.
    pub channels: Vec<IrcChannel>,
    /// The word before every command. What begins neither with it nor with the bot's nick is not read any further.
    pub prefix: String,
    /// Services accounts of people in the config, in lower case: the bot notices whether they are around.
    pub acquaintances: BTreeMap<String, Account>,
    /// Outgoing pace.
    pub pace: Pace,
    /// Time allowed for the connection, for TLS, and again for registration; SASL has its own below.
    pub connect_timeout: Duration,
    /// Time that an unanswered SASL exchange may take before the connection is given up or goes on without.
    pub sasl_timeout: Duration,
    /// Silence after which the server is asked with a PING; the same again without an answer ends the connection.
    pub ping_interval: Duration,
    /// First and longest wait before a reconnect; grows by doubling, with jitter.
    pub reconnect_wait: (Duration, Duration),
}

/// A channel, with its key where it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IrcChannel {
    /// The channel's name with its prefix: `#fedora-admin`.
    pub name: String,
    /// Its key (`+k`).
    pub key: Option<Secret>,
}

/// Protection of a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tls {
    /// TLS, the server's certificate checked against the system's authorities and these.
    Checked {
        /// PEM file of a private authority.
        ca_file: Option<PathBuf>,
        /// PEM files of the client's certificate and key (SASL EXTERNAL).
        client_cert: Option<(PathBuf, PathBuf)>,
    },
    /// No protection; the config must say so in words.
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
        /// Nick and server of the services, `NickServ@services.libera.chat`: a server hands a message for such a name
        /// to nobody who only took the nick.
        services: String,
        /// The services account.
        account: String,
        /// Its password.
        password: Secret,
    },
}

/// Outgoing pace of one network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pace {
    /// At most `burst` lines at once, then one line each `interval`.
    Limited {
        /// Lines that may go out at once after a rest.
        burst: u32,
        /// Time that one further line costs.
        interval: Duration,
    },
    /// No limit; for private servers that do not punish floods.
    Unlimited,
}

impl IrcNetwork {
    /// What the bot may be called there, in the order in which it tries.
    pub fn nicks(&self) -> impl Iterator<Item = &str> {
        let others = self.alternative_nicks.iter().map(String::as_str);
        std::iter::once(self.nick.as_str()).chain(others)
    }

    /// What the section means for a run.
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
