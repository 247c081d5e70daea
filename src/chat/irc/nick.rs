//! The bot's own nick: what it is, what it should be, and what to try next.

use std::time::Duration;
use tokio::time::Instant;

/// How often the wanted nick is asked for while somebody else has it.
const REGAIN: Duration = Duration::from_secs(60);

/// The nick of one connection.
#[derive(Debug)]
pub(super) struct OwnNick {
    wanted: String,
    current: String,
    candidates: Vec<String>,
    tried: usize,
    next_try: Option<Instant>,
}

impl OwnNick {
    /// Before registration, `wanted` is asked for.
    pub(super) fn new(wanted: &str, alternatives: &[String]) -> Self {
        let mut candidates: Vec<String> = alternatives.to_vec();
        candidates.extend((1..=3).map(|count| format!("{wanted}{}", "_".repeat(count))));
        // A server that cuts nicks to nine letters makes `rfrbotfed_` of `rfrbotfed` again: shorter ones with a digit.
        let stem: String = wanted.chars().take(6).collect();
        candidates.extend((1..=4).map(|number| format!("{stem}_{number}")));
        Self {
            wanted: wanted.to_owned(),
            current: wanted.to_owned(),
            candidates,
            tried: 0,
            next_try: None,
        }
    }

    /// The nick that the bot has now, or asks for.
    pub(super) fn current(&self) -> &str {
        &self.current
    }

    /// The nick that the bot wants.
    pub(super) fn wanted(&self) -> &str {
        &self.wanted
    }

    /// The next nick to ask for during registration; `None` when all were refused.
    pub(super) fn next_candidate(&mut self) -> Option<String> {
        let candidate = self.candidates.get(self.tried)?.clone();
        self.tried += 1;
        self.current.clone_from(&candidate);
        Some(candidate)
    }

    /// The server calls us so now.
    pub(super) fn is_now(&mut self, nick: &str, now: Instant) {
        nick.clone_into(&mut self.current);
        self.next_try = (self.current != self.wanted).then(|| now + REGAIN);
    }

    /// The holder of the wanted nick has just left it: ask at once.
    pub(super) fn may_be_free(&mut self, now: Instant) {
        if self.next_try.is_some() {
            self.next_try = Some(now);
        }
    }

    /// The nick to ask for now, if it is time to.
    pub(super) fn regain(&mut self, now: Instant) -> Option<String> {
        if self.next_try? > now {
            return None;
        }
        self.next_try = Some(now + REGAIN);
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
