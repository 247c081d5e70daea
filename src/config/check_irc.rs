//! The checks of `[irc.NETWORK]`.

use super::form::Findings;
use super::key::join;
use super::raw::{RawChannel, RawIrc, RawKeyedChannel, RawLimitedPace, RawLogin, RawPace};
use super::secret;
use super::shared::{self, Around, is_simple_word, not_one_of, note_mode, wait, within};
use super::{CONSOLE, IrcChannel, IrcNetwork, Login, Pace, Secret, Tls};
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

const TLS_PORT: u16 = 6697;
const PLAIN_PORT: u16 = 6667;

/// The longest line that a PASS or a SASL account could be part of; also bounds names that go to the wire.
const LONGEST_WORD: usize = 200;

/// One section being checked.
struct Section<'a, 'f> {
    /// Its key: `irc.libera`.
    key: String,
    around: &'a Around<'a>,
    found: &'a mut Findings<'f>,
}

pub(super) fn network(name: &str, raw: RawIrc, around: &Around<'_>, found: &mut Findings<'_>) -> IrcNetwork {
    let mut section = Section {
        key: join("irc", name),
        around,
        found,
    };
    section.name(name);
    let host = section.host(raw.host);
    let tls = section.tls(raw.tls, raw.plain, raw.ca_file, raw.client_cert, raw.client_key);
    let port = section.port(raw.port, &tls);
    let server_password = section.secret("server_password", raw.server_password_file, raw.server_password_env);
    let nick = section.nick("nick", raw.nick.unwrap_or_else(|| "rfrbot".to_owned()));
    let alternative_nicks = match raw.alternative_nicks {
        None => vec![format!("{nick}_")],
        Some(nicks) => nicks
            .into_iter()
            .enumerate()
            .map(|(index, nick)| section.nick(&format!("alternative_nicks[{index}]"), nick))
            .collect(),
    };
    let username = section.word("username", raw.username.unwrap_or_else(|| "rfrbot".to_owned()));
    let realname = section.realname(raw.realname);
    let login_required = raw.login.as_ref().and_then(|login| login.required).unwrap_or(false);
    let login = section.login(raw.login, &tls, &host);
    let channels = section.channels(raw.channels);
    let pace = section.pace(raw.pace);
    let connect = section.seconds("connect_timeout_seconds", raw.connect_timeout_seconds, 30);
    let sasl = section.seconds("sasl_timeout_seconds", raw.sasl_timeout_seconds, 15);
    let ping = section.seconds("ping_interval_seconds", raw.ping_interval_seconds, 60);
    let reconnect_wait = section.reconnect(raw.reconnect_seconds.as_deref());
    IrcNetwork {
        name: name.to_owned(),
        host,
        port,
        tls,
        server_password,
        nick,
        alternative_nicks,
        username,
        realname,
        login,
        login_required,
        channels,
        prefix: String::new(),
        acquaintances: BTreeMap::new(),
        pace,
        connect_timeout: connect,
        sasl_timeout: sasl,
        ping_interval: ping,
        reconnect_wait,
    }
}

impl Section<'_, '_> {
    fn at(&self, key: &str) -> String {
        format!("{}.{key}", self.key)
    }

    fn problem(&mut self, key: &str, what: impl Into<String>, fix: impl Into<String>) {
        let key = self.at(key);
        self.found.problem(&key, what, fix);
    }

    fn lacking(&mut self, key: &str, needed: &[&str], what: impl Into<String>, fix: impl Into<String>) {
        let needed: Vec<String> = needed.iter().map(|needed| self.at(needed)).collect();
        self.found.lacking(&self.at(key), &needed, what, fix);
    }

    fn name(&mut self, name: &str) {
        let key = self.key.clone();
        if !is_simple_word(name) {
            self.found.problem(
                &key,
                format!("the network's name {name:?} is not a simple word"),
                "Use letters, digits, - and _, such as [irc.libera]",
            );
        } else if name == CONSOLE {
            self.found.problem(
                &key,
                "the name console belongs to the bot's own console",
                "Give the network another name",
            );
        }
    }

    fn host(&mut self, host: Option<String>) -> String {
        let host = host.unwrap_or_default();
        let key = self.at("host");
        shared::host(&key, &host, "irc.libera.chat", self.found);
        host
    }

    fn port(&mut self, port: Option<i64>, tls: &Tls) -> u16 {
        let default = match tls {
            Tls::Checked { .. } => TLS_PORT,
            Tls::Plain => PLAIN_PORT,
        };
        let key = self.at("port");
        let port = within(self.found, &key, port, default.into(), 1, u16::MAX.into());
        let port = u16::try_from(port).unwrap_or(default);
        match tls {
            Tls::Checked { .. } if port == PLAIN_PORT => self.found.note(
                &key,
                "6667 is the usual port without TLS, but this network uses TLS",
                "If the connection fails at once, try port = 6697",
            ),
            Tls::Plain if port == TLS_PORT => self.found.note(
                &key,
                "6697 is the usual port with TLS, but this network goes without",
                "Remove plain = true",
            ),
            Tls::Checked { .. } | Tls::Plain => {}
        }
        port
    }

    fn tls(
        &mut self,
        tls: Option<bool>,
        plain: Option<bool>,
        ca_file: Option<String>,
        client_cert: Option<String>,
        client_key: Option<String>,
    ) -> Tls {
        let plain = plain.unwrap_or(false);
        match (tls, plain) {
            (Some(true), true) => {
                self.problem(
                    "plain",
                    "tls = true and plain = true contradict each other",
                    "Remove one of them",
                );
            }
            (Some(false), false) => self.lacking(
                "tls",
                &["plain"],
                "going without TLS must be said in words",
                "Remove this line, or write plain = true in its place: everything, passwords too, then crosses the \
                 network readable",
            ),
            (Some(false) | None, true) | (Some(true) | None, false) => {}
        }
        let client_pair = match (client_cert, client_key) {
            (Some(cert), Some(key)) => Some((self.pem("client_cert", &cert, "certificate"), self.client_key(&key))),
            (None, None) => None,
            (Some(_), None) => {
                self.lacking(
                    "client_cert",
                    &["client_key"],
                    "the certificate's key is missing",
                    "Add client_key = \"FILE\"",
                );
                None
            }
            (None, Some(_)) => {
                self.lacking(
                    "client_key",
                    &["client_cert"],
                    "the key's certificate is missing",
                    "Add client_cert = \"FILE\"",
                );
                None
            }
        };
        let ca_file = ca_file.map(|path| self.pem("ca_file", &path, "authority"));
        if !plain {
            return Tls::Checked {
                ca_file,
                client_cert: client_pair,
            };
        }
        for (key, given) in [("ca_file", ca_file.is_some()), ("client_cert", client_pair.is_some())] {
            if given {
                self.problem(
                    key,
                    "without TLS there is nothing to use this for",
                    "Remove it, or remove plain = true",
                );
            }
        }
        Tls::Plain
    }

    fn pem(&mut self, key: &str, written: &str, what: &str) -> PathBuf {
        let key = self.at(key);
        shared::pem(&key, written, what, self.around, self.found)
    }

    /// A key, which nobody else should read.
    fn client_key(&mut self, written: &str) -> PathBuf {
        let path = self.pem("client_key", written, "key");
        let Around { folder, surroundings } = self.around;
        let (located, credential) = secret::locate(Path::new(written), folder, surroundings);
        if let Some(open) = secret::mode_open_to_others(&located, credential) {
            let at = self.at("client_key");
            note_mode(&at, &open, self.found);
        }
        path
    }

    fn secret(&mut self, key: &str, file: Option<String>, variable: Option<String>) -> Option<Secret> {
        shared::secret(&self.key, key, file, variable, self.around, self.found)
    }

    fn nick(&mut self, key: &str, nick: String) -> String {
        if !is_nick(&nick) {
            self.problem(
                key,
                format!("{nick:?} is not a nick"),
                "A nick begins with a letter or one of []\\`_^{|} and goes on with those, digits and - (RFC 2812 §2.3.1)",
            );
        }
        nick
    }

    /// A word that goes to the wire as one parameter.
    fn word(&mut self, key: &str, word: String) -> String {
        if word.is_empty()
            || word.len() > LONGEST_WORD
            || word.starts_with(':')
            || word.contains(|c: char| c.is_whitespace() || c.is_control() || c == '@')
        {
            self.problem(
                key,
                format!("{word:?} is not one word"),
                "Use a word without spaces and without @",
            );
        }
        word
    }

    fn realname(&mut self, realname: Option<String>) -> String {
        let realname = realname.unwrap_or_else(|| "Requests For Resources, from idea to production".to_owned());
        if realname.is_empty() || realname.len() > LONGEST_WORD || realname.contains(char::is_control) {
            self.problem(
                "realname",
                "expected one line that is not empty",
                format!("Use at most {LONGEST_WORD} bytes"),
            );
        }
        realname
    }

    fn login(&mut self, raw: Option<RawLogin>, tls: &Tls, host: &str) -> Login {
        let Some(raw) = raw else { return Login::None };
        let RawLogin {
            sasl,
            nickserv,
            required,
            account,
            password_file,
            password_env,
        } = raw;
        if required == Some(true) && nickserv.is_some() {
            self.problem(
                "login.required",
                "only a login by SASL can be required, because it comes before the bot is on the network",
                "Use sasl where the server offers it, or leave required out",
            );
        }
        let gives_password = account.is_some() || password_file.is_some() || password_env.is_some();
        match (sasl.as_deref(), nickserv) {
            (Some("plain"), None) => match self.account_and_password(account, password_file, password_env, tls) {
                Some((account, password)) => Login::SaslPlain { account, password },
                None => Login::None,
            },
            (None, Some(services)) => {
                self.services(&services, tls, host);
                match self.account_and_password(account, password_file, password_env, tls) {
                    Some((account, password)) => Login::NickServ {
                        services,
                        account,
                        password,
                    },
                    None => Login::None,
                }
            }
            (Some("external"), None) => {
                if gives_password {
                    self.problem(
                        "login",
                        "SASL EXTERNAL takes no account and no password",
                        "Write only: login = { sasl = \"external\" }",
                    );
                }
                match tls {
                    Tls::Checked {
                        client_cert: Some(_), ..
                    } => {}
                    Tls::Checked { client_cert: None, .. } | Tls::Plain => self.lacking(
                        "login.sasl",
                        &["client_cert", "client_key"],
                        "SASL EXTERNAL proves the account by a TLS client certificate, and there is none",
                        "Add client_cert = \"FILE\" and client_key = \"FILE\"",
                    ),
                }
                Login::SaslExternal
            }
            (Some(_), Some(_)) => {
                self.problem(
                    "login",
                    "sasl and nickserv exclude each other",
                    "Keep sasl where the server offers it",
                );
                Login::None
            }
            (Some(word), None) => {
                let key = self.at("login.sasl");
                not_one_of(self.found, &key, word, &["plain", "external"]);
                Login::None
            }
            (None, None) => {
                self.lacking(
                    "login",
                    &["login.sasl", "login.nickserv"],
                    "it is not said how to log in",
                    "Add sasl = \"plain\", sasl = \"external\" or nickserv = \"NickServ@SERVICES-SERVER\"",
                );
                Login::None
            }
        }
    }

    /// Who gets the password must be named beyond doubt, and nobody may read it on its way.
    fn services(&mut self, services: &str, tls: &Tls, host: &str) {
        let named = services.split_once('@').is_some_and(|(nick, server)| {
            let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':');
            is_nick(nick) && !server.is_empty() && server.len() <= LONGEST_WORD && server.chars().all(is_letter)
        });
        if !named {
            self.problem(
                "login.nickserv",
                format!("{services:?} does not say on which server the services are: anybody may take a nick"),
                "Write nick and server, such as nickserv = \"NickServ@services.libera.chat\"; /whois NickServ shows the \
                 server",
            );
        }
        if *tls == Tls::Plain && !host.is_empty() && !is_this_machine(host) {
            self.problem(
                "login.nickserv",
                "without TLS everybody on the way could read the password, and could be the services",
                "Remove plain = true",
            );
        }
    }

    fn account_and_password(
        &mut self,
        account: Option<String>,
        file: Option<String>,
        variable: Option<String>,
        tls: &Tls,
    ) -> Option<(String, Secret)> {
        let account = if let Some(account) = account {
            Some(self.word("login.account", account))
        } else {
            self.lacking(
                "login",
                &["login.account"],
                "the account is missing",
                "Add account = \"NAME\": the bot's account at the network's services",
            );
            None
        };
        if file.is_none() && variable.is_none() {
            self.lacking(
                "login",
                &["login.password", "login.password_file", "login.password_env"],
                "the password is missing",
                "Add password_file = \"FILE\" or password_env = \"VARIABLE\"",
            );
        }
        let password = self.secret("login.password", file, variable);
        if *tls == Tls::Plain && password.is_some() {
            let key = self.at("login");
            self.found.note(
                &key,
                "the password crosses the network readable, because the connection has no TLS",
                "Remove plain = true unless the server is on this machine",
            );
        }
        Some((account?, password?))
    }

    fn channels(&mut self, raw: Vec<RawChannel>) -> Vec<IrcChannel> {
        let mut channels: Vec<IrcChannel> = Vec::new();
        for (index, channel) in raw.into_iter().enumerate() {
            let key = format!("channels[{index}]");
            let channel = match channel {
                RawChannel::Name(name) => RawKeyedChannel {
                    name: Some(name),
                    ..RawKeyedChannel::default()
                },
                RawChannel::Table(table) => table,
            };
            let name = channel.name.unwrap_or_default();
            if !is_channel(&name) {
                let fix = if name.starts_with(['#', '&', '+', '!']) {
                    "A channel's name has no space, comma or control character, and at most 64 bytes".to_owned()
                } else {
                    format!("A channel's name begins with a prefix: \"#{name}\"")
                };
                self.problem(&key, format!("{name:?} is not a channel"), fix);
            } else if channels.iter().any(|other| other.name.eq_ignore_ascii_case(&name)) {
                self.problem(&key, format!("{name} stands in the list twice"), "Remove one of them");
            }
            let secret = self.secret(&format!("{key}.key"), channel.key_file, channel.key_env);
            channels.push(IrcChannel { name, key: secret });
        }
        if channels.is_empty() {
            let key = self.at("channels");
            self.found.note(
                &key,
                "the bot sits in no channel of this network, so that only private messages reach it",
                "Add channels = [\"#fedora-admin\"]",
            );
        }
        channels
    }

    fn pace(&mut self, raw: Option<RawPace>) -> Pace {
        let table = match raw {
            None => RawLimitedPace::default(),
            Some(RawPace::Table(table)) => table,
            Some(RawPace::Word(word)) => {
                if word == "unlimited" {
                    return Pace::Unlimited;
                }
                self.problem(
                    "pace",
                    format!("expected {{ burst = 8, per_second = 2.0 }} or \"unlimited\", found {word:?}"),
                    "Leave the key out for a pace that public networks bear",
                );
                RawLimitedPace::default()
            }
        };
        let key = self.at("pace.burst");
        let burst = within(self.found, &key, table.burst, 8, 1, 1000);
        let per_second = table.per_second.unwrap_or(2.0);
        let per_second = if (0.05..=1000.0).contains(&per_second) {
            per_second
        } else {
            self.problem(
                "pace.per_second",
                format!("expected a number from 0.05 to 1000, found {per_second}"),
                "Without this key it is 2.0",
            );
            2.0
        };
        Pace::Limited {
            burst: u32::try_from(burst).unwrap_or(8),
            interval: Duration::from_secs_f64(1.0 / per_second),
        }
    }

    fn seconds(&mut self, key: &str, written: Option<i64>, default: u64) -> Duration {
        let key = self.at(key);
        Duration::from_secs(within(self.found, &key, written, default, 1, 3600))
    }

    fn reconnect(&mut self, written: Option<&[i64]>) -> (Duration, Duration) {
        let key = self.at("reconnect_seconds");
        wait(&key, written, self.found)
    }
}

/// Does a connection to this host stay on this machine?
fn is_this_machine(host: &str) -> bool {
    let address: Option<IpAddr> = host.parse().ok();
    address.map_or(host.eq_ignore_ascii_case("localhost"), |address| address.is_loopback())
}

/// RFC 2812 §2.3.1 `nickname`, without its limit to nine characters, which servers raise.
fn is_nick(nick: &str) -> bool {
    let special = |c: char| matches!(c, '[' | ']' | '\\' | '`' | '_' | '^' | '{' | '|' | '}');
    let mut characters = nick.chars();
    characters.next().is_some_and(|c| c.is_ascii_alphabetic() || special(c))
        && characters.all(|c| c.is_ascii_alphanumeric() || special(c) || c == '-')
        && nick.len() <= 64
}

/// RFC 2812 §1.3, with the longer names that servers allow.
fn is_channel(name: &str) -> bool {
    name.starts_with(['#', '&', '+', '!'])
        && (2..=64).contains(&name.len())
        && !name.contains(|c: char| c.is_whitespace() || c.is_control() || c == ',')
}
