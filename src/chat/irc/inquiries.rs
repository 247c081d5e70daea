//! Whom to ask the server about (`WHO` with WHOX), in as few questions as possible.
//!
//! When a netsplit ends, a thousand people may join within a second. If joins do not carry accounts, each of them is
//! somebody to ask about. One question for each, at a pace servers tolerate, would hold up every answer of the bot for
//! minutes. So beyond a few people, the bot asks about their whole channel, once.

use super::casemapping::Casemapping;
use crate::adaptor::backoff::doubled;
use irc::proto::Command;
use std::collections::VecDeque;
use std::time::Duration;
use tokio::time::Instant;

/// Marks our `WHO` queries, so that answers to other queries are not mistaken for ours.
pub(super) const WHO_TOKEN: &str = "735";
/// Up to this many people are asked about one by one.
const PEOPLE: usize = 4;
/// Most questions about single people that may be open at once.
const OPEN_PEOPLE: usize = 8;
/// How long to wait for the end of an answer (315) before asking again; doubles up to the longest.
const PATIENCE: (Duration, Duration) = (Duration::from_secs(60), Duration::from_secs(600));
/// Pause after a server put a question off (263), and the longest one.
const PUT_OFF: (Duration, Duration) = (Duration::from_secs(10), Duration::from_secs(300));

/// A question that the server has not answered yet.
#[derive(Debug)]
struct OpenInquiry {
    about: InquiryAbout,
    /// When to stop waiting for the answer.
    until: Instant,
}

/// Whom a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
enum InquiryAbout {
    /// Everybody in a channel.
    Channel(String),
    /// A nick, and the channel in which it was seen.
    Person(String, String),
}

/// Questions waiting and questions open. Channel names are folded, nicks are not.
#[derive(Debug, Default)]
pub(super) struct Inquiries {
    mapping: Casemapping,
    channels: VecDeque<String>,
    people: Vec<(String, String)>,
    /// Being answered by the server: people, and at most one channel.
    open: Vec<OpenInquiry>,
    /// Nothing is asked before this time.
    rest_until: Option<Instant>,
    /// Questions in a row that got no answer.
    setbacks: u32,
}

impl Inquiries {
    /// Sets the rule for comparing nicks.
    pub(super) fn use_mapping(&mut self, mapping: Casemapping) {
        self.mapping = mapping;
    }

    /// Queues a question about everybody in a channel.
    pub(super) fn about_channel(&mut self, channel: &str) {
        self.people.retain(|(_, seen_in)| seen_in != channel);
        if !self.channels.iter().any(|waiting| waiting == channel) {
            self.channels.push_back(channel.to_owned());
        }
    }

    /// Queues a question about somebody seen in a channel, unless the nick would also match others.
    pub(super) fn about_person(&mut self, nick: &str, channel: &str) {
        if !is_nick(nick) || self.waits_for(nick) || self.channels.iter().any(|waiting| waiting == channel) {
            return;
        }
        if self.people.len() < PEOPLE {
            self.people.push((nick.to_owned(), channel.to_owned()));
        } else {
            self.about_channel(channel);
        }
    }

    /// Somebody unknown has spoken: they go to the head of the queue, unless they are being asked about.
    pub(super) fn about_speaker(&mut self, nick: &str, channel: &str) {
        let under_way = self.open.iter().any(|open| match &open.about {
            InquiryAbout::Channel(asked) => asked == channel,
            InquiryAbout::Person(asked, _) => self.mapping.same(asked, nick),
        });
        if is_nick(nick) && !under_way && !self.waits_for(nick) && self.people.len() < OPEN_PEOPLE {
            self.people.insert(0, (nick.to_owned(), channel.to_owned()));
        }
    }

    fn waits_for(&self, nick: &str) -> bool {
        self.people.iter().any(|(waiting, _)| self.mapping.same(waiting, nick))
    }

    /// The bot left a channel.
    pub(super) fn forget(&mut self, channel: &str) {
        self.channels.retain(|waiting| waiting != channel);
        self.people.retain(|(_, seen_in)| seen_in != channel);
        self.open.retain(|open| match &open.about {
            InquiryAbout::Channel(asked) => asked != channel,
            InquiryAbout::Person(..) => true,
        });
    }

    /// The server has sent its full answer about a channel or a nick.
    pub(super) fn answered(&mut self, name: &str) {
        let (mapping, before) = (self.mapping, self.open.len());
        self.open.retain(|open| match &open.about {
            InquiryAbout::Channel(asked) | InquiryAbout::Person(asked, _) => !mapping.same(asked, name),
        });
        if self.open.len() < before {
            self.setbacks = 0;
        }
    }

    /// Is an answer about this nick still incomplete? `sits_in` tells who is in which channel.
    pub(super) fn asked_about(&self, nick: &str, sits_in: impl Fn(&str) -> bool) -> bool {
        self.open.iter().any(|open| match &open.about {
            InquiryAbout::Channel(channel) => sits_in(channel),
            InquiryAbout::Person(asked, _) => self.mapping.same(asked, nick),
        })
    }

    /// Is anything still to be asked or answered?
    pub(super) fn is_busy(&self) -> bool {
        !self.open.is_empty() || !self.people.is_empty() || !self.channels.is_empty()
    }

    /// The server refuses questions for now: open ones are asked again, a while later.
    pub(super) fn put_off(&mut self, now: Instant) {
        if self.open.is_empty() {
            return;
        }
        self.rest_until = Some(now + doubled(PUT_OFF.0, self.setbacks, PUT_OFF.1));
        self.setbacks = self.setbacks.saturating_add(1);
        for open in std::mem::take(&mut self.open) {
            self.again(open.about);
        }
    }

    fn again(&mut self, about: InquiryAbout) {
        match about {
            InquiryAbout::Channel(channel) => self.about_channel(&channel),
            InquiryAbout::Person(nick, channel) => self.about_person(&nick, &channel),
        }
    }

    /// Asks again what got no answer in time.
    fn watch(&mut self, now: Instant) {
        let (late, open) = std::mem::take(&mut self.open)
            .into_iter()
            .partition::<Vec<_>, _>(|open| open.until <= now);
        self.open = open;
        if !late.is_empty() {
            self.setbacks = self.setbacks.saturating_add(1);
        }
        for late in late {
            self.again(late.about);
        }
    }

    /// The next question: people several at once, channels one after the other.
    pub(super) fn next(&mut self, now: Instant) -> Option<Command> {
        self.watch(now);
        if self.rest_until.is_some_and(|until| until > now) {
            return None;
        }
        let until = now + doubled(PATIENCE.0, self.setbacks, PATIENCE.1);
        let about = if !self.people.is_empty() && self.may_ask_person() {
            let (nick, channel) = self.people.remove(0);
            InquiryAbout::Person(nick, channel)
        } else if self.open_channel().is_none() {
            InquiryAbout::Channel(self.channels.pop_front()?)
        } else {
            return None;
        };
        let question = match &about {
            InquiryAbout::Channel(name) | InquiryAbout::Person(name, _) => who(name),
        };
        self.open.push(OpenInquiry { about, until });
        Some(question)
    }

    fn may_ask_person(&self) -> bool {
        let is_person = |open: &&OpenInquiry| matches!(open.about, InquiryAbout::Person(..));
        self.open.iter().filter(is_person).count() < OPEN_PEOPLE
    }

    fn open_channel(&self) -> Option<&OpenInquiry> {
        self.open
            .iter()
            .find(|open| matches!(open.about, InquiryAbout::Channel(_)))
    }

    /// When [`Inquiries::next`] has something to do.
    pub(super) fn next_due(&self, now: Instant) -> Option<Instant> {
        let person = !self.people.is_empty() && self.may_ask_person();
        let channel = !self.channels.is_empty() && self.open_channel().is_none();
        let asks = (person || channel).then(|| self.rest_until.unwrap_or(now).max(now));
        let late = self.open.iter().map(|open| open.until).min();
        asks.into_iter().chain(late).min()
    }
}

/// Is this a nick, without characters that would make the query match others too?
fn is_nick(nick: &str) -> bool {
    let is_no_nick = |sign: char| sign.is_whitespace() || sign.is_control() || "*?,:!@#&$".contains(sign);
    !nick.is_empty() && !nick.contains(is_no_nick)
}

/// The query for the accounts of a channel's people, or of one nick.
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
        assert_eq!(inquiries.next_due(now), Some(now + PATIENCE.0));
        inquiries.answered("#b");
        assert_eq!(asked(&mut inquiries, now), [""; 0], "that is not what was asked");
        inquiries.answered("#a");
        assert_eq!(asked(&mut inquiries, now), ["WHO #a %tna,735"]);
        assert_eq!(
            asked(&mut inquiries, now + PATIENCE.0),
            ["WHO #b %tna,735"],
            "no end came"
        );
        inquiries.about_channel("#a");
        inquiries.forget("#b");
        inquiries.forget("#a");
        assert_eq!((asked(&mut inquiries, now), inquiries.next_due(now)), (vec![], None));
    }
}
