//! Sentences about the bot itself: limits, reloading, its own problems.

use super::Wording;
use super::phrases::some_people;
use crate::people::Account;
use crate::rfr::{Daily, Rfr};
use crate::text::{Message, Paragraph};
use crate::wire::MAIL_NETWORK;
use std::collections::BTreeSet;

/// A reload's mistakes that are told in chat; all of them are in the log.
const MOST_MISTAKES: usize = 5;

impl Wording {
    /// Too many commands of one speaker.
    pub fn speaker_must_wait(&self) -> Message {
        Paragraph::new()
            .text("That is more than I can follow: I leave your commands alone for half a minute. Nothing of this one was done.")
            .into()
    }

    /// Too many commands in one place.
    pub fn place_must_wait(&self) -> Message {
        Paragraph::new()
            .text(
                "That is more than I can follow here: I leave commands in this place alone for half a minute. Nothing of \
                 this one was done; private messages still work.",
            )
            .into()
    }

    /// Somebody whom the bot does not know asked the same within a minute.
    pub fn answered_just_now(&self) -> Message {
        Paragraph::new()
            .text("I answered that less than a minute ago: please look above, or ask once more in a minute.")
            .into()
    }

    /// Too many of a kind in one day.
    pub fn enough_for_today(&self, what: Daily, most: u32) -> Message {
        let what = match what {
            Daily::Requests => "requests and new names",
            Daily::Questions => "questions",
            Daily::Notes => "notes and links",
            Daily::Changes => "changes",
        };
        Paragraph::new()
            .text(format!(
                "I take at most {most} {what} of one person in a day (UTC), so this one was not kept. Tomorrow again, or \
                 ask somebody else to add it."
            ))
            .into()
    }

    /// RFRs whose names mean something else in commands by now.
    pub fn names_read_otherwise(&self, names: &BTreeSet<String>) -> Message {
        let mut message = Message::default();
        for name in names {
            message.push(
                Paragraph::new()
                    .text("The name of the RFR ")
                    .strong(name.clone())
                    .text(" is somebody's account or a word of commands by now, which can be mistaken. Another name: ")
                    .code(self.type_this(&format!("rename {name} NAME")))
                    .text("."),
            );
        }
        message
    }

    /// A network was away for long: what was not said there, in one line.
    pub fn while_away(&self, count: usize, names: &[String]) -> Message {
        let what = if count == 1 { "one message" } else { "messages" };
        let line = Paragraph::new().text(if count == 1 {
            format!("While I was away: {what} that is old by now")
        } else {
            format!("While I was away: {count} {what} that are old by now")
        });
        let line = if names.is_empty() {
            line
        } else {
            line.text(format!(", about {}", up_to_five(names)))
        };
        line.text(". How things stand: ")
            .code(self.type_this(&match names {
                [name] => format!("history {name}"),
                _ => "status".to_owned(),
            }))
            .text(".")
            .into()
    }

    /// What was not announced of an RFR within its hour, in one line.
    pub fn announced_no_more(&self, rfr: &Rfr, more: usize) -> Message {
        let line = Paragraph::new().strong(rfr.name.clone()).text(if more == 1 {
            " had one more change that was not announced".to_owned()
        } else {
            format!(" had {more} more changes that were not announced")
        });
        let line = match &rfr.ended {
            Some(_) => line.text("; it has ended"),
            None => line.text(format!("; it is in {}", rfr.called(rfr.phase))),
        };
        let line = if rfr.hold.is_some() {
            line.text(", on hold")
        } else {
            line
        };
        line.text(". All of it: ")
            .code(self.type_this(&format!("history {}", rfr.name)))
            .text(".")
            .into()
    }

    /// The last line about an RFR for a while.
    pub fn no_more_announcements(&self, name: &str, most: u32) -> Message {
        Paragraph::new()
            .strong(name.to_owned())
            .text(format!(
                " had more than {most} announced changes within an hour: what comes next is kept, but not announced until it is \
                 quieter. All of it: "
            ))
            .code(self.type_this(&format!("history {name}")))
            .into()
    }

    /// Enough was mailed about an RFR today.
    pub fn enough_mails(&self, name: &str, most: u32) -> Paragraph {
        Paragraph::new()
            .strong(name.to_owned())
            .text(format!(
                ": I write at most {most} mails about one RFR in a day (UTC), so this one was not written. Tomorrow again, or by \
                 hand to the list."
            ))
    }

    /// Reading the config anew is for those who look after the bot.
    pub fn no_operator(&self, operators: &[Account]) -> Message {
        let line = Paragraph::new().text("Reading the config anew is for those who look after me");
        if operators.is_empty() {
            return line.text(": nobody is, by [admin] in the config.").into();
        }
        line.text(": ").then(some_people(operators, 5)).full_stop().into()
    }

    /// What came of reading the config anew.
    pub fn reloaded(&self, result: &Result<String, String>) -> Message {
        match result {
            Ok(said) => Paragraph::new().text(format!("I {said}.")).into(),
            Err(why) => {
                let mut message = Message::line(
                    Paragraph::new().text("The config was not taken over, and nothing has changed, because of this:"),
                );
                let lines: Vec<&str> = why.lines().collect();
                for line in lines.iter().take(MOST_MISTAKES) {
                    message.push(Paragraph::new().text((*line).to_owned()));
                }
                if lines.len() > MOST_MISTAKES {
                    message.push(Paragraph::new().text("All of it: `rfrbot check`."));
                }
                message
            }
        }
    }

    /// An adaptor panicked and was started again.
    pub fn adaptor_panicked(&self, network: &str) -> Message {
        let line = if network == MAIL_NETWORK {
            "the mailing list"
        } else {
            network
        };
        Paragraph::new()
            .text(format!(
                "My connection to {line} ended by a mistake in my own program; it is being made anew, and nothing is lost. \
                 The operator's log has the details, please report them."
            ))
            .into()
    }

    /// The disk takes changes again.
    pub fn in_order_again(&self) -> Message {
        Paragraph::new()
            .text("I can write my records again. What was refused meanwhile was not done: please say it once more.")
            .into()
    }
}

/// Up to five names, and how many more there are.
fn up_to_five(names: &[String]) -> String {
    const MOST: usize = 5;
    let shown: Vec<&str> = names.iter().take(MOST).map(String::as_str).collect();
    match names.len().saturating_sub(MOST) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
