//! The SASL exchange (`IRCv3` SASL 3.1 and 3.2): PLAIN and EXTERNAL.

use crate::config::{Login, Secret};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use irc::proto::Command;

/// `AUTHENTICATE` carries at most this many bytes; a chunk of exactly this size says that more follows.
const CHUNK: usize = 400;

/// One exchange.
#[derive(Debug)]
pub(super) struct SaslExchange {
    response: Secret,
    mechanism: &'static str,
    challenged: bool,
}

/// How an exchange ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SaslOutcome {
    /// Logged in.
    LoggedIn,
    /// The services refused the account or its password.
    Refused,
    /// Undecided: aborted, or services are away.
    Unavailable,
}

impl SaslExchange {
    /// The exchange for this login; `None` if the login does not use SASL.
    pub(super) fn for_login(login: &Login) -> Option<Self> {
        let (mechanism, response) = match login {
            Login::SaslPlain { account, password } => {
                ("PLAIN", format!("\0{account}\0{}", password.current().reveal()))
            }
            Login::SaslExternal => ("EXTERNAL", String::new()),
            Login::None | Login::NickServ { .. } => return None,
        };
        Some(Self {
            response: Secret::new(response),
            mechanism,
            challenged: false,
        })
    }

    /// The mechanism's name on the wire.
    pub(super) fn mechanism(&self) -> &'static str {
        self.mechanism
    }

    /// The line that opens the exchange.
    pub(super) fn start(&self) -> Command {
        Command::AUTHENTICATE(self.mechanism.to_owned())
    }

    /// The line that gives the exchange up.
    pub(super) fn abort() -> Command {
        Command::AUTHENTICATE("*".to_owned())
    }

    /// The lines that answer a challenge. Both mechanisms know only the empty challenge, once.
    pub(super) fn answer(&mut self, challenge: &str) -> Vec<Command> {
        if challenge != "+" || std::mem::replace(&mut self.challenged, true) {
            return Vec::new();
        }
        let encoded = STANDARD.encode(self.response.reveal());
        let mut chunks: Vec<String> = encoded
            .as_bytes()
            .chunks(CHUNK)
            .map(|chunk| String::from_utf8_lossy(chunk).into_owned())
            .collect();
        if encoded.len().is_multiple_of(CHUNK) {
            chunks.push("+".to_owned());
        }
        chunks.into_iter().map(Command::AUTHENTICATE).collect()
    }

    /// How this exchange ended. A refusal before anything was answered says nothing about account or password.
    pub(super) fn ended(&self, outcome: SaslOutcome) -> SaslOutcome {
        match outcome {
            SaslOutcome::Refused if !self.challenged => SaslOutcome::Unavailable,
            SaslOutcome::LoggedIn | SaslOutcome::Refused | SaslOutcome::Unavailable => outcome,
        }
    }

    /// What a numeric means for the exchange.
    pub(super) fn outcome(numeric: u16) -> Option<SaslOutcome> {
        match numeric {
            903 | 907 => Some(SaslOutcome::LoggedIn),
            902 | 904 | 905 => Some(SaslOutcome::Refused),
            906 => Some(SaslOutcome::Unavailable),
            _ => None,
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    fn exchange(account: &str, password: &str) -> Vec<String> {
        let mut sasl = SaslExchange::for_login(&Login::SaslPlain {
            account: account.to_owned(),
            password: Secret::new(password),
        })
        .unwrap();
        assert_eq!(String::from(&sasl.start()), "AUTHENTICATE PLAIN");
        let lines = sasl.answer("+").iter().map(String::from).collect();
        assert!(sasl.answer("+").is_empty(), "a second challenge gets nothing");
        lines
    }

    #[test]
    fn plain_is_account_and_password_in_base64() {
        assert_eq!(exchange("bot", "secret"), ["AUTHENTICATE AGJvdABzZWNyZXQ="]);
    }

    #[test]
    fn long_answers_go_in_chunks_and_a_full_last_chunk_is_followed_by_plus() {
        // Three bytes make four characters: 300 bytes fill one chunk exactly.
        let exact = exchange("bot", &"x".repeat(300 - 5));
        assert_eq!(exact.len(), 2);
        assert_eq!(exact[0].len(), "AUTHENTICATE ".len() + 400);
        assert_eq!(exact[1], "AUTHENTICATE +");
        let over = exchange("bot", &"x".repeat(300 - 4));
        assert_eq!(over.iter().map(|line| line.len() - 13).collect::<Vec<_>>(), [400, 4]);
    }

    #[test]
    fn external_answers_with_nothing_but_a_plus() {
        let mut sasl = SaslExchange::for_login(&Login::SaslExternal).unwrap();
        assert_eq!(String::from(&sasl.start()), "AUTHENTICATE EXTERNAL");
        assert_eq!(
            sasl.answer("+").iter().map(String::from).collect::<Vec<_>>(),
            ["AUTHENTICATE +"]
        );
    }

    #[test]
    fn the_password_is_in_no_debug_output() {
        let login = Login::SaslPlain {
            account: "bot".to_owned(),
            password: Secret::new("hunter2"),
        };
        assert!(!format!("{:?} {:?}", SaslExchange::for_login(&login), login).contains("hunter2"));
    }
}
