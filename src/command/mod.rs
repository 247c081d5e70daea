//! From words to a checked command. Parsing never acts and knows nothing of who speaks.
//!
//! [`rows`] has one row per verb: names, usage, help, who may, and the function that reads its arguments.
//! Help, usage errors and the table of `docs/commands.md` come from it.
//!
//! ```
//! use rfrbot::command::addressed;
//! assert_eq!(addressed("!rfr status badges", "!rfr", "rfrbot", false), Some("status badges"));
//! assert_eq!(addressed("rfrbot: status", "!rfr", "rfrbot", false), Some("status"));
//! assert_eq!(addressed("what is the status?", "!rfr", "rfrbot", false), None);
//! assert_eq!(addressed("status", "!rfr", "rfrbot", true), Some("status"));
//! ```

mod address;
mod capture;
pub mod date;
mod error;
mod patterns;
mod reader;
mod row;
pub mod snooze;
mod table;

pub use address::{addressed, sanitise};
pub use capture::{LastLines, MOST_LINES, lacks_words, last_lines, takes_words, with_words};
pub use error::ParseError;
pub use reader::{LONGEST_COMMAND, LONGEST_TEXT, Reader, Vocabulary};
pub use row::{Group, Row};
pub use table::{is_taken, means_else, row, rows};

use crate::calendar::{AbsenceChange, FreezeChange};
use crate::people::Account;
use crate::reminder::How;
use crate::reminder::decide::Quiet;
use crate::rfr::{Change, RfrId};
use crate::sop::Phase;

/// Which RFR a command is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that was named.
    Named(RfrId),
    /// None was named: the one that the place talks about, or the speaker's only candidate.
    Omitted {
        /// The word that stood where the name would stand, for "I know no RFR named …".
        word: Option<String>,
    },
}

/// A checked command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Look at something.
    Query(Query),
    /// Request a new RFR or change one.
    Change {
        /// Which; a request for a new one names none.
        which: Which,
        /// What.
        change: Change,
    },
    /// Talk about that RFR in this place from now on; `None`: about none.
    Focus(Option<RfrId>),
    /// Change a freeze, a freeze break, when somebody is there, or who is reminded of what.
    Order(Order),
    /// Read the config anew.
    Reload,
}

/// Something that somebody orders beside a change of an RFR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Something is to happen to a freeze.
    Freeze(FreezeChange),
    /// The speaker will be away, or is back.
    Absence(AbsenceChange),
    /// Something is to happen to a freeze break.
    Break(BreakOrder),
    /// Something is said about being reminded.
    Reminder(ReminderOrder),
}

/// Something that somebody says about being reminded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderOrder {
    /// How the speaker wants to be reminded.
    Remind(How),
    /// When people are reminded of an RFR.
    About {
        /// Which RFR.
        which: Which,
        /// When.
        what: Quiet,
    },
}

/// Something that is to happen to a freeze break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreakOrder {
    /// Production must change during the freeze.
    Request {
        /// For which RFR.
        rfr: RfrId,
        /// The problem, the action, the patch.
        reason: String,
    },
    /// Agrees with it, or objects to it.
    Vote {
        /// Which.
        which: WhichBreak,
        /// Agrees?
        approves: bool,
        /// A comment, or why not.
        text: String,
    },
    /// What it was for is done.
    Done(WhichBreak),
}

/// Which freeze break a command is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhichBreak {
    /// The one of that number.
    Number(u32),
    /// The one that is open for that RFR.
    For(RfrId),
}

/// A look at something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Query {
    /// Every open RFR in a line each.
    Overview,
    /// One RFR in full.
    Status(Which),
    /// The RFRs of a kind.
    List(Filter),
    /// Can it move, and what is missing?
    Next(Which),
    /// What waits for that person, or for the speaker, over all RFRs.
    Todo(Option<Account>),
    /// What happened to it.
    History(Which),
    /// Who takes part.
    Who(Which),
    /// Its questions, or every open question where no RFR is meant.
    Questions(Which),
    /// Why was I refused?
    Why,
    /// How does the bot see me?
    WhoAmI,
    /// Find an RFR by a word in its name, title or people.
    Search(String),
    /// The rest of the last answer.
    More,
    /// What can I say, or what does this verb do?
    Help(Option<String>),
    /// Which rfrbot is this?
    Version,
    /// What does this place talk about?
    Focus,
    /// Which freeze is in force, and which comes next?
    Freeze,
    /// The year's freezes.
    Freezes,
    /// The freeze breaks of late.
    FreezeBreaks,
    /// The mails to the list that have not gone out.
    Mail,
    /// All that is under way, for a meeting.
    Digest,
    /// Of what people will be reminded, and why; of one RFR, or of everything where none is named.
    Reminders(Which),
}

/// Which RFRs a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Every open one.
    Open,
    /// Those in a phase, maintenance too.
    Phase(Phase),
    /// Those in which the speaker takes part.
    Mine,
    /// Those on hold or without a change for two weeks.
    Stuck,
    /// Those without a sponsor.
    Unsponsored,
    /// Every one, ended ones too.
    All,
}

/// Reads a command from the words after the prefix.
pub fn parse(text: &str, vocabulary: &dyn Vocabulary) -> Result<Command, ParseError> {
    reader::within("This command", text, LONGEST_COMMAND)?;
    let Some((verb, rest)) = table::find(text) else {
        return fallback(text, vocabulary);
    };
    let row = &verb.row;
    if let Some(word) = placeholder(row, rest) {
        return Err(ParseError::Placeholder { row, word });
    }
    let mut reader = Reader::new(row, rest, vocabulary);
    let command = (verb.read)(&mut reader)?;
    reader.end()?;
    Ok(command)
}

/// The word of the usage that stands where a real one should: `people badges add NAME`, `answer badges 1 ANSWER…`. In a
/// longer text such a word may be meant.
fn placeholder(row: &'static Row, rest: &str) -> Option<&'static str> {
    let words: Vec<&str> = rest.split_whitespace().take(10).collect();
    let last = words.last()?;
    let slots = || row.usage.split(|c: char| !c.is_ascii_alphabetic());
    let is_short = words.len() <= slots().filter(|slot| !slot.is_empty()).count();
    let bare = last.trim_end_matches('…');
    if is_short && bare.is_empty() {
        return Some("…");
    }
    let is_printed = bare != *last || is_short && bare.len() > 1;
    let mut named =
        slots().filter(|slot| slot.len() > 1 && *slot != "RFR" && slot.bytes().all(|c| c.is_ascii_uppercase()));
    named.find(|slot| is_printed && *slot == bare)
}

/// The verb that begins the words, where arguments follow it: who may use it can be asked before they are read.
pub fn verb_with_arguments(text: &str) -> Option<&'static Row> {
    let (verb, rest) = table::find(text)?;
    (!rest.trim().is_empty()).then_some(&verb.row)
}

/// The verbs, each by its main form, or else the RFRs that look like a word.
fn verbs_like(word: &str, vocabulary: &dyn Vocabulary) -> Vec<String> {
    let mut verbs = Vec::new();
    for form in error::closest(word, rows().flat_map(Row::words)) {
        let verb = row(&form).map_or(form, |row| row.verb.to_owned());
        if !verbs.contains(&verb) {
            verbs.push(verb);
        }
    }
    if verbs.is_empty() {
        let names = vocabulary.names();
        verbs = error::closest(word, names.iter().map(String::as_str));
    }
    verbs
}

/// Words that begin with no verb: nothing at all is a call for help, an RFR's name alone asks for its status.
fn fallback(text: &str, vocabulary: &dyn Vocabulary) -> Result<Command, ParseError> {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else {
        return Ok(Command::Query(Query::Help(None)));
    };
    if let Some(id) = vocabulary.rfr(first)
        && words.next().is_none()
    {
        return Ok(Command::Query(Query::Status(Which::Named(id))));
    }
    Err(ParseError::UnknownVerb {
        word: first.to_owned(),
        suggestions: verbs_like(first, vocabulary),
    })
}
