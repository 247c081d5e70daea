//! What chat is told about mails: those by others, and the bot's own that were not sent.

use super::Wording;
use super::phrases::{cut, since};
use crate::rfr::Rfr;
use crate::sop::{Edition, OwedMail};
use crate::text::{Message, Paragraph, count};
use chrono::{DateTime, Utc};

/// How much of a subject, a question and a server's words a line repeats.
const LONGEST_SUBJECT: usize = 80;
const LONGEST_QUESTION: usize = 100;
const LONGEST_WHY: usize = 200;

/// What is true of every mail where there is no list.
const NO_LIST: &str = "I mail nothing: the config names no mailing list. ";

/// A mail in the thread of an RFR, as it is announced.
pub struct Arrived<'a> {
    /// The RFR's name.
    pub name: &'a str,
    /// The author, as the mail says.
    pub author: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// Where the archive shows it.
    pub url: Option<&'a str>,
    /// Questions that it offers, by number.
    pub offers: Vec<(u32, &'a str)>,
    /// Questions that it opened, by number.
    pub opened: Vec<u32>,
    /// Questions that it answered.
    pub answered: Vec<u32>,
    /// Answers that did not count, why not, and their words.
    pub refused: Vec<(u32, Unanswered, &'a str)>,
    /// Open questions whose number stands before what may be another question or the answer, and whether its author
    /// may answer by mail.
    pub unclear: Vec<(u32, bool)>,
    /// It answers something, and does not say which question.
    pub unnumbered: bool,
    /// The sign-off of the phase that is called so no longer counts because of it.
    pub outdated: Option<&'static str>,
    /// It was too large to be read.
    pub too_large: bool,
    /// Why it is not the discussion that the SOP still wants.
    pub no_discussion: Option<NoDiscussion>,
    /// With it, the discussion that the SOP wants is there.
    pub meets_discussion: bool,
}

/// Why a mail is not the discussion that the SOP wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDiscussion {
    /// Nobody else has written yet.
    Alone,
    /// Others have, but no address of theirs is known.
    Strangers,
    /// Nothing proves that the list sent it.
    Unproven,
}

/// Why an answer by mail does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unanswered {
    /// Nobody has that address.
    Stranger,
    /// There is no such open question.
    NotOpen,
    /// It says that nothing is decided or known.
    Undecided,
    /// A rule forbids it as things stand; chat says which.
    NotNow,
    /// The question is one that only those involved decide, and a mail does not show who that is.
    NeedsProof,
}

/// A mail of the bot that has not gone out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsent {
    /// Its subject, with the RFR's name.
    pub subject: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// What became of it.
    pub state: UnsentState,
}

/// What became of a mail that has not gone out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnsentState {
    /// It waits.
    Waiting,
    /// It could not be sent yet.
    Delayed {
        /// How often it was tried since the start.
        attempts: u32,
        /// The server's words.
        why: String,
        /// When it is tried again.
        again: DateTime<Utc>,
    },
    /// It was refused for good.
    Refused {
        /// The server's words.
        why: String,
    },
}

/// Would these words mean somebody else where somebody else says them?
fn speaks_of_its_author(words: &str) -> bool {
    const OWN: [&str; 9] = ["i", "me", "myself", "my", "mine", "we", "us", "you", "your"];
    let words = words.split(|c: char| !c.is_alphanumeric());
    words
        .into_iter()
        .any(|word| OWN.iter().any(|own| own.eq_ignore_ascii_case(word)))
}

impl Wording {
    /// Somebody wrote to the list about an RFR: one line.
    pub fn arrived(&self, mail: &Arrived<'_>) -> Paragraph {
        let line = Paragraph::new()
            .strong(mail.name)
            .text(": mail on the list from ")
            .person(mail.author)
            .text(format!(" (unproven): “{}”", cut(mail.subject, LONGEST_SUBJECT)));
        let line = match mail.url {
            Some(url) => line.text(" ").link(url),
            None => line,
        };
        let mut line = line;
        for (number, text) in &mail.offers {
            line = line
                .text(format!("; it asks “{}”: ", cut(text, LONGEST_QUESTION)))
                .code(self.type_this(&format!("ask {} from {number}", mail.name)))
                .text(" takes that as a question");
        }
        for number in &mail.opened {
            line = line.text(format!("; question {number} is open by it"));
        }
        for number in &mail.answered {
            line = line.text(format!("; it answers question {number}"));
        }
        for (number, why, words) in &mail.refused {
            line = line.text(match why {
                Unanswered::Stranger => {
                    format!(
                        "; its answer to question {number} is not recorded, because I know nobody of that address: "
                    )
                }
                Unanswered::Undecided => {
                    format!("; it says of question {number} that nothing is decided, so that stays open: ")
                }
                Unanswered::NotOpen => {
                    format!("; it answers question {number}, which is not open. Open ones: ")
                }
                Unanswered::NotNow => {
                    format!("; its answer to question {number} could not be recorded; why, chat says: ")
                }
                Unanswered::NeedsProof => {
                    format!(
                        "; its answer to question {number} is not recorded by itself: the SOP asks it, so the answer is a \
                         decision, and a mail proves nobody. In chat: "
                    )
                }
            });
            let words = Some(*words).filter(|words| words.len() <= LONGEST_QUESTION && !speaks_of_its_author(words));
            line = line.code(match why {
                Unanswered::NotOpen | Unanswered::Undecided => self.type_this(&format!("questions {}", mail.name)),
                Unanswered::Stranger | Unanswered::NotNow | Unanswered::NeedsProof => {
                    self.type_this(&format!("answer {} {number} {}", mail.name, words.unwrap_or("…")))
                }
            });
        }
        for (number, counts) in &mail.unclear {
            line = line.text(format!(
                "; its line “Question {number}: …” may ask something new or answer question {number}, which is open, so \
                 nothing of it is recorded: "
            ));
            line = if *counts {
                line.text(format!("a line “Answer {number}: …” answers, "))
            } else {
                line.code(self.type_this(&format!("answer {} {number} …", mail.name)))
                    .text(" answers, a line ")
            };
            line = line.text("“Question: …” asks");
        }
        if mail.unnumbered {
            line = line
                .text("; it answers without saying which question, so nothing of that is recorded: a line “Answer NUMBER: …” would be, and ")
                .code(self.type_this(&format!("questions {}", mail.name)))
                .text(" shows the numbers");
        }
        if mail.too_large {
            line = line.text("; it is larger than 1 MiB, so I did not read what it asks and answers");
        }
        let why = mail.no_discussion.map(|why| match why {
            NoDiscussion::Alone => "; one person's mails are no discussion yet; a second person's make it one if I know an address of either, or ",
            NoDiscussion::Strangers => {
                "; it makes no discussion yet, because I know no address of those who wrote; a mail of somebody whom the \
                 config knows by address makes one, or "
            }
            NoDiscussion::Unproven => {
                "; it does not count as discussion, as nothing proves that the list sent it; if it did: "
            }
        });
        if let Some(why) = why {
            line =
                line.text(why)
                    .code(self.type_this(&format!("discussed {} {}", mail.name, mail.url.unwrap_or("URL"))));
        }
        if mail.meets_discussion {
            line = line.text("; with it, the discussion on the list is met");
        }
        let line = match &mail.outdated {
            Some(phase) => line.text(format!("; the {phase} sign-off no longer counts")),
            None => line,
        };
        line.full_stop()
    }

    /// More mails came than are told by a line each.
    pub fn more_arrived(&self, number: usize, names: &[String]) -> Paragraph {
        let mut line = Paragraph::new().text(format!(
            "And {} on the list about {}: ",
            count(number, "more mail", "more mails"),
            names.join(", ")
        ));
        if let Some(first) = names.first() {
            line = line.code(self.type_this(&format!("history {first}")));
        }
        line.text(" shows them.")
    }

    /// A mail was refused for good.
    pub fn mail_refused(&self, subject: &str, why: &str) -> Paragraph {
        Paragraph::new()
            .text(format!(
                "The mail “{}” did not go out, and will not be tried again: {}",
                cut(subject, LONGEST_SUBJECT),
                cut(why, LONGEST_WHY)
            ))
            .full_stop()
    }

    /// The mails that have not gone out.
    pub fn mails(&self, unsent: &[Unsent], has_list: bool, now: DateTime<Utc>) -> Message {
        if unsent.is_empty() {
            let line = Paragraph::new();
            let line = if has_list {
                line.text("Every mail to the list has gone out.")
            } else {
                line.text(NO_LIST).text("The operator adds [mail] to my config.")
            };
            return line.into();
        }
        let refused = |mail: &&Unsent| matches!(mail.state, UnsentState::Refused { .. });
        let lost = unsent.iter().filter(refused).count();
        let waiting = unsent.len() - lost;
        let lost = match lost {
            0 => String::new(),
            lost => format!("; {lost} refused for good"),
        };
        let mut message = Message::line(Paragraph::new().text(format!(
            "{} to the list {} owed{lost}.",
            count(waiting, "mail", "mails"),
            if waiting == 1 { "is" } else { "are" }
        )));
        for mail in unsent {
            let line = Paragraph::new().text(format!(
                "“{}”, written {}: ",
                cut(&mail.subject, LONGEST_SUBJECT),
                since(mail.at, now)
            ));
            message.push(
                match &mail.state {
                    UnsentState::Waiting => line.text("waits for the server"),
                    UnsentState::Delayed { attempts, why, again } => line.text(format!(
                        "delayed after {}, again at {} UTC: {}",
                        count(usize::try_from(*attempts).unwrap_or(usize::MAX), "try", "tries"),
                        again.format("%Y-%m-%d %H:%M"),
                        cut(why, LONGEST_WHY)
                    )),
                    UnsentState::Refused { why } => line.text(format!("refused for good: {}", cut(why, LONGEST_WHY))),
                }
                .full_stop(),
            );
        }
        message
    }

    /// What is said in private is no discussion of the team.
    pub fn here_is_private(&self, name: &str) -> Paragraph {
        let command = self.type_this(&format!("discussed {name} here"));
        Paragraph::new()
            .strong(name.to_owned())
            .text(": this is private, and the SOP asks for a discussion of the team. In the room where it took place: ")
            .code(command)
            .text(".")
    }

    /// The config names no mailing list.
    pub fn no_list(&self, rfr: Option<&Rfr>) -> Paragraph {
        let line = Paragraph::new().text(NO_LIST);
        let edition = rfr.map_or(Edition::classic(), |rfr| rfr.edition);
        let line = match edition.owed(|mail| mail == OwedMail::Report) {
            Some(row) => line
                .text("Say that a mail went out with ")
                .code(self.type_this(&format!("done RFR {} URL", row.id))),
            None => line
                .text("To record the report all the same: ")
                .code(self.type_this("note RFR TEXT…")),
        };
        line.text("; the operator adds [mail] to my config.")
    }
}
