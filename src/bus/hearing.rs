//! Incoming: reads a queue of our own, which the broker's admins made, and reports what is of interest.
//!
//! A message is a hint. Whoever may publish to a topic can send one, so nothing in it counts by itself: tickets are read
//! anew, groups are asked for anew, and the rest is offered to people. What is no message of its kind is passed over, and
//! none is put back, so that a bad one cannot come again for ever.

use super::BusTeller;
use super::link::{BusLink, HeardMessage};
use crate::adaptor::backoff::{Backoff, Wait, chance};
use crate::adaptor::stopped;
use crate::config::Bus;
use crate::wire::{BusCounts, BusNews, BusReport};
use chrono::Utc;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::VecDeque;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

/// What was heard is counted at most so often.
const COUNTED: Duration = Duration::from_secs(1);

/// First and longest pause before a new connection.
const RECONNECT: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(5 * 60));

/// How long each piece of news is followed by no other: the loop has people to answer.
const AFTER_NEWS: Duration = Duration::from_millis(20);

/// After so many messages of no interest there is a pause, too.
const AT_ONCE: u32 = 20;
const AFTER_OTHERS: Duration = Duration::from_millis(10);

/// How many ids are remembered; what comes later again is recognised by the desk.
const REMEMBERED: usize = 1000;

/// The longest body that is read, in bytes.
const LONGEST: usize = 1024 * 1024;

/// The longest word that is taken from one, in bytes.
const LONGEST_WORD: usize = 300;

/// Most hosts of a run that are taken.
const MOST_HOSTS: usize = 200;

/// The task.
pub(super) struct BusListener {
    config: Bus,
    queue: String,
    teller: BusTeller,
    backoff: Backoff,
    /// Ids of messages that were taken, newest last.
    taken: VecDeque<String>,
    /// What was reported last.
    trouble: Option<String>,
    /// Messages since the last pause.
    at_once: u32,
    /// What was heard since it was counted last, and when that was.
    counts: BusCounts,
    counted: Instant,
}

impl BusListener {
    pub(super) fn new(config: Bus, queue: String, teller: BusTeller) -> Self {
        Self {
            config,
            queue,
            teller,
            backoff: Backoff::new(RECONNECT),
            taken: VecDeque::new(),
            trouble: None,
            at_once: 0,
            counts: BusCounts::default(),
            counted: Instant::now(),
        }
    }

    pub(super) async fn run(&mut self, stop: &mut watch::Receiver<bool>) {
        loop {
            let mut since = None;
            let why = tokio::select! {
                () = stopped(stop) => return,
                why = self.listen(&mut since) => why,
            };
            let wait = self.backoff.next(Wait::Usual, since, Instant::now(), chance());
            tracing::debug!(why, "the bus: nothing is heard; tried again in {wait:.1?}");
            if self.trouble.as_ref() != Some(&why) {
                self.trouble = Some(why.clone());
                self.teller.state("queue", Some(why)).await;
            }
            tokio::select! {
                () = stopped(stop) => return,
                () = sleep(wait) => {}
            }
        }
    }

    /// Listens until that ends; returns why.
    async fn listen(&mut self, since: &mut Option<Instant>) -> String {
        let link = match BusLink::open(&self.config).await {
            Ok(link) => link,
            Err(refusal) => return refusal.words().to_owned(),
        };
        let mut listening = match link.listen(&self.queue).await {
            Ok(listening) => listening,
            Err(refusal) => return format!("{}; look at queue of [bus]", refusal.words()),
        };
        *since = Some(Instant::now());
        self.trouble = None;
        self.teller.state("queue", None).await;
        tracing::info!(queue = self.queue, "the bus: listens");
        loop {
            let heard = tokio::select! {
                heard = listening.next() => heard,
                () = sleep_until(self.counted + COUNTED), if self.counts != BusCounts::default() => {
                    self.count().await;
                    continue;
                }
            };
            match heard {
                Ok(heard) => {
                    let news = self.news(&heard);
                    self.pass_on(&heard, news).await;
                    if let Err(error) = heard.done().await {
                        return link.words(&error);
                    }
                }
                Err(Some(error)) => return link.words(&error),
                Err(None) => return format!("{} ended the reading of the queue {}", self.config.host, self.queue),
            }
        }
    }

    /// Reports it, if there is anything to report, and pauses.
    async fn pass_on(&mut self, heard: &HeardMessage, news: Option<BusNews>) {
        if self.counted.elapsed() >= COUNTED {
            self.count().await;
        }
        if let Some(news) = news {
            self.at_once = 0;
            let id = heard.id().map(str::to_owned);
            let now = Utc::now();
            // Nobody sends what is still to come.
            let at = heard.sent().map_or(now, |sent| sent.min(now));
            self.teller.tell(BusReport::Heard { id, at, news }).await;
            sleep(AFTER_NEWS).await;
            return;
        }
        self.at_once += 1;
        if self.at_once >= AT_ONCE {
            self.at_once = 0;
            sleep(AFTER_OTHERS).await;
        }
    }

    async fn count(&mut self) {
        self.counted = Instant::now();
        let counts = std::mem::take(&mut self.counts);
        if counts != BusCounts::default() {
            self.teller.tell(BusReport::Counted(counts)).await;
        }
    }

    /// What is of interest in a message, the first time it comes.
    fn news(&mut self, heard: &HeardMessage) -> Option<BusNews> {
        let topic = heard.topic().strip_prefix(&self.config.topic_prefix);
        let topic = topic.and_then(|topic| topic.strip_prefix('.')).unwrap_or_default();
        let Some(kind) = MessageKind::of(topic) else {
            self.counts.other += 1;
            return None;
        };
        let id = heard.id();
        if id.is_some_and(|id| self.taken.iter().any(|known| known == id)) {
            self.counts.repeated += 1;
            return None;
        }
        let body = heard.body();
        let read = (body.len() <= LONGEST).then(|| kind.read(body)).flatten();
        if read.is_some() {
            self.counts.taken += 1;
        } else {
            self.counts.invalid += 1;
            tracing::debug!(
                topic,
                "the bus: a message is not as its kind should be, and is passed over"
            );
        }
        self.taken.extend(id.map(str::to_owned));
        if self.taken.len() > REMEMBERED {
            self.taken.pop_front();
        }
        read
    }
}

/// The kinds of messages that are of interest.
#[derive(Clone, Copy)]
enum MessageKind {
    Ticket,
    Joined,
    Left,
    Playbook,
    Meeting,
}

#[derive(Deserialize)]
struct TicketBody {
    body: TicketPayload,
}

#[derive(Deserialize)]
struct TicketPayload {
    issue: TicketIssue,
    repository: TicketRepository,
}

#[derive(Deserialize)]
struct TicketIssue {
    number: u64,
}

#[derive(Deserialize)]
struct TicketRepository {
    full_name: String,
}

#[derive(Deserialize)]
struct MemberBody {
    msg: MemberMessage,
}

#[derive(Deserialize)]
struct MemberMessage {
    user: String,
    group: String,
}

#[derive(Deserialize)]
struct PlaybookBody {
    userid: String,
    playbook: String,
    #[serde(default)]
    results: Map<String, Value>,
}

#[derive(Deserialize)]
struct MeetingBody {
    meeting_name: String,
}

impl MessageKind {
    fn of(topic: &str) -> Option<Self> {
        match topic {
            "forgejo.issues" | "forgejo.issue_comment" => Some(Self::Ticket),
            "fas.group.member.sponsor" => Some(Self::Joined),
            "fas.group.member.removed" => Some(Self::Left),
            "ansible.playbook.complete" => Some(Self::Playbook),
            "meetbot.meeting.start" => Some(Self::Meeting),
            _ => None,
        }
    }

    /// What a body of this kind says; `None` if it is none.
    fn read(self, body: &[u8]) -> Option<BusNews> {
        match self {
            Self::Ticket => {
                let TicketPayload { issue, repository } = serde_json::from_slice::<TicketBody>(body).ok()?.body;
                Some(BusNews::Ticket {
                    repository: word(repository.full_name)?,
                    number: issue.number,
                })
            }
            Self::Joined | Self::Left => {
                let MemberMessage { user, group } = serde_json::from_slice::<MemberBody>(body).ok()?.msg;
                Some(BusNews::Member {
                    user: word(user)?,
                    group: word(group)?,
                    has_left: matches!(self, Self::Left),
                })
            }
            Self::Playbook => {
                let read: PlaybookBody = serde_json::from_slice(body).ok()?;
                Some(BusNews::Playbook {
                    by: word(read.userid)?,
                    playbook: word(read.playbook)?,
                    hosts: worked(read.results),
                })
            }
            Self::Meeting => {
                let read: MeetingBody = serde_json::from_slice(body).ok()?;
                Some(BusNews::Meeting {
                    name: title(read.meeting_name)?,
                })
            }
        }
    }
}

/// A name or a path: visible letters and signs of ASCII, and not too many.
fn word(text: String) -> Option<String> {
    let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
    (is_plain && text.len() <= LONGEST_WORD).then_some(text)
}

/// A title, which may hold blanks.
fn title(text: String) -> Option<String> {
    (!text.trim().is_empty() && text.len() <= LONGEST_WORD).then_some(text)
}

/// The hosts on which a run worked; `None` where it says nothing of hosts.
fn worked(results: Map<String, Value>) -> Option<Vec<String>> {
    if results.is_empty() {
        return None;
    }
    let count = |result: &Value, of: &str| result.get(of).and_then(Value::as_u64).unwrap_or_default();
    let good = results
        .into_iter()
        .filter(|(_, result)| count(result, "failures") == 0 && count(result, "unreachable") == 0);
    Some(good.filter_map(|(host, _)| word(host)).take(MOST_HOSTS).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(topic: &str, body: &str) -> Option<BusNews> {
        MessageKind::of(topic)?.read(body.as_bytes())
    }

    #[test]
    fn bodies_that_are_none_of_their_kind_say_nothing() {
        let good = [
            (
                "forgejo.issues",
                r#"{"body": {"issue": {"number": 7}, "repository": {"full_name": "infra/tickets"}}}"#,
            ),
            (
                "fas.group.member.removed",
                r#"{"msg": {"agent": "ida", "user": "otto", "group": "x"}}"#,
            ),
            (
                "ansible.playbook.complete",
                r#"{"userid": "otto", "playbook": "groups/badges.yml"}"#,
            ),
            ("meetbot.meeting.start", r#"{"meeting_name": "infrastructure"}"#),
        ];
        for (topic, body) in good {
            assert!(read(topic, body).is_some(), "{topic}");
            // Cut anywhere it is no JSON any more; with another type of value it is none of its kind.
            for end in 0..body.len() {
                assert_eq!(read(topic, &body[..end]), None, "{topic}: {}", &body[..end]);
            }
            for other in [
                "null",
                "[]",
                "{}",
                "7",
                "\"\"",
                "{\"body\": 7, \"msg\": null, \"userid\": []}",
            ] {
                assert_eq!(read(topic, other), None, "{topic}: {other}");
            }
        }
        // Nobody's name, no group, no path and no host holds a blank, or what hides or turns the words around it.
        for hostile in ["otto ida", "otto\u{202e}adi", "otto\\u0003", "otto\\n", "\u{430}da", ""] {
            let member = format!(r#"{{"msg": {{"user": "{hostile}", "group": "x"}}}}"#);
            assert_eq!(read("fas.group.member.removed", &member), None, "{hostile:?}");
            let run = format!(r#"{{"userid": "otto", "playbook": "groups/{hostile}.yml", "results": {{}}}}"#);
            assert_eq!(
                read("ansible.playbook.complete", &run).is_none(),
                !hostile.is_empty(),
                "{hostile:?}"
            );
        }
        let long = format!(r#"{{"meeting_name": "{}"}}"#, "x".repeat(1000));
        assert_eq!(read("meetbot.meeting.start", &long), None);
        assert_eq!(read("meetbot.meeting.start", r#"{"meeting_name": " "}"#), None);
        assert!(MessageKind::of("rfrbot.rfr.new").is_none() && MessageKind::of("").is_none());
    }

    #[test]
    fn a_host_where_a_run_failed_is_no_evidence() {
        let body = r#"{"userid": "otto", "playbook": "groups/badges.yml", "results": {
            "badges01.stg": {"ok": 3, "failures": 0, "unreachable": 0},
            "badges02.stg": {"ok": 3, "failures": 1, "unreachable": 0},
            "badges03.stg": {"ok": 0, "failures": 0, "unreachable": 1}}}"#;
        let Some(BusNews::Playbook { hosts, .. }) = read("ansible.playbook.complete", body) else {
            panic!("it is one");
        };
        assert_eq!(hosts, Some(vec!["badges01.stg".to_owned()]));
    }
}
