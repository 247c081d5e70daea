//! What is wrong with a command's form.

use super::date::DateError;
use super::row::VerbRow;
use super::snooze::SnoozeError;
use crate::sop::Topic;
use chrono::NaiveDate;

/// A command that cannot be read. Wording says each with its usage and an example.
#[derive(Clone, Debug, PartialEq)]
pub enum ParseError {
    /// No verb of that name.
    UnknownVerb {
        /// The word.
        word: String,
        /// The whole line with verbs that look like it.
        lines: Vec<String>,
    },
    /// The words may mean these lines; none was carried out.
    Offered(Vec<String>),
    /// Words of agreement, where a sign-off must be typed in full: the lines by which the speaker could sign.
    Approval(Vec<String>),
    /// An account that nobody knows.
    UnknownAccount {
        /// The name.
        word: String,
        /// The whole line with names that look like it.
        lines: Vec<String>,
        /// The line that says that it is right.
        confirmed: String,
    },
    /// A role that nobody gets by being recorded.
    RoleIsEarned {
        /// The role.
        role: String,
        /// The line that asks for the sponsorship, where that is the role.
        line: Option<String>,
    },
    /// An argument is missing.
    Missing {
        /// The verb's row.
        row: &'static VerbRow,
        /// The argument, as the usage calls it.
        argument: &'static str,
    },
    /// A placeholder of the usage was typed literally.
    Placeholder {
        /// The verb's row.
        row: &'static VerbRow,
        /// The word.
        word: &'static str,
    },
    /// There is more than the verb takes.
    TooMuch {
        /// The verb's row.
        row: &'static VerbRow,
        /// What is left over.
        extra: String,
    },
    /// No RFR is named, and words are left over that are not taken for a text about one that is guessed.
    NoGuess {
        /// The verb's row.
        row: &'static VerbRow,
        /// The first of the words.
        word: String,
        /// The command with the RFR's name.
        named: String,
        /// The RFR that the words name after all.
        another: Option<String>,
        /// The command for the RFR that is meant where none is named.
        here: String,
    },
    /// A note that is accepted only after `--`.
    NoteWithoutDashes {
        /// The verb's row.
        row: &'static VerbRow,
        /// The command without it.
        plain: String,
        /// The command with it.
        with_note: String,
        /// The note.
        note: String,
    },
    /// No RFR of that name or ticket.
    UnknownRfr {
        /// The word.
        word: String,
        /// Names that look like it.
        suggestions: Vec<String>,
        /// The whole line with each of them, where that can be carried out.
        lines: Vec<String>,
    },
    /// The move is risky: the RFR must be named.
    NameIt {
        /// The verb's row.
        row: &'static VerbRow,
        /// The word that stood where the name would stand.
        word: Option<String>,
    },
    /// An RFR of that name could not be typed: the word means something else.
    ReservedName {
        /// The word.
        word: String,
        /// A line of the same verb with another name.
        example: &'static str,
    },
    /// No phase of that name.
    UnknownPhase {
        /// The word.
        word: String,
        /// The phase that looks like it.
        suggestion: Option<&'static str>,
        /// The whole line with it, where that can be carried out.
        lines: Vec<String>,
        /// The phases that there are.
        known: Vec<&'static str>,
    },
    /// No item of that name.
    UnknownItem {
        /// The word.
        word: String,
        /// Items that look like it.
        suggestions: Vec<String>,
        /// The whole line with each of them, where that can be carried out.
        lines: Vec<String>,
    },
    /// No topic of that name.
    UnknownTopic {
        /// The word.
        word: String,
        /// The topics that there are.
        known: Vec<Topic>,
    },
    /// No role of words like `add` or `remove` in that place.
    UnknownWord {
        /// The verb's row.
        row: &'static VerbRow,
        /// The word.
        word: String,
        /// What it could have been.
        expected: &'static [&'static str],
        /// The whole line with what looks like it.
        lines: Vec<String>,
    },
    /// Not a web address.
    BadUrl(String),
    /// A web address that is no discussion.
    NoDiscussion {
        /// The address.
        url: String,
        /// The line that records it as another address.
        link: String,
    },
    /// Neither a ticket number nor a web address.
    BadTicket {
        /// The word.
        word: String,
        /// A number was given, but the config names no tracker.
        no_base: bool,
    },
    /// Not a number.
    BadNumber(String),
    /// Not an account name.
    BadAccount(String),
    /// A word that names an RFR and a person, where either could be meant.
    NameOrPerson {
        /// The word.
        word: String,
        /// The command about the RFR.
        rfr: String,
        /// The command about the person.
        person: String,
    },
    /// More names than one command may give.
    TooManyNames(usize),
    /// Not a date.
    BadDate {
        /// Why not.
        error: DateError,
        /// The words of the command before it.
        before: String,
        /// What may stand behind it.
        behind: String,
    },
    /// Not a time to snooze for.
    BadSnooze(SnoozeError),
    /// Not a day, where a first or last day is wanted.
    BadDay(DateError),
    /// Not a time back.
    BadSince(DateError),
    /// An absence is said to be in the place of somebody.
    InPlaceOf {
        /// Of whom.
        name: String,
        /// The line by which that person stands in.
        line: String,
    },
    /// The last day comes before the first.
    DaysBackwards {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// Longer than may be kept.
    TooLong {
        /// What is too long, as the usage calls it.
        argument: &'static str,
        /// How many characters it may have.
        limit: usize,
        /// How many it has.
        length: usize,
    },
}

impl ParseError {
    pub(super) fn unknown_rfr(word: &str, suggestions: Vec<String>) -> Self {
        Self::UnknownRfr {
            word: word.to_owned(),
            suggestions,
            lines: Vec::new(),
        }
    }

    /// A word that may be a slip, what it may mean, and where to put the mended lines.
    pub(super) fn slip(&mut self) -> Option<(String, Vec<String>, &mut Vec<String>)> {
        match self {
            Self::UnknownRfr {
                word,
                suggestions,
                lines,
            }
            | Self::UnknownItem {
                word,
                suggestions,
                lines,
            } => Some((word.clone(), suggestions.clone(), lines)),
            Self::UnknownPhase {
                word,
                suggestion,
                lines,
                ..
            } => Some((
                word.clone(),
                suggestion.iter().map(|like| (*like).to_owned()).collect(),
                lines,
            )),
            Self::UnknownWord {
                word, expected, lines, ..
            } => Some((word.clone(), closest(word, expected.iter().copied()), lines)),
            Self::UnknownVerb { .. }
            | Self::Offered(_)
            | Self::Approval(_)
            | Self::UnknownAccount { .. }
            | Self::RoleIsEarned { .. }
            | Self::Missing { .. }
            | Self::Placeholder { .. }
            | Self::TooMuch { .. }
            | Self::NoGuess { .. }
            | Self::NoteWithoutDashes { .. }
            | Self::NameIt { .. }
            | Self::ReservedName { .. }
            | Self::UnknownTopic { .. }
            | Self::BadUrl(_)
            | Self::NoDiscussion { .. }
            | Self::BadTicket { .. }
            | Self::BadNumber(_)
            | Self::BadAccount(_)
            | Self::TooManyNames(_)
            | Self::NameOrPerson { .. }
            | Self::BadDate { .. }
            | Self::BadDay(_)
            | Self::BadSince(_)
            | Self::BadSnooze(_)
            | Self::DaysBackwards { .. }
            | Self::InPlaceOf { .. }
            | Self::TooLong { .. } => None,
        }
    }
}

/// The longest word that may be a slip in a name or a verb. To compare a longer one would take time and find nothing.
const LONGEST_SLIP: usize = 40;

/// The candidates that look like a word, the most alike first, at most three.
pub(crate) fn closest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<String> {
    alike(word, candidates, |length| (length / 3).clamp(1, 3))
}

/// The verbs that look like a word: a word of five letters with two wrong ones is another word.
pub(super) fn closest_verbs<'a>(word: &str, verbs: impl Iterator<Item = &'a str>) -> Vec<String> {
    // Of two letters one is half a word.
    if word.chars().count() < 3 || WORDS.contains(&word.to_lowercase().as_str()) {
        return Vec::new();
    }
    alike(word, verbs, |length| (length / 4).clamp(1, 2))
}

/// Is it a word that somebody means as it is typed?
pub(super) fn is_a_word(word: &str) -> bool {
    WORDS.contains(&word.to_lowercase().as_str())
}

/// Words that somebody means as they are typed: no verb is guessed for them.
const WORDS: [&str; 52] = [
    "stop", "lift", "last", "lost", "move", "told", "gone", "hope", "text", "post", "rest", "noted", "how", "what",
    "when", "where", "which", "why's", "whose", "can", "could", "are", "was", "does", "did", "lol", "oops", "set",
    "date", "moves", "afk", "testing", "test", "any", "the", "this", "that", "your", "late", "make", "take", "give",
    "hand", "look", "check", "call", "lot", "not", "but", "has", "had", "have",
];

fn alike<'a>(word: &str, candidates: impl Iterator<Item = &'a str>, allowed: fn(usize) -> usize) -> Vec<String> {
    if word.len() > LONGEST_SLIP {
        return Vec::new();
    }
    let word = word.to_lowercase();
    let mut alike: Vec<(usize, &str)> = candidates
        .filter_map(|candidate| {
            let distance = strsim::osa_distance(&word, candidate);
            let allowed = allowed(candidate.chars().count().min(word.chars().count() + 1));
            let begins = word.chars().count() >= 3 && candidate.starts_with(&word);
            (distance <= allowed || begins).then_some((distance, candidate))
        })
        .collect();
    alike.sort_unstable();
    alike.dedup();
    alike
        .into_iter()
        .take(3)
        .map(|(_, candidate)| candidate.to_owned())
        .collect()
}
