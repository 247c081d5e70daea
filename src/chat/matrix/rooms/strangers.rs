//! Private rooms of people who are not known, while somebody's code waits to be typed there.

use crate::people::linking::CODE_COUNTS;
use chrono::{DateTime, Utc};

/// So many of these rooms are kept, one for each person. A further one takes the place of the oldest of the homeserver
/// that has most of them: no homeserver shuts the people of others out.
const KEPT: usize = 10;

/// So many are entered within the time for which a code counts: in all, for one homeserver, and for one person. Each costs
/// a question to the server.
const ENTERED: (usize, usize, usize) = (100, 25, 3);

/// The rooms, and who called the bot there.
pub(super) struct Strangers<R> {
    /// By whom, and when.
    entered: Vec<(String, DateTime<Utc>)>,
    kept: Vec<Stranger<R>>,
}

struct Stranger<R> {
    at: DateTime<Utc>,
    inviter: String,
    room: R,
}

fn server_of(mxid: &str) -> &str {
    mxid.split_once(':').map_or("", |(_, server)| server)
}

/// Whether a room is entered.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Entry<R> {
    /// It is not.
    Declined,
    /// It is; and that one is left for it.
    Entered(Option<R>),
}

impl<R> Strangers<R> {
    pub(super) const fn new() -> Self {
        Self {
            entered: Vec::new(),
            kept: Vec::new(),
        }
    }

    /// Somebody calls the bot. Whoever `is_known` by now has linked something, and keeps the room.
    pub(super) fn enter(
        &mut self,
        inviter: &str,
        room: R,
        is_known: impl Fn(&str) -> bool,
        now: DateTime<Utc>,
    ) -> Entry<R> {
        self.entered.retain(|(_, at)| now - *at < CODE_COUNTS);
        self.kept
            .retain(|stranger| now - stranger.at < CODE_COUNTS && !is_known(&stranger.inviter));
        let of_server = |who: &&(String, DateTime<Utc>)| server_of(&who.0) == server_of(inviter);
        let of_person = |who: &&(String, DateTime<Utc>)| who.0 == inviter;
        let (most, most_of_server, most_of_person) = ENTERED;
        if self.entered.len() >= most
            || self.entered.iter().filter(of_server).count() >= most_of_server
            || self.entered.iter().filter(of_person).count() >= most_of_person
        {
            return Entry::Declined;
        }
        self.entered.push((inviter.to_owned(), now));
        let earlier = self.kept.iter().position(|stranger| stranger.inviter == inviter);
        let earlier = earlier.map(|at| self.kept.remove(at).room);
        self.kept.push(Stranger {
            at: now,
            inviter: inviter.to_owned(),
            room,
        });
        if earlier.is_some() || self.kept.len() <= KEPT {
            return Entry::Entered(earlier);
        }
        let of = |stranger: &Stranger<R>| {
            let server = server_of(&stranger.inviter);
            let others = self.kept.iter().map(|other| server_of(&other.inviter));
            others.filter(|other| *other == server).count()
        };
        let most = self.kept.iter().map(of).max();
        let oldest = self.kept.iter().position(|stranger| Some(of(stranger)) == most);
        Entry::Entered(oldest.map(|at| self.kept.remove(at).room))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn nobody(_: &str) -> bool {
        false
    }

    #[test]
    fn many_of_one_homeserver_shut_nobody_else_out() {
        let mut strangers = Strangers::new();
        let now = DateTime::UNIX_EPOCH;
        let ralph = strangers.enter("@ralph:fedora.im", 0, nobody, now);
        assert_eq!(ralph, Entry::Entered(None));
        for number in 1..=20 {
            let inviter = format!("@x{number}:evil.example.org");
            let left = strangers.enter(&inviter, number, nobody, now);
            let oldest = (number > 9).then(|| number - 9);
            assert_eq!(left, Entry::Entered(oldest), "{number}");
        }
    }

    #[test]
    fn whoever_is_known_by_now_keeps_the_room() {
        let mut strangers = Strangers::new();
        let now = DateTime::UNIX_EPOCH;
        for number in 0..=10 {
            let inviter = format!("@x{number}:example.org");
            let left = strangers.enter(&inviter, number, |_| true, now);
            assert_eq!(left, Entry::Entered(None));
        }
    }

    #[test]
    fn neither_one_person_nor_one_homeserver_uses_up_the_others_tries() {
        let mut strangers = Strangers::new();
        let now = DateTime::UNIX_EPOCH;
        let (_, of_server, of_person) = ENTERED;
        for number in 0..of_person {
            let earlier = number.checked_sub(1);
            let left = strangers.enter("@x:evil.example.org", number, nobody, now);
            assert_eq!(left, Entry::Entered(earlier), "one room for each");
        }
        assert_eq!(strangers.enter("@x:evil.example.org", 0, nobody, now), Entry::Declined);
        for number in of_person..of_server {
            let inviter = format!("@x{number}:evil.example.org");
            assert_ne!(strangers.enter(&inviter, number, nobody, now), Entry::Declined);
        }
        assert_eq!(strangers.enter("@y:evil.example.org", 0, nobody, now), Entry::Declined);
        assert_ne!(strangers.enter("@ralph:fedora.im", 0, nobody, now), Entry::Declined);
        let later = now + CODE_COUNTS + TimeDelta::seconds(1);
        assert_eq!(
            strangers.enter("@x:evil.example.org", 0, nobody, later),
            Entry::Entered(None)
        );
    }
}
