//! Which encrypted texts were received and handled, so that each acts once, across restarts, even if it was refused: a
//! server that replays it when the speaker may do more gains nothing.
//!
//! The store also knows, for ever, whatever it recorded. This file knows everything handled, with a bound for each
//! speaker, so that nobody can make the bot forget what others said.
//!
//! Talk that does not address the bot is not handled, but in private it would be a command. So sessions are remembered,
//! too, in which something was said while others were there: clients start a new one when somebody leaves.

use super::recent::event_of;
use crate::wire::IncomingId;
use sha1::{Digest, Sha1};
use std::collections::{HashMap, VecDeque};
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tracing::warn;

/// Most entries for one speaker.
const MOST_OF_ONE: usize = 20_000;

/// Most entries in all.
const MOST: usize = 100_000;

/// Most texts received and not yet handled.
const MOST_UNDER_WAY: usize = 10_000;

/// How long the same event is accepted again if it has no answer yet, in seconds: a crash may have come in between.
const AGAIN: i64 = 10 * 60;

/// Result of looking up an encrypted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SealState {
    /// Not handled before, or handled so recently that a crash may have prevented the answer.
    New,
    /// The same event was handled before.
    Handled,
    /// The same text came before in another event.
    Copied,
}

/// The value of `at` once the answer is out.
const ANSWERED: i64 = 0;

/// Hash of a seal, an event id or a speaker.
type SealHash = [u8; 16];

struct HandledSeal {
    event: SealHash,
    speaker: SealHash,
    /// When it was handled (seconds since 1970), or [`ANSWERED`].
    at: i64,
}

/// The file and its contents.
pub(super) struct Seals {
    path: PathBuf,
    content: Mutex<KnownSeals>,
}

#[derive(Default)]
struct KnownSeals {
    /// By seal.
    handled: HashMap<SealHash, HandledSeal>,
    /// The same by speaker, oldest first.
    order: HashMap<SealHash, VecDeque<SealHash>>,
    /// Received and not handled yet: seal and event.
    under_way: HashMap<String, String>,
    /// Number of lines in the file.
    lines: usize,
}

impl KnownSeals {
    fn put(&mut self, seal: SealHash, entry: HandledSeal) -> bool {
        if let Some(known) = self.handled.get_mut(&seal) {
            let is_news = entry.at == ANSWERED && known.at != ANSWERED && known.event == entry.event;
            if is_news {
                known.at = ANSWERED;
            }
            return is_news;
        }
        let order = self.order.entry(entry.speaker).or_default();
        order.push_back(seal);
        let mut forgotten = if order.len() > MOST_OF_ONE {
            order.pop_front()
        } else {
            None
        };
        self.handled.insert(seal, entry);
        if forgotten.is_none() && self.handled.len() > MOST {
            // From the speaker with the most.
            let most = self.order.values_mut().max_by_key(|order| order.len());
            forgotten = most.and_then(VecDeque::pop_front);
        }
        if let Some(forgotten) = forgotten {
            self.handled.remove(&forgotten);
            self.order.retain(|_, order| !order.is_empty());
        }
        true
    }

    fn text(&self) -> String {
        let seals = self.order.values().flatten();
        let mut lines: Vec<(i64, String)> = seals
            .filter_map(|seal| self.handled.get(seal).map(|entry| (entry.at, line(*seal, entry))))
            .collect();
        lines.sort();
        lines.into_iter().map(|(_, line)| line).collect()
    }
}

impl Seals {
    /// Reads the file; without it nothing has been handled.
    pub(super) fn load(folder: &Path) -> Self {
        let path = folder.join("handled-words");
        let mut content = KnownSeals::default();
        match fs::read_to_string(&path) {
            Ok(text) => {
                for (seal, entry) in text.lines().filter_map(read) {
                    content.put(seal, entry);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                warn!(path = %path.display(), %error, "it is not known any more which encrypted words were refused");
            }
        }
        let seals = Self {
            path,
            content: Mutex::new(content),
        };
        // A line truncated by a crash would spoil the next one.
        seals.write_anew(&mut seals.content());
        seals
    }

    fn content(&self) -> MutexGuard<'_, KnownSeals> {
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An encrypted text arrived, in this event.
    pub(super) fn hear(&self, seal: &str, event: &str, now: i64) -> SealState {
        let mut content = self.content();
        if let Some(entry) = content.handled.get(&name(seal)) {
            return if entry.event != name(event) {
                SealState::Copied
            } else if entry.at != ANSWERED && now.saturating_sub(entry.at).unsigned_abs() <= AGAIN.unsigned_abs() {
                SealState::New
            } else {
                SealState::Handled
            };
        }
        if content.under_way.len() > MOST_UNDER_WAY {
            content.under_way.clear();
        }
        let first = content
            .under_way
            .entry(seal.to_owned())
            .or_insert_with(|| event.to_owned());
        if *first == event {
            SealState::New
        } else {
            SealState::Copied
        }
    }

    /// Text of this session was said while others were there.
    pub(super) fn said_in_company(&self, session: &str, room: &str, speaker: &str) {
        let entry = HandledSeal {
            event: name(room),
            speaker: name(speaker),
            at: ANSWERED,
        };
        let mut content = self.content();
        self.put(&mut content, &company(session), entry);
    }

    /// Was any text of this session said while others were there?
    pub(super) fn was_in_company(&self, session: &str) -> bool {
        self.content().handled.contains_key(&name(&company(session)))
    }

    /// A message was answered: now the same event is not accepted again either.
    pub(super) fn answered(&self, id: &IncomingId, speaker: &str) {
        self.handled(id, speaker, ANSWERED);
    }

    /// A message was handled, whatever the result.
    pub(super) fn handled(&self, id: &IncomingId, speaker: &str, now: i64) {
        let mut content = self.content();
        for seal in id.names().skip(1) {
            let seal = event_of(&seal.id);
            let entry = HandledSeal {
                event: name(event_of(id.own())),
                speaker: name(speaker),
                at: now,
            };
            self.put(&mut content, seal, entry);
            content.under_way.remove(seal);
        }
    }

    fn put(&self, content: &mut KnownSeals, seal: &str, entry: HandledSeal) {
        let new = line(name(seal), &entry);
        if !content.put(name(seal), entry) {
            return;
        }
        content.lines += 1;
        if content.lines > 2 * MOST {
            return self.write_anew(content);
        }
        let written = OpenOptions::new()
            .append(true)
            .create(true)
            .open(&self.path)
            .and_then(|mut file| {
                file.write_all(new.as_bytes())?;
                file.sync_data()
            });
        if let Err(error) = written {
            warn!(path = %self.path.display(), %error, "after a restart, words that a server sends again are heard again");
        }
    }

    fn write_anew(&self, content: &mut KnownSeals) {
        let text = content.text();
        content.lines = content.handled.len();
        let new = self.path.with_extension("new");
        let written = fs::write(&new, text)
            .and_then(|()| File::open(&new)?.sync_all())
            .and_then(|()| fs::rename(&new, &self.path));
        if let Err(error) = written {
            warn!(path = %self.path.display(), %error, "could not be written");
        }
    }
}

/// The key of a session among the seals, which contain no space.
fn company(session: &str) -> String {
    format!("company {session}")
}

fn name(of: &str) -> SealHash {
    let mut name = SealHash::default();
    name.copy_from_slice(&Sha1::digest(of)[..16]);
    name
}

fn line(seal: SealHash, entry: &HandledSeal) -> String {
    let mut line = String::with_capacity(110);
    for name in [&seal, &entry.event, &entry.speaker] {
        for byte in name {
            // Writing to a string does not fail.
            let _ = write!(line, "{byte:02x}");
        }
        line.push(' ');
    }
    let _ = writeln!(line, "{}", entry.at);
    line
}

fn read(line: &str) -> Option<(SealHash, HandledSeal)> {
    let mut words = line.split(' ');
    let mut next = || {
        let word = words.next().filter(|word| word.len() == 32 && word.is_ascii())?;
        let mut name = SealHash::default();
        for (at, byte) in name.iter_mut().enumerate() {
            *byte = u8::from_str_radix(word.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some(name)
    };
    let (seal, event, speaker) = (next()?, next()?, next()?);
    let at = words.next()?.parse().ok()?;
    Some((seal, HandledSeal { event, speaker, at }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(event: &str, seal: &str) -> IncomingId {
        let id = IncomingId {
            network: "matrix".to_owned(),
            id: event.to_owned(),
        };
        id.also(seal)
    }

    mod attacks {
        use super::*;

        #[test]
        fn encrypted_words_that_were_refused_are_copies_after_a_restart_too() {
            let folder = tempfile::tempdir().expect("a folder");
            let seals = Seals::load(folder.path());
            assert_eq!(seals.hear("session/3", "$1", 0), SealState::New);
            assert_eq!(
                seals.hear("session/3", "$2", 0),
                SealState::Copied,
                "while it is under way"
            );
            seals.handled(&id("$1", "session/3"), "@ralph:a", 1);
            // If a message has several commands, the last one marks all as handled.
            seals.handled(&id("$4#2", "session/4#2"), "@ralph:a", 1);
            for seals in [seals, Seals::load(folder.path())] {
                assert_eq!(seals.hear("session/3", "$2", 1), SealState::Copied);
                assert_eq!(seals.hear("session/4", "$2", 1), SealState::Copied);
                assert_eq!(
                    seals.hear("session/3", "$1", 1 + AGAIN),
                    SealState::New,
                    "a crash before the answer"
                );
                assert_eq!(
                    seals.hear("session/3", "$1", 2 + AGAIN),
                    SealState::Handled,
                    "the same event much later"
                );
                assert_eq!(seals.hear("session/5", "$5", 1), SealState::New);
            }
            Seals::load(folder.path()).answered(&id("$1", "session/3"), "@ralph:a");
            let seals = Seals::load(folder.path());
            assert_eq!(
                seals.hear("session/3", "$1", 2),
                SealState::Handled,
                "its answer is out"
            );
            let path = folder.path().join("handled-words");
            let mut cut = fs::read(&path).expect("the file");
            cut.truncate(cut.len() - 20);
            fs::write(&path, cut).expect("written");
            Seals::load(folder.path()).handled(&id("$6", "session/6"), "@ralph:a", 1);
            let seals = Seals::load(folder.path());
            let kept = ["session/3", "session/4"].map(|seal| seals.hear(seal, "$2", 1));
            assert!(kept.contains(&SealState::Copied), "a cut line spoils no other");
            assert_eq!(seals.hear("session/6", "$2", 1), SealState::Copied);
        }

        #[test]
        fn sessions_of_company_are_known_after_a_restart_too() {
            let folder = tempfile::tempdir().expect("a folder");
            let seals = Seals::load(folder.path());
            assert!(!seals.was_in_company("session"));
            seals.said_in_company("session", "!a:b", "@ralph:a");
            for seals in [seals, Seals::load(folder.path())] {
                assert!(seals.was_in_company("session"));
                assert!(!seals.was_in_company("other"));
                assert_eq!(seals.hear("session/0", "$1", 0), SealState::New);
            }
        }

        #[test]
        fn a_flood_of_one_speaker_makes_nobody_elses_words_forgotten() {
            let mut content = KnownSeals::default();
            let entry = |speaker: &str, at| HandledSeal {
                event: name("$1"),
                speaker: name(speaker),
                at,
            };
            content.put(name("ralph"), entry("@ralph:a", 0));
            for flood in 0..7 {
                for number in 0..MOST_OF_ONE + 5 {
                    content.put(name(&format!("{flood}/{number}")), entry(&format!("@{flood}:b"), 1));
                }
            }
            assert!(content.handled.contains_key(&name("ralph")));
            assert!(content.handled.len() <= MOST);
            assert_eq!(
                content.handled.len(),
                content.order.values().map(VecDeque::len).sum::<usize>()
            );
        }
    }
}
