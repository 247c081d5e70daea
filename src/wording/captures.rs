//! What is said of words that were taken from elsewhere: by a 📌, a reply, or as somebody's last lines.

use super::Wording;
use super::phrases::{by_on, cut};
use crate::rfr::{Mark, Origin, Rfr, RfrEvent};
use crate::text::{Message, Paragraph, count};
use crate::wire::Unquotable;
use chrono::{DateTime, Duration, Utc};

/// How many characters of words that were taken their answer shows.
const SHOWN: usize = 80;

/// The lines of somebody that were taken together.
#[derive(Clone, Copy, Debug)]
pub struct LinesTaken {
    /// How many were asked for.
    pub asked: usize,
    /// How many there are.
    pub lines: usize,
    /// When the first was said.
    pub from: DateTime<Utc>,
    /// When the last was said.
    pub to: DateTime<Utc>,
}

/// `@vera:example.org on 2026-03-02 14:00`; calls nobody.
pub(super) fn said_by(author: &str, at: DateTime<Utc>) -> Paragraph {
    Paragraph::new()
        .person(author)
        .text(format!(" on {} UTC", at.format("%Y-%m-%d %H:%M")))
}

/// An event whose words were captured, in short: the speaker has them at hand.
pub(super) fn shortened(event: &RfrEvent) -> RfrEvent {
    let mut event = event.clone();
    if let RfrEvent::Noted { text }
    | RfrEvent::QuestionAsked { text, .. }
    | RfrEvent::QuestionAnswered { text, .. }
    | RfrEvent::TopicDecided { text, .. } = &mut event
    {
        *text = cut(text, SHOWN);
    }
    if let RfrEvent::Captured { link, .. } = &mut event {
        *link = None;
    }
    event
}

impl Wording {
    /// The words of a message cannot be taken; `command` is what would take them.
    pub fn cannot_take(&self, why: Unquotable, command: &str) -> Message {
        let line = Paragraph::new().text("Nothing was kept: ");
        let typed = |line: Paragraph| {
            line.text(" Type the words: ")
                .code(self.type_this(&format!("{command} …")))
                .text(".")
        };
        match why {
            Unquotable::Own => typed(line.text("those are my own words, and what I said stands in the history already.")),
            Unquotable::Private => typed(line.text(
                "what is said in private stays there, unless somebody types it.",
            )),
            Unquotable::Gone => typed(line.text("that message is not there any more.")),
            Unquotable::Wordless => typed(line.text("there are no words in that message.")),
            Unquotable::Unreadable => typed(line.text("I cannot read that message: I have no key for it.")),
            Unquotable::InTheClear => typed(line.text(
                "that message came without encryption into an encrypted room, and a server could have made it up.",
            )),
            Unquotable::ForgeablePin => line
                .text(
                    "reactions are never encrypted, and in an encrypted room a server could have made this 📌 up. Reply to \
                     the message with ",
                )
                .code(self.type_this(command))
                .text("; that keeps its words."),
            Unquotable::NoAnswer => typed(line.text("the server does not show me that message now.")),
        }
        .into()
    }

    /// A 📌 where nothing is talked about.
    pub fn pinned_for_which(&self, open: &[String]) -> Message {
        let line = Paragraph::new().text("Nothing was kept: for which RFR? Reply to the message with ");
        let Some(first) = open.first() else {
            return Paragraph::new()
                .text("Nothing was kept: there is no RFR. ")
                .code(self.type_this("help new"))
                .text(" says how one begins.")
                .into();
        };
        line.code(self.type_this(&format!("note {first}")))
            .text(" or the name of another, or let this place talk about one: ")
            .code(self.type_this(&format!("focus {first}")))
            .text(".")
            .into()
    }

    /// A message was kept for this RFR before.
    pub fn kept_already(&self, rfr: &Rfr, origin: &Origin) -> Message {
        let mark = Mark {
            by: origin.by.clone(),
            at: origin.at,
        };
        Paragraph::new()
            .strong(rfr.name.clone())
            .text(": that message was kept already ")
            .then(by_on(&mark))
            .text("; nothing changed.")
            .into()
    }

    /// A 📌 was taken away; `can_undo`: the note is the own last change.
    pub fn note_stays(&self, rfr: &Rfr, can_undo: bool) -> Message {
        let line = Paragraph::new().strong(rfr.name.clone());
        if can_undo {
            line.text(": the note stays without the 📌. To take it back: ")
                .code(self.type_this("undo"))
                .text(".")
        } else {
            line.text(": the note stays without the 📌, because more has happened since. To say more: ")
                .code(self.type_this(&format!("note {} …", rfr.name)))
                .text(".")
        }
        .into()
    }

    /// From when to when the lines were said that were taken, where that is more than the first one's minute; how many
    /// there were, where more were asked for; and what was cut.
    pub fn range_taken(&self, range: Option<&LinesTaken>, whole: usize, most: usize) -> Option<Paragraph> {
        let mut parts = Vec::new();
        if let Some(range) = range {
            let minute = |at: DateTime<Utc>| at.format("%H:%M").to_string();
            let (from, to) = (minute(range.from), minute(range.to));
            let lines = count(range.lines, "line", "lines");
            if range.lines < range.asked {
                parts.push(format!(
                    "of {} I remember {}",
                    count(range.asked, "line", "lines"),
                    range.lines
                ));
            }
            if range.lines > 1 && range.from.date_naive() == range.to.date_naive() && from != to {
                parts.push(format!("{lines}, said from {from} to {to} UTC"));
            }
        }
        if whole > most {
            parts.push(format!("{whole} characters, of which the first {most} are kept"));
        }
        (!parts.is_empty()).then(|| Paragraph::new().text(format!("Taken: {}.", parts.join("; "))))
    }

    /// The operator does not want lines to be remembered.
    pub fn nothing_is_remembered(&self, command: &str) -> Message {
        Paragraph::new()
            .text("Nothing was kept: here I do not remember what is said. Type the words: ")
            .code(self.type_this(&format!("{command} …")))
            .text(".")
            .into()
    }

    /// Nobody of that name said something lately.
    pub fn no_lines_of(&self, nick: &str, remembered: Duration, command: &str) -> Message {
        let minutes = usize::try_from(remembered.num_minutes()).unwrap_or_default();
        Paragraph::new()
            .text("Nothing was kept: I heard nothing from ")
            .person(cut(nick, SHOWN))
            .text(format!(
                " here in the last {}. On Matrix, reply to the message with ",
                count(minutes, "minute", "minutes")
            ))
            .code(self.type_this(command))
            .text("; or type the words: ")
            .code(self.type_this(&format!("{command} …")))
            .text(".")
            .into()
    }

    /// Are somebody's last lines meant, or these words?
    pub fn lines_or_words(&self, command: &str, nick: &str, words: &str) -> Message {
        Paragraph::new()
            .text("Nothing was kept. To keep what ")
            .person(cut(nick, SHOWN))
            .text(" said last, say how many lines: ")
            .code(self.type_this(&format!("{command} < {} 3", cut(nick, SHOWN))))
            .text("; to keep these words: ")
            .code(self.type_this(&format!("{command} -- < {words}")))
            .text(".")
            .into()
    }

    /// More lines are asked for than one command takes.
    pub fn so_many_lines(&self, most: usize, command: &str, nick: &str) -> Message {
        Paragraph::new()
            .text(format!("Nothing was kept: one command takes 1 to {most} lines: "))
            .code(self.type_this(&format!("{command} < {nick} {most}")))
            .text(".")
            .into()
    }
}
