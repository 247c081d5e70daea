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
mod bare;
mod capture;
pub mod date;
mod discussion;
mod error;
mod patterns;
mod phrases;
mod reader;
mod row;
pub mod since;
pub mod snooze;
mod spoken;
mod table;
mod tickets;

pub use address::{Call, addressed, called, sanitise};
pub use capture::{LastLines, MOST_LINES, lacks_words, last_lines, takes_words, with_words};
pub use error::ParseError;
pub(crate) use error::closest;
pub use phrases::Friendly;
pub(crate) use reader::says_undecided;
pub use reader::{LONGEST_COMMAND, LONGEST_TEXT, Reader, Vocabulary};
pub use row::{Group, VerbRow};
pub use spoken::{Said, understand};
pub use table::{family, is_taken, means_else, row, rows, rows_like};
pub(crate) use tickets::{address as ticket_address, alike as alike_tickets};

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
    /// Several items of the SOP are done.
    Ticks {
        /// Of which RFR.
        which: Which,
        /// Which items.
        items: Items,
        /// The note on each of them.
        note: String,
    },
    /// Talk about that RFR in this place from now on; `None`: about none.
    Focus(Option<RfrId>),
    /// Change a freeze, a freeze break, when somebody is there, or who is reminded of what; or take a change back.
    Order(Order),
    /// Link an identity to an account, or take that back.
    Link(LinkOrder),
    /// Read the config anew.
    Reload,
}

/// Items of the SOP that somebody names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Items {
    /// These.
    These(Vec<String>),
    /// All that are open in the RFR's phase, but these.
    AllBut(Vec<String>),
}

/// An order that is not a change of an RFR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// An order about a freeze.
    Freeze(FreezeChange),
    /// The speaker will be away, or is back.
    Absence(AbsenceChange),
    /// An order about a freeze break.
    Break(BreakOrder),
    /// Something is said about being reminded.
    Reminder(ReminderOrder),
    /// The speaker's own last change is taken back.
    Undo(Which),
}

/// An order about what is linked to the speaker's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkOrder {
    /// A code is asked for.
    Ask,
    /// A code is typed.
    Type(String),
    /// A link is taken back: of that identity, or of the only one that can be meant.
    Unlink(Option<String>),
}

/// Something that somebody says about being reminded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderOrder {
    /// How the speaker wants to be reminded.
    Remind(How),
    /// Whether the speaker wants one-line answers.
    Short(bool),
    /// When people are reminded of an RFR.
    About {
        /// Which RFR.
        which: Which,
        /// When.
        what: Quiet,
    },
}

/// An order about a freeze break.
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
    /// It is no longer asked for.
    Withdraw {
        /// Which.
        which: WhichBreak,
        /// Why; may be empty.
        reason: String,
    },
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
    /// Several RFRs in full.
    Several(Vec<RfrId>),
    /// The addresses that are recorded of one.
    Links(Which),
    /// Its SOP documents.
    Sops(Which),
    /// Its ticket.
    Url(Which),
    /// The page to look at, or that of one RFR.
    Board(Option<Which>),
    /// Thanks or a greeting.
    Friendly(Friendly),
    /// The RFRs of a kind.
    List(Filter),
    /// Can it move, and what is missing?
    Next(Which),
    /// What waits for that person, or for the speaker, over all RFRs.
    Todo(Option<Account>),
    /// What happened to all of them, from when on.
    Since(since::Since),
    /// One page to sign from.
    Review(Which),
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
    /// What did I choose for myself?
    Prefs,
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
    /// Who is away.
    Away,
    /// The freeze breaks of late.
    FreezeBreaks,
    /// The mails to the list that have not gone out.
    Mail,
    /// All that is under way, for a meeting.
    Digest,
    /// The tickets that ask for resources, and are no RFR's.
    Tickets,
    /// Of what people will be reminded, and why; of one RFR, or of everything where none is named.
    Reminders(Which),
}

/// Which RFRs a list shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Every open one.
    Open,
    /// Those in a phase, maintenance too.
    Phase(Phase),
    /// Those in which the speaker takes part.
    Mine,
    /// Those in which that person takes part.
    Of(Account),
    /// Those on hold.
    Held,
    /// Those that were dropped or removed.
    Ended,
    /// Those on hold or without a change for two weeks.
    Stuck,
    /// Those without a sponsor.
    Unsponsored,
    /// Every one, ended ones too.
    All,
}

/// The most RFRs that one look shows.
const MOST_SHOWN: usize = 10;

/// The longest line, in bytes, that is mended as a whole: mending reads it again for each slip that may be meant.
const LONGEST_MENDED: usize = 600;

/// Reads a command from the words after the prefix.
pub fn parse(text: &str, vocabulary: &dyn Vocabulary) -> Result<Command, ParseError> {
    reader::within("This command", text, LONGEST_COMMAND)?;
    parse_said(text, understand(text, vocabulary), vocabulary)
}

/// The same from words that were understood already.
pub fn parse_said(text: &str, said: Said<'_>, vocabulary: &dyn Vocabulary) -> Result<Command, ParseError> {
    reader::within("This command", text, LONGEST_COMMAND)?;
    match said {
        // `yes` accepts what one is asked for; where that is no sponsorship, it agrees to what is due.
        Said::Line(line) if line == "accept" && line != text.trim() && agrees_to_another_thing(vocabulary) => {
            Err(ParseError::Approval(vocabulary.to_approve(None)))
        }
        Said::Line(line) => read(&line, vocabulary).map_err(|error| match line.len() {
            // `+1` alone agrees to something, where there is something.
            _ if agrees_to_something(&error, vocabulary) => ParseError::Approval(vocabulary.to_approve(None)),
            ..=LONGEST_MENDED => mended(error, &line, vocabulary),
            _ => error,
        }),
        Said::Offered(lines) => match lines.first().map(|line| read(line, vocabulary)) {
            Some(Err(error @ (ParseError::NoGuess { .. } | ParseError::BadDate { .. }))) => Err(error),
            Some(_) | None => Err(ParseError::Offered(lines)),
        },
        Said::Approval(rfr) => Err(ParseError::Approval(vocabulary.to_approve(rfr))),
        Said::Friendly(friendly) => Ok(Command::Query(Query::Friendly(friendly))),
    }
}

fn agrees_to_another_thing(vocabulary: &dyn Vocabulary) -> bool {
    !vocabulary.is_asked_to_sponsor() && !vocabulary.to_approve(None).is_empty()
}

fn agrees_to_something(error: &ParseError, vocabulary: &dyn Vocabulary) -> bool {
    matches!(error, ParseError::Missing { row, argument: "N" } if row.verb == "+1")
        && !vocabulary.to_approve(None).is_empty()
}

/// Is a line that begins with the bot's name addressed to it?
pub fn is_meant(call: Call, text: &str, vocabulary: &dyn Vocabulary) -> bool {
    match (call, parse(text, vocabulary)) {
        (Call::Prefix, _) => true,
        (Call::Name, Err(ParseError::UnknownVerb { .. })) => false,
        // `rfrbot: next time we should do better` is a sentence that begins with a verb.
        (Call::Name, Err(ParseError::TooMuch { .. })) => !is_a_sentence(text, vocabulary),
        (Call::Name, Err(ParseError::UnknownRfr { suggestions, .. })) => {
            !suggestions.is_empty() || !is_a_sentence(text, vocabulary)
        }
        (Call::Name, _) => true,
        // Whoever speaks of the bot begins with its name, too.
        (
            Call::BareName,
            Ok(Command::Change {
                which: Which::Omitted { .. },
                ..
            }),
        ) => {
            table::find(text).is_none_or(|(verb, rest)| rest.trim().is_empty() || !verb.row.usage.ends_with("TEXT…"))
                && !matches!(table::find(text), Some((verb, _)) if verb.row.verb == "ask")
        }
        // A sentence about the bot never ends anything.
        (Call::BareName, Ok(_)) => !spoken::ends_something(text),
        (Call::BareName, Err(ParseError::Offered(_) | ParseError::Approval(_))) => true,
        (Call::BareName, Err(ParseError::UnknownVerb { .. })) => false,
        (Call::BareName, Err(_)) => names_one(text, vocabulary).is_some(),
    }
}

/// Is it longer than a command with one argument, and names no RFR?
fn is_a_sentence(text: &str, vocabulary: &dyn Vocabulary) -> bool {
    text.split_whitespace().nth(2).is_some() && names_one(text, vocabulary).is_none()
}

/// Are these words of talk that would be kept with an RFR which they do not name: `ask me later`?
pub fn is_loose(text: &str, vocabulary: &dyn Vocabulary) -> bool {
    let Some((verb, rest)) = table::find(text) else {
        return false;
    };
    let usage = verb.row.usage;
    let takes_words = usage.starts_with("RFR TEXT…") || usage.starts_with("RFR QUESTION…");
    takes_words
        && !rest.contains(" -- ")
        && matches!(
            parse(text, vocabulary),
            Ok(Command::Change {
                which: Which::Omitted { .. },
                ..
            })
        )
}

/// The word by which a line names an RFR.
pub fn names_one<'a>(text: &'a str, vocabulary: &dyn Vocabulary) -> Option<&'a str> {
    const LOOKED_AT: usize = 3;
    let words = text.split_whitespace().take(LOOKED_AT).map(reader::bare);
    words.into_iter().find(|word| vocabulary.rfr(word).is_some())
}

fn read(text: &str, vocabulary: &dyn Vocabulary) -> Result<Command, ParseError> {
    let Some((verb, rest)) = table::find(text) else {
        return fallback(text, vocabulary);
    };
    let row = &verb.row;
    if let Some(word) = placeholder(row, rest) {
        return Err(ParseError::Placeholder { row, word });
    }
    // What stands behind `--` is a text.
    let spread = matches!(row.verb, "schedule" | "away" | "freeze add").then(|| match rest.split_once(" -- ") {
        Some((days, text)) => format!("{} -- {text}", date::spread(days)),
        None => date::spread(rest),
    });
    let rest = spread.as_deref().unwrap_or(rest);
    let mut reader = Reader::new(row, rest, vocabulary);
    let command = (verb.read)(&mut reader)?;
    reader.end()?;
    Ok(command)
}

/// What is wrong with a line, and the mended lines, as far as they could be carried out.
fn mended(mut error: ParseError, line: &str, vocabulary: &dyn Vocabulary) -> ParseError {
    if let ParseError::UnknownVerb { word, lines } = &mut error {
        *lines = with_another_verb(line, word, vocabulary);
    } else if let Some((word, likely, lines)) = error.slip() {
        let mended = likely.iter().filter_map(|other| instead_of(line, &word, other));
        *lines = mended.filter(|line| read(line, vocabulary).is_ok()).collect();
    }
    error
}

/// The line with one word replaced.
fn instead_of(line: &str, word: &str, other: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.iter().position(|typed| reader::bare(typed) == word)?;
    Some([&words[..at], &[other], &words[at + 1..]].concat().join(" "))
}

fn with_another_verb(line: &str, word: &str, vocabulary: &dyn Vocabulary) -> Vec<String> {
    let likely = verbs_like(word, vocabulary);
    let mended = likely.iter().filter_map(|verb| instead_of(line, word, verb));
    let can_be_read = |line: &String| match understand(line, vocabulary) {
        Said::Line(line) => read(&line, vocabulary).is_ok(),
        Said::Offered(_) | Said::Approval(_) | Said::Friendly(_) => true,
    };
    let whole: Vec<String> = mended.filter(can_be_read).collect();
    if whole.is_empty() { likely } else { whole }
}

/// The word of the usage that stands where a real one should: `people badges add NAME`, `answer badges 1 ANSWER…`. In a
/// longer text such a word may be meant.
fn placeholder(row: &'static VerbRow, rest: &str) -> Option<&'static str> {
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

/// Does a line leave words to be filled in?
pub fn is_form(line: &str) -> bool {
    let is_slot = |word: &str| word.len() > 1 && word.bytes().all(|c| c.is_ascii_uppercase());
    line.contains(['…', '|', '[']) || line.split_whitespace().any(is_slot)
}

/// A line that is offered, with some words where it leaves them to be filled in.
pub fn filled_in(line: &str) -> String {
    let words = line.split(' ').map(|word| match word {
        "WHY" => "because",
        "DATE" => "tomorrow",
        "PHASE" => Phase::PreSponsorship.name(),
        word if word.ends_with('…') => "because",
        word => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The words as they may be logged: a code is a secret while it is valid.
pub fn for_the_log(text: &str) -> &str {
    match table::find(text) {
        Some((verb, rest)) if verb.row.verb == "link" && rest.split_whitespace().count() == 1 => "link …",
        Some(_) | None => text,
    }
}

/// The verb that begins the words, where arguments follow it: who may use it can be asked before they are read.
pub fn verb_with_arguments(text: &str) -> Option<&'static VerbRow> {
    let (verb, rest) = table::find(text)?;
    (!rest.trim().is_empty()).then_some(&verb.row)
}

/// Does a verb begin the words?
pub fn begins_with_a_verb(text: &str) -> bool {
    table::find(text).is_some()
}

/// The verbs, each by its main form, or else the RFRs that look like a word.
fn verbs_like(word: &str, vocabulary: &dyn Vocabulary) -> Vec<String> {
    let mut verbs = Vec::new();
    for form in error::closest_verbs(word, rows().flat_map(VerbRow::words)) {
        let verb = row(&form).map_or(form, |row| row.verb.to_owned());
        if !verbs.contains(&verb) {
            verbs.push(verb);
        }
    }
    if verbs.is_empty() && !error::is_a_word(word) {
        let names = vocabulary.names();
        verbs = error::closest(word, names.iter().map(String::as_str));
    }
    verbs
}

/// Words without a verb: an empty line asks for help, an RFR's name alone for its status.
fn fallback(text: &str, vocabulary: &dyn Vocabulary) -> Result<Command, ParseError> {
    let mut words = text.split_whitespace();
    let Some(first) = words.next() else {
        return Ok(Command::Query(Query::Help(None)));
    };
    let id = vocabulary.rfr(first).or_else(|| vocabulary.rfr(reader::bare(first)));
    let word = match (id, words.next()) {
        (Some(id), None) => return Ok(Command::Query(Query::Status(Which::Named(id)))),
        (Some(first), Some(_)) => match several(text, vocabulary) {
            Some(ids) if ids.len() == 1 => return Ok(Command::Query(Query::Status(Which::Named(first)))),
            Some(ids) => return Ok(Command::Query(Query::Several(ids))),
            None => text.split_whitespace().nth(1).unwrap_or(first_word(text)),
        },
        (None, _) => first,
    };
    Err(ParseError::UnknownVerb {
        word: reader::bare(word).to_owned(),
        lines: Vec::new(),
    })
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// The RFRs that a text names, each once, where it says nothing else.
fn several(text: &str, vocabulary: &dyn Vocabulary) -> Option<Vec<RfrId>> {
    let mut ids = Vec::new();
    let words = text.split([',', ' ']).map(reader::bare);
    // With `and` between them, and one over.
    if words.clone().nth(2 * MOST_SHOWN).is_some() {
        return None;
    }
    for word in words.filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("and") && *word != "&") {
        let id = vocabulary.rfr(word)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    (!ids.is_empty() && ids.len() <= MOST_SHOWN).then_some(ids)
}
