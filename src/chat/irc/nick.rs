//! The bot's own nick: the present one, the wanted one, and what to try next.

use crate::adaptor::backoff::doubled;
use std::time::Duration;
use tokio::time::Instant;

/// How often to ask for the wanted nick while somebody else has it.
const REGAIN: Duration = Duration::from_secs(60);

/// The same while services take the nick away; doubles each time they do, up to the second.
const TAKEN: (Duration, Duration) = (Duration::from_secs(300), Duration::from_secs(3600));

/// The nick of one connection.
#[derive(Debug)]
pub(super) struct OwnNick {
    wanted: String,
    current: String,
    candidates: Vec<String>,
    tried: usize,
    next_try: Option<Instant>,
    /// How often services have taken the wanted nick away, and when the bot last got it back.
    losses: u32,
    regained: Option<Instant>,
}

impl OwnNick {
    /// Starts by asking for `wanted`.
    pub(super) fn new(wanted: &str, alternatives: &[String]) -> Self {
        let mut candidates: Vec<String> = alternatives.to_vec();
        candidates.extend((1..=3).map(|count| format!("{wanted}{}", "_".repeat(count))));
        // A server that cuts nicks to nine letters turns `rfrbotfed_` back into `rfrbotfed`: hence shorter ones with a
        // digit.
        let stem: String = wanted.chars().take(6).collect();
        candidates.extend((1..=4).map(|number| format!("{stem}_{number}")));
        Self {
            wanted: wanted.to_owned(),
            current: wanted.to_owned(),
            candidates,
            tried: 0,
            next_try: None,
            losses: 0,
            regained: None,
        }
    }

    /// The nick the bot has, or is asking for.
    pub(super) fn current(&self) -> &str {
        &self.current
    }

    pub(super) fn wanted(&self) -> &str {
        &self.wanted
    }

    /// The next nick to try during registration; `None` when all were refused.
    pub(super) fn next_candidate(&mut self) -> Option<String> {
        let candidate = self.candidates.get(self.tried)?.clone();
        self.tried += 1;
        self.current.clone_from(&candidate);
        Some(candidate)
    }

    /// The server reports this as our nick.
    pub(super) fn is_now(&mut self, nick: &str, now: Instant) {
        nick.clone_into(&mut self.current);
        let is_wanted = self.current == self.wanted;
        self.next_try = (!is_wanted).then(|| now + self.patience());
        self.regained = is_wanted.then_some(now);
    }

    fn patience(&self) -> Duration {
        match self.losses.checked_sub(1) {
            Some(again) => doubled(TAKEN.0, again, TAKEN.1),
            None => REGAIN,
        }
    }

    /// Somebody else changed the bot's wanted nick to this one. Asking again and again would start a fight that nobody
    /// wins.
    pub(super) fn taken_away(&mut self, nick: &str, now: Instant) {
        let is_settled = |since: Instant| now.duration_since(since) >= TAKEN.1;
        if self.regained.is_some_and(is_settled) {
            self.losses = 0;
        }
        self.losses = self.losses.saturating_add(1);
        self.is_now(nick, now);
    }

    /// Have services taken the wanted nick away, with no quiet time since?
    pub(super) fn is_taken_away(&self) -> bool {
        self.losses > 0
    }

    /// After a login the bot may have a right to its nick: earlier losses no longer count.
    pub(super) fn forgive(&mut self, now: Instant) {
        self.losses = 0;
        self.may_be_free(now);
    }

    /// The server's limit for nicks, in bytes: the wanted one is cut to it. `true` if it was longer.
    pub(super) fn cut_to(&mut self, length: usize, now: Instant) -> bool {
        if self.wanted.len() <= length {
            return false;
        }
        let end = (0..=length)
            .rev()
            .find(|at| self.wanted.is_char_boundary(*at))
            .unwrap_or(0);
        self.wanted.truncate(end);
        let current = self.current.clone();
        self.is_now(&current, now);
        true
    }

    /// Whoever held the wanted nick has just left it: ask at once.
    pub(super) fn may_be_free(&mut self, now: Instant) {
        if self.next_try.is_some() && self.losses == 0 {
            self.next_try = Some(now);
        }
    }

    /// The nick to ask for now, if it is time.
    pub(super) fn regain(&mut self, now: Instant) -> Option<String> {
        if self.next_try? > now {
            return None;
        }
        self.next_try = Some(now + self.patience());
        Some(self.wanted.clone())
    }

    /// When [`OwnNick::regain`] has something to do.
    pub(super) fn next_try(&self) -> Option<Instant> {
        self.next_try
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alternatives_come_first_then_underscores_and_then_it_ends() {
        let mut nick = OwnNick::new("rfrbot", &["rfr".to_owned()]);
        let mut tried = vec![nick.current().to_owned()];
        while let Some(candidate) = nick.next_candidate() {
            tried.push(candidate);
        }
        assert_eq!(tried[..5], ["rfrbot", "rfr", "rfrbot_", "rfrbot__", "rfrbot___"]);
        assert_eq!(tried.len(), 9);
    }

    #[test]
    fn the_wanted_nick_is_asked_for_again_with_patience_and_at_once_when_its_holder_leaves() {
        let now = Instant::now();
        let mut nick = OwnNick::new("rfrbot", &[]);
        nick.is_now("rfrbot_", now);
        assert_eq!(nick.regain(now), None);
        let later = now + REGAIN;
        assert_eq!(nick.regain(later).as_deref(), Some("rfrbot"));
        assert_eq!(nick.regain(later), None, "once per minute");
        nick.may_be_free(later);
        assert_eq!(nick.regain(later).as_deref(), Some("rfrbot"));
        nick.is_now("rfrbot", later);
        nick.may_be_free(later);
        assert_eq!(nick.regain(later + REGAIN), None);
    }
}
