//! The channels the bot sits in: joins them, retries with growing pauses, and rejoins after a kick.

use super::casemapping::Casemapping;
use crate::adaptor::backoff::doubled;
use crate::config::IrcChannel;
use irc::proto::Command;
use std::time::Duration;
use tokio::time::Instant;

/// A `JOIN` without an answer counts as refused after this.
const ANSWER: Duration = Duration::from_secs(15);
/// Pause after the first refusal, and the longest one.
const REFUSED: (Duration, Duration) = (Duration::from_secs(30), Duration::from_secs(600));
/// Pause after the first kick, and the longest one.
const KICKED: (Duration, Duration) = (Duration::from_secs(10), Duration::from_secs(600));
/// Shortest time between two invitations that are followed.
const INVITED: Duration = Duration::from_secs(5);
/// After this long in a channel, earlier kicks and refusals are forgotten.
const SETTLED: Duration = Duration::from_secs(600);

/// State of one channel.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ChannelState {
    /// To be joined at this time.
    Due(Instant),
    /// Requested; counts as refused if unanswered by this time. `None` while the request waits in the queue.
    Asked(Option<Instant>),
    /// Joined, since this time.
    In(Instant),
}

#[derive(Clone, Debug)]
struct Desired {
    channel: IrcChannel,
    standing: ChannelState,
    setbacks: u32,
    tried: bool,
    /// When an invitation was last followed.
    invited: Option<Instant>,
}

impl Desired {
    fn new(channel: &IrcChannel, now: Instant) -> Self {
        Self {
            channel: channel.clone(),
            standing: ChannelState::Due(now),
            setbacks: 0,
            tried: false,
            invited: None,
        }
    }
}

/// The channels of one connection.
#[derive(Debug)]
pub(super) struct DesiredChannels {
    channels: Vec<Desired>,
}

impl DesiredChannels {
    pub(super) fn new(channels: &[IrcChannel], now: Instant) -> Self {
        Self {
            channels: channels.iter().map(|channel| Desired::new(channel, now)).collect(),
        }
    }

    /// Replaces the list of wanted channels. Returns those no longer wanted, and for each whether to send a `PART`.
    pub(super) fn want(&mut self, channels: &[IrcChannel], mapping: Casemapping, now: Instant) -> Vec<(String, bool)> {
        let mut before = std::mem::take(&mut self.channels);
        for channel in channels {
            let known = before.iter().position(|d| mapping.same(&d.channel.name, &channel.name));
            let mut desired = known.map_or_else(|| Desired::new(channel, now), |at| before.swap_remove(at));
            if desired.channel != *channel && !matches!(desired.standing, ChannelState::In(_)) {
                // The new key may open it.
                desired.standing = ChannelState::Due(now);
            }
            desired.channel = channel.clone();
            self.channels.push(desired);
        }
        let is_to_be_left = |standing: &ChannelState| match standing {
            // A `JOIN` in flight may still succeed: the `PART` follows it.
            ChannelState::In(_) | ChannelState::Asked(Some(_)) => true,
            ChannelState::Due(_) | ChannelState::Asked(None) => false,
        };
        let left = before.into_iter();
        left.map(|d| (d.channel.name, is_to_be_left(&d.standing))).collect()
    }

    /// Does the request for this channel wait in the queue?
    pub(super) fn is_waiting(&self, name: &str) -> bool {
        let waits = |d: &Desired| d.channel.name == name && d.standing == ChannelState::Asked(None);
        self.channels.iter().any(waits)
    }

    /// The name of a wanted channel as the config spells it.
    pub(super) fn configured_name(&self, name: &str, mapping: Casemapping) -> Option<&str> {
        let found = self.channels.iter().find(|d| mapping.same(&d.channel.name, name))?;
        Some(&found.channel.name)
    }

    /// The next request that is due; one at a time.
    pub(super) fn due(&mut self, now: Instant) -> Option<Command> {
        for desired in &mut self.channels {
            if let ChannelState::Due(at) = desired.standing
                && at <= now
            {
                desired.standing = ChannelState::Asked(None);
                let key = desired
                    .channel
                    .key
                    .as_ref()
                    .map(|key| key.current().reveal().to_owned());
                return Some(Command::JOIN(desired.channel.name.clone(), key, None));
            }
        }
        None
    }

    /// The request for a channel was sent: waiting for its answer starts now.
    pub(super) fn asked(&mut self, name: &str, now: Instant) {
        if let Some(desired) = self.channels.iter_mut().find(|d| d.channel.name == name)
            && desired.standing == ChannelState::Asked(None)
        {
            desired.standing = ChannelState::Asked(Some(now + ANSWER));
        }
    }

    /// A channel whose answer is overdue; returned until the caller marks it as refused.
    pub(super) fn unanswered(&self, now: Instant) -> Option<String> {
        let late = |standing: &ChannelState| match standing {
            ChannelState::Asked(until) => until.is_some_and(|until| until <= now),
            ChannelState::Due(_) | ChannelState::In(_) => false,
        };
        let found = self.channels.iter().find(|d| late(&d.standing))?;
        Some(found.channel.name.clone())
    }

    /// The requested channel that a server's message is about: named as an argument, or inside its sentence.
    pub(super) fn asked_among(&self, words: &[String], mapping: Casemapping) -> Option<String> {
        let is_named = |name: &str| {
            let mut parts = words.iter().flat_map(|words| words.split(' '));
            parts.any(|part| mapping.same(part, name))
        };
        let found = self.on_the_wire().find(|d| is_named(&d.channel.name))?;
        Some(found.channel.name.clone())
    }

    /// The channel that has waited longest for its answer.
    pub(super) fn asked_first(&self) -> Option<String> {
        let found = self.on_the_wire().min_by_key(|d| match d.standing {
            ChannelState::Asked(until) => until,
            ChannelState::Due(_) | ChannelState::In(_) => None,
        })?;
        Some(found.channel.name.clone())
    }

    /// The channel that waits for its answer, if it is the only one.
    pub(super) fn asked_alone(&self) -> Option<String> {
        let mut asked = self.on_the_wire();
        let only = asked.next()?;
        asked.next().is_none().then(|| only.channel.name.clone())
    }

    fn on_the_wire(&self) -> impl Iterator<Item = &Desired> {
        self.channels
            .iter()
            .filter(|desired| matches!(desired.standing, ChannelState::Asked(Some(_))))
    }

    /// Somebody invited the bot: it joins at once, but with a lower bound on the time between two invitations.
    pub(super) fn invited(&mut self, name: &str, mapping: Casemapping, now: Instant) {
        let Some(desired) = self.find(name, mapping) else {
            return;
        };
        if let ChannelState::Due(at) = desired.standing {
            let soonest = desired.invited.map_or(now, |last| (last + INVITED).max(now));
            let at = at.min(soonest);
            desired.standing = ChannelState::Due(at);
            desired.invited = Some(at);
        }
    }

    /// The server confirmed that the bot is in a channel.
    pub(super) fn joined(&mut self, name: &str, mapping: Casemapping, now: Instant) {
        if let Some(desired) = self.find(name, mapping) {
            desired.standing = ChannelState::In(now);
            desired.tried = true;
        }
    }

    /// A channel could not be joined. Returns the pause until the next attempt, if the channel had been requested.
    pub(super) fn refused(&mut self, name: &str, mapping: Casemapping, now: Instant) -> Option<Duration> {
        let desired = self.find(name, mapping)?;
        match desired.standing {
            ChannelState::Asked(_) => Some(desired.set_back(now, REFUSED)),
            ChannelState::Due(_) | ChannelState::In(_) => None,
        }
    }

    /// The bot was kicked or removed from a channel. Returns the pause until it tries to come back.
    pub(super) fn thrown_out(&mut self, name: &str, mapping: Casemapping, now: Instant) -> Option<Duration> {
        let desired = self.find(name, mapping)?;
        if let ChannelState::In(since) = desired.standing
            && now.duration_since(since) >= SETTLED
        {
            desired.setbacks = 0;
        }
        Some(desired.set_back(now, KICKED))
    }

    /// Something changed (a login) that may open channels: request all that are missing.
    pub(super) fn try_again(&mut self, now: Instant) {
        for desired in &mut self.channels {
            if let ChannelState::Due(at) = &mut desired.standing {
                *at = (*at).min(now);
            }
        }
    }

    /// Has every channel been joined or refused at least once?
    pub(super) fn all_tried(&self) -> bool {
        self.channels.iter().all(|desired| desired.tried)
    }

    /// When [`DesiredChannels::due`] has something to do.
    pub(super) fn next_due(&self) -> Option<Instant> {
        self.channels
            .iter()
            .filter_map(|desired| match desired.standing {
                ChannelState::Due(at) | ChannelState::Asked(Some(at)) => Some(at),
                ChannelState::Asked(None) | ChannelState::In(_) => None,
            })
            .min()
    }

    fn find(&mut self, name: &str, mapping: Casemapping) -> Option<&mut Desired> {
        self.channels.iter_mut().find(|d| mapping.same(&d.channel.name, name))
    }
}

impl Desired {
    fn set_back(&mut self, now: Instant, (first, longest): (Duration, Duration)) -> Duration {
        let wait = doubled(first, self.setbacks, longest);
        self.setbacks += 1;
        self.tried = true;
        self.standing = ChannelState::Due(now + wait);
        wait
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    const MAPPING: Casemapping = Casemapping::Rfc1459;

    fn two(now: Instant) -> DesiredChannels {
        let channel = |name: &str| IrcChannel {
            name: name.to_owned(),
            key: None,
        };
        DesiredChannels::new(&[channel("#a"), channel("#b")], now)
    }

    fn due(channels: &mut DesiredChannels, at: Instant) -> Vec<String> {
        while let Some(late) = channels.unanswered(at) {
            channels.refused(&late, MAPPING, at);
        }
        let requests = std::iter::from_fn(|| {
            let request = channels.due(at)?;
            if let Command::JOIN(name, ..) = &request {
                channels.asked(name, at);
            }
            Some(String::from(&request))
        });
        requests.collect()
    }

    #[test]
    fn a_refused_channel_does_not_hold_the_others_back_and_is_asked_for_again() {
        let now = Instant::now();
        let mut channels = two(now);
        assert_eq!(due(&mut channels, now), ["JOIN #a", "JOIN #b"]);
        assert!(!channels.all_tried());
        channels.joined("#A", MAPPING, now);
        channels.refused("#b", MAPPING, now);
        assert!(channels.all_tried());
        assert_eq!(due(&mut channels, now + Duration::from_secs(29)), [""; 0]);
        let again = channels.next_due().unwrap();
        assert_eq!(again, now + Duration::from_secs(30));
        assert_eq!(due(&mut channels, again), ["JOIN #b"]);
        assert_eq!(channels.refused("#b", MAPPING, again), Some(Duration::from_secs(60)));
        channels.try_again(again);
        assert_eq!(due(&mut channels, again), ["JOIN #b"], "a login may have opened it");
    }

    #[test]
    fn silence_counts_as_a_refusal() {
        let now = Instant::now();
        let mut channels = two(now);
        due(&mut channels, now);
        assert_eq!(due(&mut channels, now + ANSWER), [""; 0]);
        assert!(channels.all_tried());
    }

    #[test]
    fn after_kicks_it_comes_back_later_and_later() {
        let mut now = Instant::now();
        let mut channels = two(now);
        due(&mut channels, now);
        channels.joined("#b", MAPPING, now);
        let mut waits = Vec::new();
        for _ in 0..3 {
            channels.joined("#a", MAPPING, now);
            let wait = channels.thrown_out("#a", MAPPING, now).unwrap();
            waits.push(wait.as_secs());
            now += wait;
            assert_eq!(due(&mut channels, now), ["JOIN #a"]);
        }
        assert_eq!(waits, [10, 20, 40]);
        channels.joined("#a", MAPPING, now);
        let wait = channels.thrown_out("#a", MAPPING, now + SETTLED).unwrap();
        assert_eq!(wait.as_secs(), 10, "forgiven after sitting there quietly");
    }
}
