//! How much one speaker, one place and one person may ask. Pure: `now` is an argument.
//!
//! Commands are paid from a bucket that holds a minute's worth and fills evenly. Strangers (not in the directory) pay
//! for each line of the answer, and again from a bucket shared by all strangers of the place; in private that is the
//! whole network, since names cost nothing. Known people pay only from their own buckets, so that strangers can neither
//! silence nor crowd them out. Whoever finds it empty is told so once; then there is silence until it is half full
//! again. So a bot that answers everything stops the loop, because there is nothing to answer in silence. Daily and
//! hourly limits also count what is stored.

use crate::config::Budget;
use crate::people::{Account, Identity};
use crate::rfr::{Daily, RfrId};
use crate::wire::{Incoming, Place};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Most buckets; full ones are forgotten first, and speakers without one share one.
const MOST_BUCKETS: usize = 4096;

/// Most questions of one stranger remembered for a minute.
const REMEMBERED_QUESTIONS: usize = 16;

/// What is to be done with a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is handled.
    Go,
    /// It is refused, and the speaker is told that this is all for a while.
    SpeakerMustWait,
    /// It is refused, and the place is told so.
    PlaceMustWait,
    /// A stranger asked the same within the last minute: one line says so.
    JustAnswered,
    /// It is left alone.
    Silence,
}

/// How a change is told where announcements go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// As usual.
    Announced,
    /// By one line: the rest is not announced for a while.
    LastLine(u32),
    /// Not at all.
    NotAnnounced,
}

#[derive(Debug)]
struct Bucket {
    /// Thousandths of a command.
    level: i64,
    at: DateTime<Utc>,
    told: bool,
    /// What was asked within the last minute, and when.
    asked: Vec<(u64, DateTime<Utc>)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Payer {
    Speaker(String, String),
    Place(Place),
    /// All strangers of a network who speak in private: names cost nothing.
    Private(String),
    /// Everybody without a bucket of their own.
    Rest,
}

/// An answer of at most this many lines is repeated however soon it is asked for.
const FEW_LINES: usize = 2;

/// Counts, and judges.
#[derive(Debug, Default)]
pub struct Limiter {
    /// `None`: no limits.
    budget: Option<Budget>,
    /// Of those whom the directory knows.
    known: HashMap<Payer, Bucket>,
    /// Of strangers, who cannot take the room of those who are known.
    strangers: HashMap<Payer, Bucket>,
    today: Option<NaiveDate>,
    daily: HashMap<(Account, Daily), u32>,
    /// When the changes of each RFR were announced, within the last hour.
    announced: HashMap<RfrId, Vec<DateTime<Utc>>>,
    /// Of which RFR how many changes were not announced, and when that is to be said.
    unsaid: BTreeMap<RfrId, (usize, DateTime<Utc>)>,
    /// Was it read from the store?
    tells: bool,
    limited: u64,
    /// The newest commit: what was answered before it may be untrue by now.
    newest: u64,
}

impl Limiter {
    /// What is answered from now on knows everything up to this commit.
    pub fn newest_is(&mut self, seq: u64) {
        self.newest = seq;
    }

    /// Changes the limits; what was counted stays counted.
    pub fn set(&mut self, budget: Budget) {
        self.budget = Some(budget);
    }

    /// How many commands were refused or left alone.
    pub fn limited(&self) -> u64 {
        self.limited
    }

    /// Judges a command; `known` says whether the directory knows the speaker.
    pub fn command(&mut self, incoming: &Incoming, words: &str, known: bool, now: DateTime<Utc>) -> Verdict {
        let Some(budget) = self.budget else {
            return Verdict::Go;
        };
        let Some(speaker) = speaker(incoming) else {
            return Verdict::Go;
        };
        let buckets = if known { &mut self.known } else { &mut self.strangers };
        let paid = pay(buckets, speaker.clone(), budget.person_per_minute, now);
        let verdict = match paid {
            Paid::Yes if known => Verdict::Go,
            Paid::Yes if self.has_just_asked(&speaker, incoming, words, now) => Verdict::JustAnswered,
            Paid::Yes => {
                let place = place(incoming);
                match pay(&mut self.strangers, place, budget.place_per_minute, now) {
                    Paid::Yes => Verdict::Go,
                    Paid::FirstTimeNo => Verdict::PlaceMustWait,
                    Paid::No => Verdict::Silence,
                }
            }
            Paid::FirstTimeNo => Verdict::SpeakerMustWait,
            Paid::No => Verdict::Silence,
        };
        match verdict {
            Verdict::Go | Verdict::JustAnswered => {}
            Verdict::SpeakerMustWait | Verdict::PlaceMustWait | Verdict::Silence => self.limited += 1,
        }
        verdict
    }

    /// A stranger was answered with so many lines: the first is paid for already. An answer of more than a few lines
    /// is not given twice within a minute; a short one costs hardly more than the words that would say so.
    pub fn answered(&mut self, incoming: &Incoming, words: &str, lines: usize, now: DateTime<Utc>) {
        let Some(budget) = self.budget else { return };
        let more = i64::try_from(lines.saturating_sub(1))
            .unwrap_or(i64::MAX)
            .saturating_mul(1000);
        let payer = speaker(incoming);
        let asked = self.question(incoming, words);
        // Nobody owes more than a minute's worth.
        let owe = |bucket: &mut Bucket, per_minute: u32| {
            bucket.level = bucket.level.saturating_sub(more).max(-i64::from(per_minute) * 1000);
        };
        if let Some(bucket) = self.strangers.get_mut(&place(incoming)) {
            owe(bucket, budget.place_per_minute);
        }
        let Some(bucket) = payer.and_then(|payer| self.strangers.get_mut(&payer)) else {
            return;
        };
        owe(bucket, budget.person_per_minute);
        if lines > FEW_LINES {
            if bucket.asked.len() >= REMEMBERED_QUESTIONS {
                bucket.asked.remove(0);
            }
            bucket.asked.push((asked, now));
        }
    }

    /// Did this speaker get several lines on the same question within the last minute? `more` is another answer each
    /// time.
    fn has_just_asked(&mut self, speaker: &Payer, incoming: &Incoming, words: &str, now: DateTime<Utc>) -> bool {
        let asked = self.question(incoming, words);
        let Some(bucket) = self.strangers.get_mut(speaker) else {
            return false;
        };
        bucket.asked.retain(|(_, at)| (now - *at).num_seconds() < 60);
        !words.trim().eq_ignore_ascii_case("more") && bucket.asked.iter().any(|(before, _)| *before == asked)
    }

    /// What a question is remembered by: its words, where it was asked, and what the bot knew then.
    fn question(&self, incoming: &Incoming, words: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        (words.trim().to_lowercase(), &incoming.place, self.newest).hash(&mut hasher);
        hasher.finish()
    }

    /// The daily limit that the person has reached, if any.
    pub fn spent(&mut self, by: &Account, what: Daily, now: DateTime<Utc>) -> Option<u32> {
        let budget = self.budget?;
        self.begin_day(now);
        let most = match what {
            Daily::Requests => budget.requests_per_day,
            Daily::Questions => budget.questions_per_day,
            Daily::Notes => budget.notes_per_day,
            Daily::Changes => budget.changes_per_day,
        };
        let count = self.daily.get(&(by.clone(), what)).copied().unwrap_or(0);
        (count >= most).then_some(most)
    }

    fn begin_day(&mut self, now: DateTime<Utc>) {
        let today = now.date_naive();
        if self.today != Some(today) {
            self.today = Some(today);
            self.daily.clear();
        }
    }

    /// Is there anything to count that this process has not counted from the start of the day on?
    pub fn is_new(&self) -> bool {
        self.budget.is_some() && self.today.is_none()
    }

    /// Counts what was stored earlier on this day, by a process before.
    pub fn recall(&mut self, counted: impl IntoIterator<Item = (Account, Daily)>, now: DateTime<Utc>) {
        self.begin_day(now);
        for (by, what) in counted {
            self.count(&by, what);
        }
    }

    /// How many mails one RFR may cause in a day.
    pub fn mails_per_rfr(&self) -> Option<u32> {
        self.budget.map(|budget| budget.mails_per_rfr_per_day)
    }

    /// Does nothing yet know how often changes of this RFR were announced within the last hour?
    pub fn asks_for_announcements(&self, rfr: RfrId) -> bool {
        self.budget.is_some() && !self.announced.contains_key(&rfr)
    }

    /// How a change of this RFR is told. `stored` is when its changes were announced before this process began to count.
    pub fn announce(&mut self, rfr: RfrId, stored: Vec<DateTime<Utc>>, now: DateTime<Utc>) -> Telling {
        let Some(budget) = self.budget else {
            return Telling::Announced;
        };
        if self.announced.len() >= MOST_BUCKETS {
            self.announced.clear();
        }
        let times = self.announced.entry(rfr).or_insert(stored);
        times.retain(|at| (now - *at).num_seconds() < 3600);
        let most = budget.announcements_per_rfr_per_hour;
        let before = u32::try_from(times.len()).unwrap_or(u32::MAX);
        if before <= most {
            times.push(now);
        }
        if before > most {
            let over = times.last().map_or(now, |last| *last) + TimeDelta::hours(1);
            let (count, due) = self.unsaid.entry(rfr).or_insert((0, over));
            (*count, *due) = (*count + 1, over);
        }
        match before.cmp(&most) {
            std::cmp::Ordering::Less => Telling::Announced,
            std::cmp::Ordering::Equal => Telling::LastLine(most),
            std::cmp::Ordering::Greater => Telling::NotAnnounced,
        }
    }

    /// Is it the first time that somebody asks what was not announced, and is there a limit?
    pub fn begins_to_tell(&mut self) -> bool {
        self.budget.is_some() && !std::mem::replace(&mut self.tells, true)
    }

    /// When the rest of what an RFR's changes were is to be told, if there is one.
    pub fn unsaid_due(&self) -> Option<DateTime<Utc>> {
        self.unsaid.values().map(|(_, due)| *due).min()
    }

    /// The RFRs whose hour is over, and how many of their changes were not announced in it.
    pub fn take_unsaid(&mut self, now: DateTime<Utc>) -> Vec<(RfrId, usize)> {
        let due = |(_, (_, due)): &(&RfrId, &(usize, DateTime<Utc>))| *due <= now;
        let over: Vec<(RfrId, usize)> = self
            .unsaid
            .iter()
            .filter(due)
            .map(|(id, (count, _))| (*id, *count))
            .collect();
        for (id, _) in &over {
            self.unsaid.remove(id);
        }
        over
    }

    /// These changes were not announced by a process before this one.
    pub fn recall_unsaid(&mut self, rfr: RfrId, stored: &[DateTime<Utc>], now: DateTime<Utc>) {
        let Some(budget) = self.budget else { return };
        let lately = stored.iter().filter(|at| (now - **at).num_seconds() < 3600);
        let mut later = lately.skip(usize::try_from(budget.announcements_per_rfr_per_hour).unwrap_or(usize::MAX));
        if let Some(last_said) = later.next() {
            let more = later.count();
            if more > 0 {
                self.unsaid.insert(rfr, (more, *last_said + TimeDelta::hours(1)));
            }
        }
    }

    /// The person has added one today.
    pub fn count(&mut self, by: &Account, what: Daily) {
        if self.budget.is_some() {
            *self.daily.entry((by.clone(), what)).or_default() += 1;
        }
    }
}

/// Who pays for what somebody says; `None` for those without limits.
fn speaker(incoming: &Incoming) -> Option<Payer> {
    let speaker = match &incoming.identity {
        Identity::IrcAccount { account, .. } => format!("account {}", account.to_ascii_lowercase()),
        Identity::Matrix { mxid } => format!("account {mxid}"),
        // Whoever sits at the machine has no limits.
        Identity::Console { .. } => return None,
        // Mails are bounded where they come in, and they are no commands.
        Identity::Mail { .. } => return None,
        Identity::Unproven(_) => format!("name {}", incoming.name.to_ascii_lowercase()),
    };
    Some(Payer::Speaker(incoming.place.network.clone(), speaker))
}

/// Where what strangers say is paid for, beside what each pays.
fn place(incoming: &Incoming) -> Payer {
    if incoming.place.is_direct() {
        return Payer::Private(incoming.place.network.clone());
    }
    Payer::Place(Place {
        thread: None,
        ..incoming.place.clone()
    })
}

fn pay(buckets: &mut HashMap<Payer, Bucket>, payer: Payer, per_minute: u32, now: DateTime<Utc>) -> Paid {
    let full = i64::from(per_minute) * 1000;
    let payer = room_for(buckets, payer, now);
    let bucket = buckets.entry(payer).or_insert(Bucket {
        level: full,
        at: now,
        told: false,
        asked: Vec::new(),
    });
    let millis = (now - bucket.at).num_milliseconds().clamp(0, 60_000);
    bucket.level = (bucket.level + full * millis / 60_000).min(full);
    bucket.at = now;
    if bucket.level * 2 >= full {
        bucket.told = false;
    }
    if bucket.told {
        return Paid::No;
    }
    if bucket.level >= 1000 {
        bucket.level -= 1000;
        return Paid::Yes;
    }
    bucket.told = true;
    Paid::FirstTimeNo
}

fn room_for(buckets: &mut HashMap<Payer, Bucket>, payer: Payer, now: DateTime<Utc>) -> Payer {
    if buckets.len() < MOST_BUCKETS || buckets.contains_key(&payer) {
        return payer;
    }
    // After a minute's rest every bucket is full.
    buckets.retain(|_, bucket| (now - bucket.at).num_seconds() < 60);
    if buckets.len() < MOST_BUCKETS {
        payer
    } else {
        Payer::Rest
    }
}

enum Paid {
    Yes,
    FirstTimeNo,
    No,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limiter(person: u32, place: u32) -> Limiter {
        let mut limiter = Limiter::default();
        limiter.set(Budget {
            person_per_minute: person,
            place_per_minute: place,
            requests_per_day: 1,
            questions_per_day: 2,
            notes_per_day: 3,
            changes_per_day: 4,
            mails_per_rfr_per_day: 5,
            announcements_per_rfr_per_hour: 2,
        });
        limiter
    }

    fn said(by: &str, room: &str) -> Incoming {
        Incoming {
            id: None,
            place: Place::channel("libera", room),
            name: by.to_owned(),
            identity: Identity::IrcAccount {
                network: "libera".to_owned(),
                account: by.to_owned(),
            },
            own_name: "rfrbot".to_owned(),
            text: String::new(),
            at: now(),
            quoted: None,
        }
    }

    fn now() -> DateTime<Utc> {
        "2026-03-02T14:00:00Z".parse().expect("a time")
    }

    #[test]
    fn told_once_then_silence_then_again_after_a_rest() {
        let mut limiter = limiter(4, 1000);
        let kevin = said("kevin", "#a");
        let verdicts: Vec<Verdict> = (0..7).map(|_| limiter.command(&kevin, "x", true, now())).collect();
        let (go, silence) = (Verdict::Go, Verdict::Silence);
        assert_eq!(verdicts, [go, go, go, go, Verdict::SpeakerMustWait, silence, silence]);
        // A quarter of a minute pays for one, but it is not heard before half of the bucket is full.
        assert_eq!(
            limiter.command(&kevin, "x", true, now() + TimeDelta::seconds(15)),
            silence
        );
        assert_eq!(limiter.command(&kevin, "x", true, now() + TimeDelta::seconds(30)), go);
        assert_eq!(limiter.command(&said("ralph", "#a"), "x", true, now()), go);
        assert_eq!(limiter.limited(), 4);
    }

    #[test]
    fn a_bot_that_answers_every_answer_gets_at_most_its_budget() {
        let mut limiter = limiter(20, 60);
        let other = said("otherbot", "#a");
        let (mut answers, mut at) = (0, now());
        // A bot that answers every line, and speaks once a second by itself.
        for _ in 0..3600 {
            at += TimeDelta::seconds(1);
            while limiter.command(&other, "x", true, at) != Verdict::Silence {
                answers += 1;
            }
        }
        assert!(answers < 60 * 30, "{answers}");
    }

    #[test]
    fn a_place_has_a_budget_of_its_own_whatever_the_names() {
        let mut limiter = limiter(20, 5);
        let verdicts: Vec<Verdict> = (0..8)
            .map(|number| limiter.command(&said(&format!("clone{number}"), "#a"), "x", false, now()))
            .collect();
        assert_eq!(verdicts.iter().filter(|verdict| **verdict == Verdict::Go).count(), 5);
        assert_eq!(
            verdicts[5..],
            [Verdict::PlaceMustWait, Verdict::Silence, Verdict::Silence]
        );
        assert_eq!(limiter.command(&said("kevin", "#b"), "x", false, now()), Verdict::Go);
        // Those whom the bot knows are heard there all the same.
        assert_eq!(limiter.command(&said("ralph", "#a"), "x", true, now()), Verdict::Go);
    }

    #[test]
    fn a_stranger_pays_for_lines_and_the_same_question_is_answered_once_a_minute() {
        let mut limiter = limiter(20, 60);
        let eve = said("eve", "#a");
        assert_eq!(limiter.command(&eve, "help", false, now()), Verdict::Go);
        limiter.answered(&eve, "help", 12, now());
        limiter.answered(&eve, "version", 1, now());
        assert_eq!(limiter.command(&eve, "version", false, now()), Verdict::Go);
        assert_eq!(limiter.command(&eve, " HELP", false, now()), Verdict::JustAnswered);
        // The text above is in another place, or no longer true.
        assert_eq!(limiter.command(&said("eve", "#b"), "help", false, now()), Verdict::Go);
        limiter.newest_is(7);
        assert_eq!(limiter.command(&eve, "help", false, now()), Verdict::Go);
        limiter.newest_is(0);
        assert_eq!(limiter.command(&eve, "more", false, now()), Verdict::Go);
        assert_eq!(limiter.command(&eve, "more", false, now()), Verdict::Go);
        limiter.answered(&eve, "more", 8, now());
        assert_eq!(limiter.command(&eve, "list", false, now()), Verdict::SpeakerMustWait);
        let later = now() + TimeDelta::seconds(61);
        assert_eq!(limiter.command(&eve, "help", false, later), Verdict::Go);
    }

    #[test]
    fn a_million_names_take_bounded_memory() {
        let mut limiter = limiter(20, 60);
        for number in 0..20_000 {
            limiter.command(
                &said(&format!("clone{number}"), &format!("#{number}")),
                "x",
                false,
                now(),
            );
        }
        assert!(
            limiter.strangers.len() <= MOST_BUCKETS + 1,
            "{}",
            limiter.strangers.len()
        );
        // And none of them displaces people who are known.
        assert_eq!(limiter.command(&said("kevin", "#a"), "x", true, now()), Verdict::Go);
    }

    #[test]
    fn strangers_in_private_share_one_budget_of_lines() {
        let mut limiter = limiter(20, 60);
        let mut answered = 0;
        for number in 0..2_000 {
            let name = format!("clone{number}");
            let incoming = Incoming {
                place: Place::direct("libera", &name),
                name,
                identity: Identity::Unproven(crate::people::Unproven::NotLoggedIn),
                ..said("nobody", "#a")
            };
            if limiter.command(&incoming, "help", false, now()) == Verdict::Go {
                limiter.answered(&incoming, "help", 11, now());
                answered += 11;
            }
        }
        assert!((60..=71).contains(&answered), "{answered} lines");
    }

    #[test]
    fn an_hour_of_an_rfr_has_so_many_announcements_and_one_last_line() {
        let mut limiter = limiter(20, 60);
        let stored = vec![now() - TimeDelta::minutes(50), now() - TimeDelta::minutes(70)];
        let told: Vec<Telling> = (0..4)
            .map(|_| limiter.announce(RfrId(1), stored.clone(), now()))
            .collect();
        let quiet = Telling::NotAnnounced;
        assert_eq!(told, [Telling::Announced, Telling::LastLine(2), quiet, quiet]);
        assert_eq!(limiter.announce(RfrId(2), Vec::new(), now()), Telling::Announced);
        let later = now() + TimeDelta::minutes(61);
        assert_eq!(limiter.announce(RfrId(1), Vec::new(), later), Telling::Announced);
    }

    #[test]
    fn a_day_has_its_own_count() {
        let mut limiter = limiter(20, 60);
        let kevin = Account::new("kevin");
        for _ in 0..2 {
            assert_eq!(limiter.spent(&kevin, Daily::Questions, now()), None);
            limiter.count(&kevin, Daily::Questions);
        }
        assert_eq!(limiter.spent(&kevin, Daily::Questions, now()), Some(2));
        assert_eq!(limiter.spent(&kevin, Daily::Notes, now()), None);
        assert_eq!(
            limiter.spent(&kevin, Daily::Questions, now() + TimeDelta::days(1)),
            None
        );
    }
}
