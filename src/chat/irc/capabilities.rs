//! `IRCv3` capability negotiation (`CAP`): requests those of the server's capabilities that the bot uses.

use irc::proto::{CapSubCommand, Command};
use std::collections::{BTreeMap, BTreeSet};

/// Capabilities the bot uses if offered, and why.
const WANTED: [&str; 10] = [
    "account-notify",  // logins and logouts of the people in our channels
    "account-tag",     // the speaker's account on each message
    "batch",           // tells played-back history from what is said now
    "cap-notify",      // capabilities that come and go
    "chghost",         // our own host may change, and with it how long a line may be
    "echo-message",    // the server's word that a line is out
    "extended-join",   // the account of whoever joins
    "message-tags",    // message ids
    "server-time",     // when it was said
    "znc.in/playback", // a bouncer then marks its playback as a batch
];

/// Does the bot use this capability? Other offers are not stored.
fn is_used(name: &str) -> bool {
    name == "sasl" || WANTED.contains(&name)
}

/// Capabilities of one connection.
#[derive(Debug, Default)]
pub(super) struct Capabilities {
    wants_sasl: bool,
    offered: BTreeMap<String, String>,
    enabled: BTreeSet<String>,
    /// Requested, not yet answered.
    asked: BTreeSet<String>,
    /// Were they requested in a single line?
    in_one: bool,
    listed: bool,
}

impl Capabilities {
    pub(super) fn new(wants_sasl: bool) -> Self {
        Self {
            wants_sasl,
            ..Self::default()
        }
    }

    /// The request that starts negotiation.
    pub(super) fn list() -> Command {
        Command::CAP(None, CapSubCommand::LS, None, Some("302".to_owned()))
    }

    /// The request that ends it.
    pub(super) fn end() -> Command {
        Command::CAP(None, CapSubCommand::END, None, None)
    }

    /// Is this capability in force?
    pub(super) fn has(&self, name: &str) -> bool {
        self.enabled.contains(name)
    }

    /// The value of an offer (`sasl=PLAIN,EXTERNAL`); empty if it has none.
    pub(super) fn offer(&self, name: &str) -> Option<&str> {
        self.offered.get(name).map(String::as_str)
    }

    /// Has the server listed everything and answered every request?
    pub(super) fn settled(&self) -> bool {
        self.listed && self.asked.is_empty()
    }

    /// Takes a `CAP` line of the server; returns what to request next.
    pub(super) fn take(&mut self, sub: CapSubCommand, first: Option<&str>, second: Option<&str>) -> Vec<Command> {
        // `CAP * LS * :…` has its list in the second place, the last line, `CAP * LS :…`, in the first.
        let more = first == Some("*") && second.is_some();
        let names = second.or(first).unwrap_or("").split_ascii_whitespace();
        match sub {
            CapSubCommand::LS => {
                self.learn(names);
                if more {
                    return Vec::new();
                }
                self.listed = true;
                self.request()
            }
            CapSubCommand::NEW => {
                self.learn(names);
                self.request()
            }
            CapSubCommand::DEL => {
                for name in names {
                    self.offered.remove(name);
                    self.enabled.remove(name);
                    self.asked.remove(name);
                }
                Vec::new()
            }
            CapSubCommand::ACK => {
                for name in names {
                    if let Some(gone) = name.strip_prefix('-') {
                        self.enabled.remove(gone);
                    } else {
                        let name = name.trim_start_matches(['~', '=']);
                        self.asked.remove(name);
                        if is_used(name) {
                            self.enabled.insert(name.to_owned());
                        }
                    }
                }
                Vec::new()
            }
            CapSubCommand::NAK => {
                // A refusal covers the whole request: ask one by one, to get what can be had.
                if self.in_one && self.asked.len() > 1 {
                    self.in_one = false;
                    return self.asked.iter().map(|name| ask(name)).collect();
                }
                let before = self.asked.len();
                for name in names {
                    self.asked.remove(name);
                }
                if self.asked.len() == before {
                    // The answer names nothing that was requested. Answers come in order, so it is about the first.
                    self.asked.pop_first();
                }
                Vec::new()
            }
            CapSubCommand::LIST | CapSubCommand::REQ | CapSubCommand::END => Vec::new(),
        }
    }

    fn learn<'a>(&mut self, names: impl Iterator<Item = &'a str>) {
        for name in names {
            let (name, value) = name.split_once('=').unwrap_or((name, ""));
            if !is_used(name) {
                continue;
            }
            self.offered.insert(name.to_owned(), value.to_owned());
        }
    }

    fn request(&mut self) -> Vec<Command> {
        let new: Vec<&str> = WANTED
            .into_iter()
            .chain(self.wants_sasl.then_some("sasl"))
            .filter(|name| self.offered.contains_key(*name) && !self.enabled.contains(*name))
            .filter(|name| !self.asked.contains(*name))
            .collect();
        if new.is_empty() {
            return Vec::new();
        }
        self.in_one = true;
        self.asked.extend(new.iter().map(|name| (*name).to_owned()));
        vec![ask(&new.join(" "))]
    }
}

fn ask(names: &str) -> Command {
    Command::CAP(None, CapSubCommand::REQ, None, Some(names.to_owned()))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    use irc::proto::Message;

    fn feed(caps: &mut Capabilities, line: &str) -> Vec<String> {
        let message: Message = line.parse().unwrap();
        let Command::CAP(_, sub, first, second) = message.command else {
            panic!("{line} is no CAP");
        };
        let asked = caps.take(sub, first.as_deref(), second.as_deref());
        asked.iter().map(String::from).collect()
    }

    #[test]
    fn a_list_over_several_lines_is_answered_once_with_only_what_is_offered_and_used() {
        let mut caps = Capabilities::new(true);
        assert_eq!(
            feed(&mut caps, ":s CAP * LS * :multi-prefix account-tag sasl=PLAIN,EXTERNAL"),
            [""; 0]
        );
        assert!(!caps.settled());
        assert_eq!(
            feed(&mut caps, ":s CAP * LS :server-time away-notify "),
            ["CAP REQ :account-tag server-time sasl"]
        );
        assert!(!caps.settled());
        assert_eq!(caps.offer("sasl"), Some("PLAIN,EXTERNAL"));
        feed(&mut caps, ":s CAP * ACK :account-tag sasl ");
        feed(&mut caps, ":s CAP * ACK :server-time");
        assert!(caps.settled() && caps.has("account-tag") && caps.has("server-time") && !caps.has("echo-message"));
    }

    #[test]
    fn nothing_to_ask_is_settled_at_once() {
        let mut caps = Capabilities::new(false);
        assert_eq!(feed(&mut caps, ":s CAP * LS :multi-prefix sasl"), [""; 0]);
        assert!(caps.settled());
    }

    #[test]
    fn a_refused_request_is_repeated_name_by_name() {
        let mut caps = Capabilities::new(false);
        feed(&mut caps, ":s CAP * LS :account-tag echo-message");
        assert_eq!(
            feed(&mut caps, ":s CAP * NAK :account-tag echo-message"),
            ["CAP REQ account-tag", "CAP REQ echo-message"]
        );
        feed(&mut caps, ":s CAP * NAK :account-tag");
        feed(&mut caps, ":s CAP * ACK :echo-message");
        assert!(caps.settled() && caps.has("echo-message") && !caps.has("account-tag"));
    }

    #[test]
    fn a_refusal_without_names_is_a_refusal_all_the_same() {
        let mut caps = Capabilities::new(false);
        feed(&mut caps, ":s CAP * LS :account-tag echo-message");
        assert_eq!(
            feed(&mut caps, ":s CAP * NAK :"),
            ["CAP REQ account-tag", "CAP REQ echo-message"]
        );
        feed(&mut caps, ":s CAP * NAK :");
        feed(&mut caps, ":s CAP * ACK :echo-message");
        assert!(caps.settled() && caps.has("echo-message") && !caps.has("account-tag"));
        let mut caps = Capabilities::new(false);
        feed(&mut caps, ":s CAP * LS :account-tag");
        feed(&mut caps, ":s CAP * NAK");
        assert!(caps.settled() && !caps.has("account-tag"));
    }

    #[test]
    fn capabilities_come_and_go() {
        let mut caps = Capabilities::new(true);
        feed(&mut caps, ":s CAP * LS :account-tag");
        feed(&mut caps, ":s CAP * ACK :account-tag");
        assert_eq!(feed(&mut caps, ":s CAP bot NEW :sasl=PLAIN setname"), ["CAP REQ sasl"]);
        feed(&mut caps, ":s CAP bot ACK :sasl");
        feed(&mut caps, ":s CAP bot DEL :account-tag");
        assert!(caps.has("sasl") && !caps.has("account-tag"));
    }
}
