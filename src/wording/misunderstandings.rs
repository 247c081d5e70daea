//! Commands that cannot be read, or that do not say which RFR they mean.

use super::Wording;
use super::phrases::{cut, joined};
use crate::command::ParseError;
use crate::command::date::DateError;
use crate::command::snooze::SnoozeError;
use crate::people::Account;
use crate::record::Trouble;
use crate::rfr::Rfr;
use crate::sop::Phase;
use crate::text::{Message, Paragraph};
use chrono::NaiveDate;

/// How much of a word that was not understood is repeated.
const LONGEST_ECHO: usize = 40;

fn echo(word: &str) -> String {
    format!("“{}”", cut(word, LONGEST_ECHO))
}

impl Wording {
    /// A command that cannot be read; `known` are the names of the open RFRs.
    pub fn misunderstood(&self, error: &ParseError, known: &[String]) -> Message {
        let line = Paragraph::new();
        let line = match error {
            ParseError::Offered(lines) => line
                .text("Nothing was done. Do you mean ")
                .then(self.choice(lines))
                .text("? Type that line"),
            ParseError::Approval(lines) if lines.is_empty() => line
                .text("Nothing was signed, and there is nothing for you to sign at this moment; what waits for you: ")
                .code(self.type_this("todo")),
            ParseError::Approval(lines) => line
                .text("Nothing was signed: a signature is typed in full. ")
                .then(self.choice(lines)),
            ParseError::UnknownAccount { word, lines, confirmed } => {
                let line = line.text(format!("I know nobody called {}. ", echo(word)));
                let line = if lines.is_empty() { line } else { line.then(self.did_you_mean(lines)).text(" ") };
                line.text("If the name is right: ").code(self.type_this(confirmed))
            }
            ParseError::RoleIsEarned { role, line: None } => line.text(format!(
                "{} is no role that somebody is recorded in: roles say who maintains, deploys or develops it",
                echo(role)
            )),
            ParseError::RoleIsEarned { role, line: Some(sponsor) } => line
                .text(format!("{} is no role that somebody is recorded in: a sponsor is asked and accepts: ", echo(role)))
                .code(self.type_this(sponsor)),
            ParseError::UnknownVerb { word, lines } if lines.is_empty() => line
                .text(format!("I know no command {}. ", echo(word)))
                .code(self.type_this("help"))
                .text(" lists them"),
            ParseError::UnknownVerb { word, lines } => line
                .text(format!("I know no command {}. ", echo(word)))
                .then(self.did_you_mean(lines))
                .text(" All of them: ")
                .code(self.type_this("help")),
            ParseError::Missing { row, argument: "SIDE" } => line
                .text(format!("“{}” needs SIDE, which is capacity, updates or security; ", row.verb))
                .then(self.usage_of(row)),
            ParseError::Missing { row, argument: "ITEM" } => line
                .text(format!("“{}” needs ITEM; ", row.verb))
                .then(self.usage_of(row))
                .text("; what is open: ")
                .code(self.type_this("next RFR")),
            ParseError::Missing { row, argument } => {
                line.text(format!("“{}” needs {argument}; ", row.verb)).then(self.usage_of(row))
            }
            ParseError::Placeholder { row, word } => line
                .text(format!("“{}” was not done: {word} stands for the real word; ", row.verb))
                .then(self.usage_of(row)),
            ParseError::TooMuch { row, extra } => line
                .text(format!("“{}” takes no {}; ", row.verb, echo(extra)))
                .then(self.usage_of(row)),
            ParseError::NoGuess { row, word, another: None, .. } if known.is_empty() => line
                .text(format!("“{}” was not done: {} names no RFR that I know, and none is open; ended ones too: ", row.verb, echo(word)))
                .code(self.type_this("list all")),
            ParseError::NoGuess { row, word, named, another, here } => {
                let line = line.text(format!("“{}” was not done: ", row.verb));
                let line = match another {
                    Some(name) => line.text(format!("do you mean {name}? Then the name comes first: ")),
                    None => line.text(format!("{} names no RFR that I know, and I do not guess which one you mean. With its name: ", echo(word))),
                };
                let line = line.code(self.type_this(named));
                line.text("; for the one that is meant here: ").code(self.type_this(here))
            }
            ParseError::NoteWithoutDashes { row, plain, with_note, note } => line
                .text(format!("“{}” was not done: a note stands behind “--”. Without the note: ", row.verb))
                .code(self.type_this(plain))
                .text(format!("; with the note {}: ", echo(note)))
                .code(self.type_this(with_note)),
            ParseError::UnknownRfr { word, suggestions, lines } => {
                let line = line.text(format!("I know no RFR {}. ", echo(word)));
                let line = if !lines.is_empty() {
                    line.then(self.did_you_mean(lines)).text(" ")
                } else if suggestions.is_empty() {
                    line
                } else {
                    line.text(format!("Did you mean {}? ", suggestions.join(" or ")))
                };
                let line = match known {
                    [] => line.text("None is open"),
                    [only] => line.text(format!("Only {only} is open")),
                    several => line.text(format!("Open are {}", some_names(several))),
                };
                line.text("; ended ones too: ").code(self.type_this("list all"))
            }
            ParseError::NameIt { row, word } => {
                let line = match word {
                    Some(word) => line.text(format!("{} names no RFR, and ", echo(word))),
                    None => line,
                };
                line.text(format!("“{}” is not easily taken back, so name the RFR: ", row.verb))
                    .then(self.usage_of(row))
            }
            ParseError::ReservedName { word, example } => line
                .text(format!("{} means something else in commands, so no RFR can have that name. For example: ", echo(word)))
                .code(self.type_this(example)),
            ParseError::UnknownPhase { word, lines, known, .. } if !lines.is_empty() => line
                .text(format!("{} is no phase. ", echo(word)))
                .then(self.did_you_mean(lines))
                .text(format!(" The phases are {}", known.join(", "))),
            ParseError::UnknownPhase { word, suggestion, known, .. } => {
                let line = line.text(format!("{} is no phase", echo(word)));
                let line = match suggestion {
                    Some(phase) => line.text(format!("; did you mean {phase}? The phases are ")),
                    None => line.text("; the phases are "),
                };
                line.text(known.join(", "))
            }
            ParseError::UnknownItem { word, suggestions, lines } => {
                let line = line.text(format!("{} is no item of the SOP. ", echo(word)));
                let line = if !lines.is_empty() {
                    line.then(self.did_you_mean(lines)).text(" ")
                } else if suggestions.is_empty() {
                    line
                } else {
                    line.text(format!("Did you mean {}? ", suggestions.join(" or ")))
                };
                line.code(self.type_this("next RFR")).text(" lists the items of its phase")
            }
            ParseError::UnknownTopic { word, known } => line
                .text(if word.is_empty() {
                    "“decide” needs one of".to_owned()
                } else {
                    format!("{} is none of", echo(word))
                })
                .text(format!(
                    " the decisions that the SOP asks for ({}). For example: ",
                    known.iter().map(|topic| topic.name()).collect::<Vec<_>>().join(", ")
                ))
                .code(self.type_this(&format!(
                    "decide RFR {} none needed",
                    known.first().map_or("TOPIC", |topic| topic.name())
                ))),
            ParseError::UnknownWord { word, lines, .. } if !lines.is_empty() => {
                line.text(format!("{} is not understood here. ", echo(word))).then(self.did_you_mean(lines))
            }
            ParseError::UnknownWord { row, word, expected, .. } => line
                .text(format!(
                    "{} is none of {}{}; ",
                    echo(word),
                    expected.join(", "),
                    if row.usage.contains("|NAME|") { ", and nobody whom I know" } else { "" }
                ))
                .then(self.usage_of(row)),
            ParseError::BadUrl(word) if word.contains("://") => line.text(format!(
                "{} is no web address that I take; behind https:// or http:// stands a host's name in ASCII (xn--… for \
                 other letters), without a user and without brackets",
                echo(word)
            )),
            ParseError::BadUrl(word) => line.text(format!("{} is no web address; one begins with https://", echo(word))),
            ParseError::InPlaceOf { name, line: stands_in } => line
                .text(format!(
                    "Nothing was recorded: an absence is your own, and nobody is away in the place of somebody. If {name} stands in for you: "
                ))
                .code(self.type_this(stands_in)),
            ParseError::NoDiscussion { url, link } => line
                .text(format!(
                    "{} is no discussion: the address of one is in the archive of the list, or a log of chat. Any other address: ",
                    echo(url)
                ))
                .code(self.type_this(link)),
            ParseError::BadTicket { word, no_base: true } => line.text(format!(
                "I cannot make an address of ticket {}, because my config names no tracker ([tickets] base); give its \
                 address, https://…",
                cut(word, LONGEST_ECHO)
            )),
            ParseError::BadTicket { word, no_base: false } => line.text(format!(
                "{} is no ticket; give its number (4321 or #4321) or its address (https://…)",
                echo(word)
            )),
            ParseError::BadNumber(word) => line
                .text(format!("{} is no question's number; ", echo(word)))
                .code(self.type_this("questions RFR"))
                .text(" lists them"),
            ParseError::BadAccount(word) if Account::new(word.trim_start_matches('@')).is_nobody() => line.text(format!(
                "{} is nobody's account: the bot itself, or what no person does, is called so",
                echo(word)
            )),
            ParseError::BadAccount(word) if Account::from_word(word).is_some() => line.text(format!(
                "{} is nobody's account; only names stand there, and a role behind “as”",
                echo(word)
            )),
            ParseError::BadAccount(word) if word.contains(':') => line.text(format!(
                "I know nobody with the Matrix id {}; name them by their Fedora account",
                echo(word)
            )),
            ParseError::BadAccount(word) => line.text(format!(
                "{} cannot be a Fedora account's name, which has letters, digits, hyphens, dots and underscores only",
                echo(word)
            )),
            ParseError::NameOrPerson { word, rfr, person } => line
                .text(format!("{} is an RFR and a person. To sponsor the RFR: ", echo(word)))
                .code(self.type_this(rfr))
                .text("; to ask the person: ")
                .code(self.type_this(person)),
            ParseError::TooManyNames(most) => {
                line.text(format!("I take at most {most} names at once; give the others in a second command"))
            }
            ParseError::BadDate { error, before, behind } => {
                bad_date(error, |iso| {
                    Paragraph::new().code(self.type_this(format!("{before} {iso} {behind}").trim()))
                })
            }
            ParseError::BadSnooze(error) => self.bad_snooze(error),
            ParseError::BadSince(DateError::Unknown(words)) => {
                let ways = ["since yesterday", "since 90 minutes", "since 2 weeks"];
                line.text(format!("{} is no day and no time back that I know; for example: ", echo(words)))
                    .then(self.choice(&ways.map(str::to_owned)))
            }
            ParseError::BadDay(error) | ParseError::BadSince(error) => bad_date(error, |iso| Paragraph::new().text(iso.to_string())),
            ParseError::DaysBackwards { from, to } => Paragraph::new().text(format!(
                "{to} comes before {from}; first the first day, then the last one."
            )),
            ParseError::TooLong {
                argument,
                limit,
                length,
            } => line.text(format!(
                "{argument} has {length} characters, and I keep at most {limit}; say it shorter and leave the rest to the ticket"
            )),
        };
        line.full_stop().into()
    }

    fn did_you_mean(&self, lines: &[String]) -> Paragraph {
        Paragraph::new()
            .text("Did you mean ")
            .then(self.choice(lines))
            .text("?")
    }

    /// Lines of which somebody may type one.
    fn choice(&self, lines: &[String]) -> Paragraph {
        let commands = lines.iter().map(|line| Paragraph::new().code(self.type_this(line)));
        joined(commands.collect(), " or ")
    }

    /// Nothing of a phase is left to tick.
    pub fn nothing_to_tick(&self, rfr: &Rfr) -> Paragraph {
        Paragraph::new()
            .strong(rfr.name.clone())
            .text(": no other item of its phase is open that you may tick: ")
            .code(self.type_this(&format!("next {}", rfr.name)))
            .text(".")
    }

    /// Every item was done already.
    pub fn all_ticked(&self, rfr: &Rfr, items: &[String]) -> Paragraph {
        let line = Paragraph::new().strong(rfr.name.clone());
        line.text(format!(": {} were done already; nothing changed.", items.join(", ")))
    }

    /// Somebody accepts or declines who was not asked.
    pub fn not_asked_at_all(&self) -> Message {
        Paragraph::new()
            .text("Nobody asked you to sponsor anything; nothing changed. What waits for you: ")
            .code(self.type_this("todo"))
            .text(".")
            .into()
    }

    /// Nothing says which RFR is meant; `word` stood where its name would stand.
    pub fn which_one(&self, word: Option<&str>, candidates: &[&Rfr], known: &[String]) -> Message {
        if !candidates.is_empty() {
            let names: Vec<&str> = candidates.iter().map(|rfr| rfr.name.as_str()).collect();
            let line = format!(
                "Which RFR? It could be {}, so name it; until then nothing is done.",
                names.join(" or ")
            );
            return Paragraph::new().text(line).into();
        }
        if let Some(word) = word {
            let unknown = ParseError::UnknownRfr {
                word: word.to_owned(),
                suggestions: Vec::new(),
                lines: Vec::new(),
            };
            return self.misunderstood(&unknown, known);
        }
        Paragraph::new()
            .text("Which RFR? Name it, or let this place talk about one: ")
            .code(self.type_this("focus RFR"))
            .text(". The open ones: ")
            .code(self.type_this("status"))
            .text(".")
            .into()
    }

    /// No RFR is named, and the note of a sign-off is about another than the one that is meant.
    pub fn note_names_another(&self, meant: &str, phase: &str, other: &str, note: &str) -> Paragraph {
        Paragraph::new()
            .text(format!(
                "“signoff” was not done: the note names {other}, and what would be signed here is {meant}. For {other}: "
            ))
            .code(self.type_this(&format!("signoff {phase} {other}")))
            .text(format!("; for {meant}: "))
            .code(self.type_this(&format!("signoff {phase} {meant} -- {}", cut(note, LONGEST_ECHO))))
            .text(".")
    }

    /// Somebody signs off a phase without naming the RFR, and sponsors none that is there.
    pub fn nothing_to_sign(&self, phase: Phase, sponsored: &[&Rfr]) -> Message {
        let line = match sponsored {
            [] => Paragraph::new()
                .text("You sponsor no open RFR, so there is nothing for you to sign off. Where they stand: "),
            several => {
                let where_they_are: Vec<String> = several
                    .iter()
                    .map(|rfr| format!("{} is in {}", rfr.name, rfr.called(rfr.phase)))
                    .collect();
                Paragraph::new().text(format!(
                    "None of the RFRs that you sponsor is in {}: {}. Where they stand: ",
                    several.first().map_or(phase.name(), |rfr| rfr.called(phase)),
                    where_they_are.join(", ")
                ))
            }
        };
        line.code(self.type_this("status")).text(".").into()
    }

    /// The store could not be read or written; the log has the details. In a room it is said once, until a change is
    /// kept again.
    pub fn out_of_order(&self, trouble: Trouble) -> Message {
        Paragraph::new()
            .text(match trouble {
                Trouble::DiskFull => {
                    "My disk is full, so nothing of this was stored, and no change will be until there is room. The operator \
                     was told. Say it again once there is room; I do not repeat this here before."
                }
                Trouble::DiskReadOnly => {
                    "My disk is read-only, so nothing of this was stored, and no change will be until it can be written. The \
                     operator was told. Say it again then; I do not repeat this here before."
                }
                Trouble::InDoubt => {
                    "My disk failed in the middle of this, so I stop, and only my next start tells whether it was stored. The \
                     operator was told. When I am back, look at the status before you say it again."
                }
                Trouble::Other => {
                    "I could not read or write my records, so nothing of this was stored. The operator was told, and the log \
                     says why. Say it again in a minute."
                }
            })
            .into()
    }
}

/// At most ten names, then how many more.
fn some_names(names: &[String]) -> String {
    const MOST: usize = 10;
    if names.len() <= MOST {
        return names.join(", ");
    }
    format!("{} and {} more", names[..MOST].join(", "), names.len() - MOST)
}

/// A word that is no plain day; `typed` is what somebody could type for a day.
impl Wording {
    fn bad_snooze(&self, error: &SnoozeError) -> Paragraph {
        let line = Paragraph::new();
        let forms = "; “2 weeks”, “until friday” and a date such as 2026-12-03 are";
        match error {
            SnoozeError::Missing => line.text(format!(
                "For how long? Times are typed like this{}",
                forms.trim_end_matches(" are")
            )),
            SnoozeError::Unknown(words) => line.text(format!("{} is no time that I know{forms}", echo(words))),
            SnoozeError::Date(error) => bad_date(error, |iso| Paragraph::new().text(iso.to_string())),
            SnoozeError::Past(day) => line.text(format!("{day} is not after today; give a later day")),
            SnoozeError::TooLong(day) => line
                .text(format!("{day} is more than a year ahead; snooze for less, or "))
                .code(self.type_this("mute RFR REASON…")),
        }
    }
}

fn bad_date(error: &DateError, shown: impl Fn(NaiveDate) -> Paragraph) -> Paragraph {
    let line = Paragraph::new();
    match error {
        DateError::Ambiguous { word, readings } => line
            .text(format!(
                "{} can be read in two ways. Day first: ",
                cut(word, LONGEST_ECHO)
            ))
            .then(shown(readings[0]))
            .text("; month first: ")
            .then(shown(readings[1])),
        DateError::Unclear { words, readings } if readings.is_empty() => line.text(format!(
            "{} does not say one day; dates look like 2026-12-03",
            echo(words)
        )),
        DateError::Unclear { words, readings } => {
            let days = readings.iter().map(|day| shown(*day)).collect();
            line.text(format!(
                "{} does not say one day. The days that may be meant: ",
                echo(words)
            ))
            .then(joined(days, " or "))
        }
        DateError::TooFar(day) => line.text(format!(
            "{day} is more than ten years ahead, which looks like a slip; dates look like 2026-12-03"
        )),
        DateError::NotIso { word, reading } => line
            .text(format!(
                "So that nobody reads {} differently, type ",
                cut(word, LONGEST_ECHO)
            ))
            .then(shown(*reading)),
        DateError::Ahead(day) => line.text(format!("{day} is ahead, and this looks back")),
        DateError::NoSuchDay(word) => line.text(format!(
            "{} is in no calendar; dates look like 2026-12-03",
            cut(word, LONGEST_ECHO)
        )),
        DateError::Unknown(word) => line.text(format!(
            "{} is no date; 2026-12-03, december 3rd, tomorrow, friday next week and in 2 weeks are",
            echo(word)
        )),
    }
}
