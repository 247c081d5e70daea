//! Whom the server is to be asked about (`WHO` with WHOX): as few questions as will do.
//!
//! When a netsplit ends, a thousand people come within a second. Where joins do not tell accounts, each of them is
//! somebody to ask about; but a question for each would hold up every answer of the bot for minutes at a pace that
//! servers bear, so that beyond a few people their whole channel is asked for, once.

use irc::proto::Command;
use std::collections::VecDeque;
use std::time::Duration;
use tokio::time::Instant;

/// Our `WHO` queries carry this number, so that nobody else's answers are taken for ours.
pub(super) const WHO_TOKEN: &str = "735";
/// So many people are asked for one by one.
const PEOPLE: usize = 4;
/// The end of an answer (315) is waited for so long before the next channel is asked for.
const PATIENCE: Duration = Duration::from_secs(60);

/// The questions that wait. All names are in folded form, but for the nicks.
#[derive(Debug, Default)]
pub(super) struct Inquiries {
    channels: VecDeque<String>,
    people: Vec<(String, String)>,
    /// The channel about which the server is answering, and until when that is believed.
    under_way: Option<(String, Instant)>,
}

impl Inquiries {
    /// Everybody in a channel is to be asked for.
    pub(super) fn about_channel(&mut self, channel: &str) {
        self.people.retain(|(_, seen_in)| seen_in != channel);
        if !self.channels.iter().any(|waiting| waiting == channel) {
            self.channels.push_back(channel.to_owned());
        }
    }

    /// Somebody who was seen in a channel is to be asked for, unless the name would ask for others too.
    pub(super) fn about_person(&mut self, nick: &str, channel: &str) {
        let is_no_nick = |sign: char| sign.is_whitespace() || sign.is_control() || "*?,:!@#&$".contains(sign);
        if nick.is_empty() || nick.contains(is_no_nick) {
            return;
        }
        let waits = self.channels.iter().any(|waiting| waiting == channel)
            || self.people.iter().any(|(waiting, _)| waiting == nick);
        if waits {
            return;
        }
        if self.people.len() < PEOPLE {
            self.people.push((nick.to_owned(), channel.to_owned()));
        } else {
            self.about_channel(channel);
        }
    }

    /// The bot left a channel.
    pub(super) fn forget(&mut self, channel: &str) {
        self.channels.retain(|waiting| waiting != channel);
        self.people.retain(|(_, seen_in)| seen_in != channel);
        self.answered(channel);
    }

    /// The server has said all about a channel.
    pub(super) fn answered(&mut self, channel: &str) {
        if self.under_way.as_ref().is_some_and(|(asked, _)| asked == channel) {
            self.under_way = None;
        }
    }

    /// The next question: people at once, channels one after the other.
    pub(super) fn next(&mut self, now: Instant) -> Option<Command> {
        if !self.people.is_empty() {
            return Some(who(&self.people.remove(0).0));
        }
        if self.under_way.as_ref().is_some_and(|(_, until)| *until > now) {
            return None;
        }
        let channel = self.channels.pop_front()?;
        let question = who(&channel);
        self.under_way = Some((channel, now + PATIENCE));
        Some(question)
    }

    /// When [`Inquiries::next`] has something to ask.
    pub(super) fn next_due(&self, now: Instant) -> Option<Instant> {
        if !self.people.is_empty() {
            return Some(now);
        }
        self.channels.front()?;
        Some(self.under_way.as_ref().map_or(now, |(_, until)| *until))
    }
}

/// Asks for the accounts of a channel's people, or of one nick.
fn who(mask: &str) -> Command {
    Command::Raw("WHO".to_owned(), vec![mask.to_owned(), format!("%tna,{WHO_TOKEN}")])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(inquiries: &mut Inquiries, now: Instant) -> Vec<String> {
        std::iter::from_fn(|| inquiries.next(now))
            .map(|question| String::from(&question))
            .collect()
    }

    #[test]
    fn a_few_people_are_asked_for_one_by_one_and_a_crowd_by_its_channel() {
        let now = Instant::now();
        let mut inquiries = Inquiries::default();
        inquiries.about_person("kevin", "#a");
        inquiries.about_person("kevin", "#a");
        inquiries.about_person("smooge", "#b");
        assert_eq!(
            asked(&mut inquiries, now),
            ["WHO kevin %tna,735", "WHO smooge %tna,735"]
        );
        for number in 0..1000 {
            inquiries.about_person(&format!("rider{number}"), "#a");
        }
        inquiries.about_person("smooge", "#b");
        assert_eq!(asked(&mut inquiries, now), ["WHO smooge %tna,735", "WHO #a %tna,735"]);
    }

    #[test]
    fn who_comes_while_the_channel_is_told_is_asked_for_after_it() {
        let now = Instant::now();
        let mut inquiries = Inquiries::default();
        inquiries.about_channel("#a");
        assert_eq!(asked(&mut inquiries, now), ["WHO #a %tna,735"]);
        for number in 0..9 {
            inquiries.about_person(&format!("rider{number}"), "#a");
        }
        inquiries.about_channel("#b");
        assert_eq!(asked(&mut inquiries, now), [""; 0]);
        assert_eq!(inquiries.next_due(now), Some(now + PATIENCE));
        inquiries.answered("#b");
        assert_eq!(asked(&mut inquiries, now), [""; 0], "that is not what was asked");
        inquiries.answered("#a");
        assert_eq!(asked(&mut inquiries, now), ["WHO #a %tna,735"]);
        assert_eq!(
            asked(&mut inquiries, now + PATIENCE),
            ["WHO #b %tna,735"],
            "no end came"
        );
        inquiries.about_channel("#a");
        inquiries.forget("#b");
        inquiries.forget("#a");
        assert_eq!((asked(&mut inquiries, now), inquiries.next_due(now)), (vec![], None));
    }
}
