//! The checks of `[irc.NETWORK]`.

use super::network::{IrcChannel, IrcNetwork, Login, Pace, Tls};
use super::rows::{ChannelRows, IrcRows, LoginRows, PaceRows, Sasl};
use crate::config::form::Findings;
use crate::config::judge::{Around, Judge, Pem, is_simple_word, is_this_machine};
use crate::config::rows::{Chosen, FilePath, Number, SecretPlace, TextOr, join};
use crate::config::secret::Secret;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

const TLS_PORT: u16 = 6697;
const PLAIN_PORT: u16 = 6667;

/// Longest PASS, SASL account or other name that fits in a line to the server, in bytes.
const LONGEST_WORD: usize = 200;

/// The console's network name, which no network in the file may use.
const CONSOLE: &str = "console";

pub(in crate::config) fn network(
    name: &str,
    raw: IrcRows,
    around: &Around<'_>,
    found: &mut Findings<'_>,
) -> IrcNetwork {
    let mut section = SectionCheck(Judge::new(join("irc", name), around, found));
    section.name(name);
    let host = section.0.host(raw.host, "irc.libera.chat");
    section.0.says_plain(raw.tls, raw.plain);
    let [ca_file, cert, key] = [
        ("ca_file", raw.ca_file),
        ("client_cert", raw.client_cert),
        ("client_key", raw.client_key),
    ]
    .map(|(name, file)| section.0.for_tls(name, file, raw.plain));
    let tls = if raw.plain {
        Tls::Plain
    } else {
        Tls::Checked {
            ca_file: section.0.pem("ca_file", ca_file, Pem::Authority),
            client_cert: section.client(cert, key),
        }
    };
    let port = section.port(raw.port, &tls);
    let server_password = section.0.secret("server_password", raw.server_password);
    section.nick("nick", &raw.nick);
    for (index, nick) in raw.alternative_nicks.iter().flatten().enumerate() {
        section.nick(&format!("alternative_nicks[{index}]"), nick);
    }
    section.word("username", &raw.username);
    section.realname(&raw.realname);
    let login_required = raw.login.as_ref().is_some_and(|login| login.required);
    let login = match raw.login {
        Some(login) => section.login(login, &tls, &host),
        None => Login::None,
    };
    let channels = section.channels(raw.channels);
    IrcNetwork {
        name: name.to_owned(),
        host,
        port,
        tls,
        server_password,
        alternative_nicks: raw.alternative_nicks.unwrap_or_else(|| vec![format!("{}_", raw.nick)]),
        nick: raw.nick,
        username: raw.username,
        realname: raw.realname,
        login,
        login_required,
        channels,
        prefix: String::new(),
        acquaintances: BTreeMap::new(),
        pace: section.pace(raw.pace),
        connect_timeout: raw.connect_timeout_seconds.seconds(),
        sasl_timeout: raw.sasl_timeout_seconds.seconds(),
        ping_interval: raw.ping_interval_seconds.seconds(),
        reconnect_wait: section.0.wait("reconnect_seconds", &raw.reconnect_seconds),
    }
}

/// The section being checked.
struct SectionCheck<'a, 'f>(Judge<'a, 'f>);

impl SectionCheck<'_, '_> {
    fn name(&mut self, name: &str) {
        if !is_simple_word(name) {
            self.0.problem(
                "",
                format!("the network's name {name:?} is not a simple word"),
                "Use letters, digits, - and _, such as [irc.libera]",
            );
        } else if name == CONSOLE {
            self.0.problem(
                "",
                "the name console belongs to the bot's own console",
                "Give the network another name",
            );
        }
    }

    fn port(&mut self, port: Option<Number<1, 65535>>, tls: &Tls) -> u16 {
        let default = match tls {
            Tls::Checked { .. } => TLS_PORT,
            Tls::Plain => PLAIN_PORT,
        };
        let port = port.map_or(default, Number::to);
        match tls {
            Tls::Checked { .. } if port == PLAIN_PORT => self.0.note(
                "port",
                "6667 is the usual port without TLS, but this network uses TLS",
                "If the connection fails at once, try port = 6697",
            ),
            Tls::Plain if port == TLS_PORT => self.0.note(
                "port",
                "6697 is the usual port with TLS, but this network goes without",
                "Remove plain = true",
            ),
            Tls::Checked { .. } | Tls::Plain => {}
        }
        port
    }

    /// The client's certificate and key, which belong together.
    fn client(&mut self, cert: Option<FilePath>, key: Option<FilePath>) -> Option<(PathBuf, PathBuf)> {
        if cert.is_some() && key.is_none() {
            self.0.lacking(
                "client_cert",
                &["client_key"],
                "the certificate's key is missing",
                "Add client_key = \"FILE\"",
            );
        }
        if key.is_some() && cert.is_none() {
            self.0.lacking(
                "client_key",
                &["client_cert"],
                "the key's certificate is missing",
                "Add client_cert = \"FILE\"",
            );
        }
        let (cert, key) = cert.zip(key)?;
        let cert = self.0.pem("client_cert", Some(cert), Pem::Certificate);
        cert.zip(self.0.pem("client_key", Some(key), Pem::Key))
    }

    fn nick(&mut self, key: &str, nick: &str) {
        if !is_nick(nick) {
            self.0.problem(
                key,
                format!("{nick:?} is not a nick"),
                "A nick begins with a letter or one of []\\`_^{|} and goes on with those, digits and - (RFC 2812 §2.3.1)",
            );
        }
    }

    /// A word that is sent as one parameter.
    fn word(&mut self, key: &str, word: &str) {
        if word.is_empty()
            || word.len() > LONGEST_WORD
            || word.starts_with(':')
            || word.contains(|c: char| c.is_whitespace() || c.is_control() || c == '@')
        {
            self.0.problem(
                key,
                format!("{word:?} is not one word"),
                "Use a word without spaces and without @",
            );
        }
    }

    fn realname(&mut self, realname: &str) {
        if realname.is_empty() || realname.len() > LONGEST_WORD || realname.contains(char::is_control) {
            self.0.problem(
                "realname",
                "expected one line that is not empty",
                format!("Use at most {LONGEST_WORD} bytes"),
            );
        }
    }

    fn login(&mut self, raw: LoginRows, tls: &Tls, host: &str) -> Login {
        if raw.required && raw.nickserv.is_some() {
            self.0.problem(
                "login.required",
                "only a login by SASL can be required, because it comes before the bot is on the network",
                "Use sasl where the server offers it, or leave required out",
            );
        }
        let login = match (raw.sasl, raw.nickserv) {
            (Some(Chosen(Sasl::External)), None) => {
                self.external(raw.account.is_some() || raw.password.is_given(), tls);
                return Login::SaslExternal;
            }
            (Some(Chosen(Sasl::Plain)), None) => self
                .account_and_password(raw.account, raw.password, tls)
                .map(|(account, password)| Login::SaslPlain { account, password }),
            (None, Some(services)) => {
                self.services(&services, tls, host);
                let both = self.account_and_password(raw.account, raw.password, tls);
                both.map(|(account, password)| Login::NickServ {
                    services,
                    account,
                    password,
                })
            }
            (Some(_), Some(_)) => {
                self.0.problem(
                    "login",
                    "sasl and nickserv exclude each other",
                    "Keep sasl where the server offers it",
                );
                None
            }
            (None, None) => {
                self.0.lacking(
                    "login",
                    &["login.sasl", "login.nickserv"],
                    "it is not said how to log in",
                    "Add sasl = \"plain\", sasl = \"external\" or nickserv = \"NickServ@SERVICES-SERVER\"",
                );
                None
            }
        };
        login.unwrap_or(Login::None)
    }

    fn external(&mut self, gives_password: bool, tls: &Tls) {
        if gives_password {
            self.0.problem(
                "login",
                "SASL EXTERNAL takes no account and no password",
                "Write only: login = { sasl = \"external\" }",
            );
        }
        match tls {
            Tls::Checked {
                client_cert: Some(_), ..
            } => {}
            Tls::Checked { client_cert: None, .. } | Tls::Plain => self.0.lacking(
                "login.sasl",
                &["client_cert", "client_key"],
                "SASL EXTERNAL proves the account by a TLS client certificate, and there is none",
                "Add client_cert = \"FILE\" and client_key = \"FILE\"",
            ),
        }
    }

    /// The receiver of the password must be named unambiguously, and nobody may read it on its way.
    fn services(&mut self, services: &str, tls: &Tls, host: &str) {
        let named = services.split_once('@').is_some_and(|(nick, server)| {
            let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':');
            is_nick(nick) && !server.is_empty() && server.len() <= LONGEST_WORD && server.chars().all(is_letter)
        });
        if !named {
            self.0.problem(
                "login.nickserv",
                format!("{services:?} does not say on which server the services are: anybody may take a nick"),
                "Write nick and server, such as nickserv = \"NickServ@services.libera.chat\"; /whois NickServ shows the \
                 server",
            );
        }
        if *tls == Tls::Plain && !host.is_empty() && !is_this_machine(host) {
            self.0.problem(
                "login.nickserv",
                "without TLS everybody on the way could read the password, and could be the services",
                "Remove plain = true",
            );
        }
    }

    fn account_and_password(
        &mut self,
        account: Option<String>,
        place: SecretPlace,
        tls: &Tls,
    ) -> Option<(String, Secret)> {
        if let Some(account) = &account {
            self.word("login.account", account);
        } else {
            self.0.lacking(
                "login",
                &["login.account"],
                "the account is missing",
                "Add account = \"NAME\": the bot's account at the network's services",
            );
        }
        let password = self.0.within("login").password(place);
        if *tls == Tls::Plain && password.is_some() {
            self.0.note(
                "login",
                "the password crosses the network readable, because the connection has no TLS",
                "Remove plain = true unless the server is on this machine",
            );
        }
        Some((account?, password?))
    }

    fn channels(&mut self, raw: Vec<TextOr<ChannelRows>>) -> Vec<IrcChannel> {
        let mut channels: Vec<IrcChannel> = Vec::new();
        for (index, channel) in raw.into_iter().enumerate() {
            let key = format!("channels[{index}]");
            let (name, place) = match channel {
                TextOr::Text(name) => (name, SecretPlace::default()),
                TextOr::Table(table) => (table.name.unwrap_or_default(), table.key),
            };
            if !is_channel(&name) {
                let fix = if name.starts_with(['#', '&', '+', '!']) {
                    "A channel's name has no space, comma or control character, and at most 64 bytes".to_owned()
                } else {
                    format!("A channel's name begins with a prefix: \"#{name}\"")
                };
                self.0.problem(&key, format!("{name:?} is not a channel"), fix);
            } else if channels.iter().any(|other| other.name.eq_ignore_ascii_case(&name)) {
                self.0
                    .problem(&key, format!("{name} stands in the list twice"), "Remove one of them");
            }
            let key = self.0.secret(&format!("{key}.key"), place);
            channels.push(IrcChannel { name, key });
        }
        if channels.is_empty() {
            self.0.note(
                "channels",
                "the bot sits in no channel of this network, so that only private messages reach it",
                "Add channels = [\"#fedora-admin\"]",
            );
        }
        channels
    }

    fn pace(&mut self, raw: Option<TextOr<PaceRows>>) -> Pace {
        let table = match raw {
            None => PaceRows::default(),
            Some(TextOr::Table(table)) => table,
            Some(TextOr::Text(word)) if word == "unlimited" => return Pace::Unlimited,
            Some(TextOr::Text(word)) => {
                self.0.problem(
                    "pace",
                    format!("expected {{ burst = 8, per_second = 2.0 }} or \"unlimited\", found {word:?}"),
                    "Leave the key out for a pace that public networks bear",
                );
                PaceRows::default()
            }
        };
        Pace::Limited {
            burst: table.burst.to(),
            interval: Duration::from_secs_f64(1.0 / table.per_second.0),
        }
    }
}

/// RFC 2812 §2.3.1 `nickname`, without its limit of nine characters, which servers raise.
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
