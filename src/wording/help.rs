//! Help, from the table of commands.

use super::Wording;
use crate::command::{Group, Row, rows};
use crate::sop::{Edition, Kind, Topic};
use crate::text::{Message, Paragraph};
use std::fmt::Write;

impl Wording {
    /// What help says in a channel while the long list goes out in private.
    pub fn help_is_coming(&self) -> Paragraph {
        Paragraph::new()
            .text("I keep RFRs moving: ")
            .code(self.type_this("status"))
            .text(" shows them, ")
            .code(self.type_this("next RFR"))
            .text(" says what one lacks. All commands come to you in private; ")
            .code(self.type_this("help VERB"))
            .text(" explains one.")
    }

    /// Every verb, a line per group.
    pub fn help(&self) -> Message {
        let mut message = Message::line(
            Paragraph::new()
                .text("Commands begin with ")
                .code(self.prefix.clone())
                .text(", which may be left out in private. RFR is a short name or a ticket (#4321)."),
        );
        for group in Group::ALL {
            let verbs: Vec<String> = rows().filter(|row| row.group == group).map(usage).collect();
            message.push(
                Paragraph::new()
                    .strong(group.name())
                    .text(format!(": {}", verbs.join(" · "))),
            );
        }
        message.push(
            Paragraph::new()
                .code(self.type_this("help VERB"))
                .text(" explains one of them, for example ")
                .code(self.type_this("help signoff"))
                .text("."),
        );
        message
    }

    /// One verb in detail; where new RFRs follow an edition of the team's own, with the words that it takes.
    pub fn help_on(&self, row: &Row, edition: Edition) -> Message {
        let mut also: Vec<&str> = row.aliases.to_vec();
        also.truncate(5);
        let also = if also.is_empty() {
            String::new()
        } else {
            format!(" Also: {}.", also.join(", "))
        };
        let mut message = Message(vec![
            Paragraph::new().code(self.type_this(&usage(row))).text(format!(
                ": {}. For {}.",
                row.summary,
                row.who.holders()
            )),
            Paragraph::new()
                .text(format!("{}{also} Example: ", row.help))
                .code(self.type_this(row.example)),
        ]);
        if let Some(words) = own_words(row, edition) {
            message.push(words);
        }
        message
    }

    /// The usage of a verb with an example, for a command that cannot be read.
    pub(super) fn usage_of(&self, row: &Row) -> Paragraph {
        Paragraph::new()
            .text("usage: ")
            .code(self.type_this(&usage(row)))
            .text(", for example ")
            .code(self.type_this(row.example))
    }
}

/// What a verb takes in an edition that does not ship.
fn own_words(row: &Row, edition: Edition) -> Option<Paragraph> {
    if Edition::shipped().contains(&edition) {
        return None;
    }
    let (what, names): (&str, Vec<&str>) = if row.usage.contains("PHASE") {
        ("PHASE", edition.phases().iter().map(|phase| phase.name).collect())
    } else if row.usage.contains("ITEM") {
        let checks = edition
            .rows()
            .iter()
            .filter(|row| matches!(row.kind, Kind::Check { .. }));
        ("ITEM", checks.map(|row| row.id).collect())
    } else if row.verb == "decide" {
        ("what is decided", edition.topics().map(Topic::name).collect())
    } else {
        return None;
    };
    let names = if names.is_empty() {
        "nothing".to_owned()
    } else {
        names.join(", ")
    };
    Some(Paragraph::new().text(format!("In {}, {what} is: {names}.", edition.name())))
}

/// The verb with its arguments.
fn usage(row: &Row) -> String {
    if row.usage.is_empty() {
        row.verb.to_owned()
    } else {
        format!("{} {}", row.verb, row.usage)
    }
}

/// The table of commands as it stands in `docs/commands.md`; a test keeps the two the same.
pub fn table_of_commands() -> String {
    let mut table = String::from("| group | command | what it does | for |\n|---|---|---|---|\n");
    for row in rows() {
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| {} | `{}` | {} | {} |",
            row.group.name(),
            usage(row).replace('|', "\\|"),
            row.summary.replace('|', "\\|"),
            row.who.holders()
        );
    }
    table
}
