//! One visit to a network for `rfrbot check --connect`: connects, joins and leaves each channel, under another nick
//! than the bot's, so that a running bot is not disturbed.

use super::codec::{LineBuffer, encode};
use super::connection;
use super::isupport::Isupport;
use super::moves::single_spaced;
use super::sasl::{SaslExchange, SaslOutcome};
use crate::adaptor::connecting::ByteStream;
use crate::adaptor::tls;
use crate::adaptor::trial::{PATIENCE, Tell, TrialStep};
use crate::config::{IrcChannel, IrcNetwork, Login, Tls};
use crate::visible::shown;
use irc::proto::{CapSubCommand, Command, Message};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout, timeout_at};

/// How long the server may take to close the link.
const FAREWELL: Duration = Duration::from_secs(1);

/// Tries the configured network.
pub(crate) async fn visit(network: &IrcNetwork, tell: &mut Tell<'_>) {
    if let Err(why) = steps(network, tell).await {
        tell(Err(why));
    }
}

async fn steps(network: &IrcNetwork, tell: &mut Tell<'_>) -> Result<(), String> {
    let mut network = network.clone();
    network.connect_timeout = PATIENCE;
    let look = format!("Look at `host` and `port` of [irc.{}]", network.name);
    let settings = network.tls.clone();
    let protection = tokio::task::spawn_blocking(move || tls::protection(&settings))
        .await
        .map_err(|error| error.to_string())?
        .map_err(|error| error.to_string())?;
    let stream = connection::connect(&network, &protection)
        .await
        .map_err(|why| format!("{why}. {look}"))?;
    let protected = match network.tls {
        Tls::Checked { .. } => "TLS works and the certificate is good",
        Tls::Plain => "WITHOUT TLS",
    };
    tell(Ok(format!(
        "connected to {}:{}: {protected}",
        network.host, network.port
    )));
    let mut visit = Visit {
        network: &network,
        stream,
        lines: LineBuffer::default(),
        nick: String::new(),
        server: Isupport::default(),
        deadline: Instant::now() + PATIENCE,
        over: false,
    };
    visit.register(tell).await?;
    if matches!(network.login, Login::NickServ { .. }) {
        tell(Ok(
            "the login with NickServ is NOT tried here: `rfrbot status` tells whether the running bot has it"
                .to_owned(),
        ));
    }
    for channel in &network.channels {
        tell(visit.try_channel(channel).await);
        if visit.over {
            return Ok(());
        }
    }
    visit.leave().await;
    Ok(())
}

struct Visit<'network> {
    network: &'network IrcNetwork,
    stream: Box<dyn ByteStream>,
    lines: LineBuffer,
    nick: String,
    server: Isupport,
    /// When the current step has taken too long.
    deadline: Instant,
    /// The link is gone.
    over: bool,
}

impl Visit<'_> {
    /// Registers, with a login if there is one.
    async fn register(&mut self, tell: &mut Tell<'_>) -> Result<(), String> {
        let network = self.network;
        let mut nicks = nicks(&network.nick).into_iter();
        if let Some(password) = &network.server_password {
            self.say(&Command::PASS(password.current().reveal().to_owned())).await?;
        }
        let mut login = SaslExchange::for_login(&network.login);
        if login.is_some() {
            let wanted = Some("sasl".to_owned());
            self.say(&Command::CAP(None, CapSubCommand::REQ, None, wanted)).await?;
        }
        self.ask_for_nick(nicks.next()).await?;
        let (user, name) = (network.username.clone(), network.realname.clone());
        self.say(&Command::USER(user, "0".to_owned(), name)).await?;
        loop {
            let message = self.hear("the registration").await?;
            let mut logged_in = None;
            match (&message.command, &mut login) {
                (Command::CAP(_, CapSubCommand::ACK, ..), Some(sasl)) => self.say(&sasl.start()).await?,
                (Command::CAP(_, CapSubCommand::NAK, ..), Some(_)) => {
                    logged_in = Some(Err(
                        "the server offers no SASL (now): its services may be down, then ask its operators; \
                                          else remove `login`, or use `nickserv`"
                            .to_owned(),
                    ));
                }
                (Command::AUTHENTICATE(challenge), Some(sasl)) => {
                    for line in sasl.answer(challenge) {
                        self.say(&line).await?;
                    }
                }
                _ => {}
            }
            if let Some((number, arguments)) = numeric(&message) {
                let words = arguments.last().map(|words| shown(words)).unwrap_or_default();
                match (number, &login) {
                    (432 | 433 | 436 | 437, _) if self.nick.is_empty() => self.ask_for_nick(nicks.next()).await?,
                    (464, _) => {
                        return Err(format!(
                            "the server wants another password ({words}): check the network's server password"
                        ));
                    }
                    (465, _) => {
                        return Err(format!(
                            "the server bans this machine ({words}): ask its operators to lift that"
                        ));
                    }
                    (410 | 421, Some(_)) if arguments.iter().any(|word| word.eq_ignore_ascii_case("CAP")) => {
                        logged_in = Some(Err(no_sasl(&words)));
                    }
                    (number, Some(sasl)) if SaslExchange::outcome(number).is_some() => {
                        logged_in = SaslExchange::outcome(number).map(|outcome| match sasl.ended(outcome) {
                            SaslOutcome::LoggedIn => Ok(format!("logged in by SASL {}", sasl.mechanism())),
                            SaslOutcome::Refused => Err(format!(
                                "the login is refused ({words}): check account and password (or the client's \
                                 certificate) in `login` of [irc.{}]",
                                network.name
                            )),
                            SaslOutcome::Unavailable => Err(no_sasl(&words)),
                        });
                    }
                    (1, still) => {
                        if still.is_some() {
                            tell(Err(no_sasl("it was not answered")));
                        }
                        login = None;
                        self.nick = arguments.first().cloned().unwrap_or_default();
                        tell(Ok(format!(
                            "registered as {}, beside the bot's own nick",
                            shown(&self.nick)
                        )));
                    }
                    (5, _) => self.server.learn(arguments.iter().skip(1).map(String::as_str)),
                    (376 | 422, _) if !self.nick.is_empty() => return Ok(()),
                    _ => {}
                }
            }
            if let Some(step) = logged_in {
                tell(step);
                login = None;
                self.begin();
                self.say(&Command::CAP(None, CapSubCommand::END, None, None)).await?;
            }
        }
    }

    async fn ask_for_nick(&mut self, nick: Option<String>) -> Result<(), String> {
        let Some(nick) = nick else {
            return Err("the server takes none of the nicks that the check tries: try again later".to_owned());
        };
        self.say(&Command::NICK(nick)).await
    }

    /// Joins a channel and leaves it.
    async fn try_channel(&mut self, channel: &IrcChannel) -> TrialStep {
        self.begin();
        let name = &channel.name;
        let key = channel.key.as_ref().map(|key| key.current().reveal().to_owned());
        self.say(&Command::JOIN(name.clone(), key, None)).await?;
        let mapping = self.server.casemapping;
        loop {
            let message = self.hear(name).await?;
            if let Command::JOIN(joined, ..) = &message.command
                && mapping.same(joined, name)
                && message
                    .source_nickname()
                    .is_some_and(|nick| mapping.same(nick, &self.nick))
            {
                self.say(&Command::PART(name.clone(), None)).await?;
                return Ok(format!("{name} can be joined (and was left again)"));
            }
            let Some((number, arguments)) = numeric(&message) else {
                continue;
            };
            let is_named = arguments.iter().any(|word| mapping.same(word, name));
            let asks_for_patience = number == 263 && arguments.iter().any(|word| word == "JOIN");
            if !(is_named && matches!(number, 400..=599 | 609 | 707) || asks_for_patience) {
                continue;
            }
            if number == 470
                && let Some(other) = arguments.get(2).filter(|other| self.server.is_channel(other))
            {
                self.say(&Command::PART(other.clone(), None)).await?;
            }
            let words = arguments.last().map(|words| shown(words)).unwrap_or_default();
            return Err(format!("{name} cannot be joined ({number} {words}): {}", help(number)));
        }
    }

    async fn leave(&mut self) {
        // Whether or not the server answers, the connection ends now.
        let _ = self.say(&Command::QUIT(None)).await;
        let _ = timeout(FAREWELL, async {
            let mut rest = [0_u8; 1024];
            while self.stream.read(&mut rest).await.is_ok_and(|length| length > 0) {}
        })
        .await;
    }

    /// Starts the timeout of a step.
    fn begin(&mut self) {
        self.deadline = Instant::now() + PATIENCE;
    }

    async fn say(&mut self, command: &Command) -> Result<(), String> {
        let line = encode(command);
        let sent = timeout_at(self.deadline, async {
            self.stream.write_all(line.as_bytes()).await?;
            self.stream.flush().await
        });
        match sent.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => {
                self.over = true;
                Err(connection::server(self.network).explain(&error))
            }
            Err(_) => {
                self.over = true;
                Err(format!(
                    "{} has taken nothing for {} s",
                    self.network.host,
                    PATIENCE.as_secs()
                ))
            }
        }
    }

    /// The next message other than PING, which is answered here.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the library's commands: all but two are for the caller"
    )]
    async fn hear(&mut self, what: &str) -> Result<Message, String> {
        let mut chunk = [0_u8; 4096];
        loop {
            while let Some(line) = self.lines.next_line() {
                let Ok(message) = single_spaced(&line).parse::<Message>() else {
                    continue;
                };
                match message.command {
                    Command::PING(cookie, _) => {
                        self.say(&Command::PONG(cookie, None)).await?;
                    }
                    Command::ERROR(words) => {
                        self.over = true;
                        return Err(format!("{what}: the server closes the link ({})", shown(&words)));
                    }
                    _ => return Ok(message),
                }
            }
            let read = timeout_at(self.deadline, self.stream.read(&mut chunk)).await;
            let length = match read {
                Ok(Ok(length)) if length > 0 => length,
                Ok(Ok(_)) => {
                    self.over = true;
                    return Err(format!("{what}: {} closed the link", self.network.host));
                }
                Ok(Err(error)) => {
                    self.over = true;
                    return Err(connection::server(self.network).explain(&error));
                }
                Err(_) => {
                    return Err(format!(
                        "{what}: no answer within {} s: is it an IRC server? Else try again later",
                        PATIENCE.as_secs()
                    ));
                }
            };
            self.lines.push(&chunk[..length]);
        }
    }
}

/// The nicks to try, in order: the later ones fit a limit of nine letters.
fn nicks(own: &str) -> Vec<String> {
    let stem: String = own.chars().take(5).collect();
    let short = ["-chk", "-ch1", "-ch2"].map(|end| format!("{stem}{end}"));
    std::iter::once(format!("{own}-check")).chain(short).collect()
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's commands: two of them are numbers"
)]
fn numeric(message: &Message) -> Option<(u16, &[String])> {
    match &message.command {
        Command::Response(response, arguments) => Some((*response as u16, arguments)),
        Command::Raw(word, arguments) => Some((word.parse().ok()?, arguments)),
        _ => None,
    }
}

fn no_sasl(words: &str) -> String {
    format!(
        "the login by SASL does not work here now ({words}): the services may be down, then ask the network's operators; \
         else choose another `login`"
    )
}

/// What to do about a refused JOIN.
fn help(number: u16) -> &'static str {
    match number {
        403 | 476 | 479 => "check its name in `channels`",
        405 => "the network allows no more channels to one connection: name fewer in `channels`",
        470 => "it leads to another channel: name that one in `channels`, or ask its operators to let the bot in",
        471 => "it is full: ask its operators for a higher limit",
        473 => {
            "only those whom somebody invites get in: ask its operators to invite the bot's account for good (mode +I)"
        }
        474 => "a ban keeps the bot out: ask its operators to lift it",
        475 => "it wants another key: set `key` beside its name in `channels`",
        477 => "only accounts get in: give the bot a `login` that works (or mend it)",
        489 | 520 => "who may get in is restricted, such as to TLS or to operators: ask its operators",
        263 | 437 | 439 | 480 | 609 | 707 => "try again in a minute",
        _ => "ask its operators",
    }
}

#[cfg(test)]
mod tests {
    use super::super::session::tests::network;
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_server_that_says_nothing_ends_the_step_by_its_time() {
        let (stream, _silent) = tokio::io::duplex(4096);
        let network = network(Login::None);
        let mut visit = Visit {
            network: &network,
            stream: Box::new(stream),
            lines: LineBuffer::default(),
            nick: String::new(),
            server: Isupport::default(),
            deadline: Instant::now() + PATIENCE,
            over: false,
        };
        let begun = Instant::now();
        let ended = visit.register(&mut |step| panic!("{step:?}")).await;
        let why = ended.expect_err("nobody answered");
        assert!(why.contains("the registration: no answer within 15 s"), "{why}");
        assert_eq!(begun.elapsed(), PATIENCE);
    }
}
