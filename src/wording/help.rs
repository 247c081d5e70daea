//! Help, from the table of commands.

use super::Wording;
use super::phrases::{joined, some_people};
use super::remedies::way_to_meet;
use crate::command::{Group, VerbRow, rows};
use crate::people::Account;
use crate::rfr::gate;
use crate::sop::{Edition, Kind, Phase, Row, Topic};
use crate::text::{Message, Paragraph};
use std::fmt::Write;

/// Who may use a verb.
pub struct May<'a> {
    /// May the asker, whatever RFR it is about?
    pub always: bool,
    /// The RFRs for which the asker may, where it depends on them.
    pub rfrs: &'a [&'a str],
    /// The groups whose members always may.
    pub group: &'a str,
    /// Those of them besides the asker.
    pub members: &'a [Account],
}

impl Wording {
    /// What `help all` says in a channel while the long list goes out in private.
    pub fn help_is_coming(&self) -> Paragraph {
        Paragraph::new()
            .text("All commands come to you in private; ")
            .code(self.type_this("help VERB"))
            .text(" explains one.")
    }

    /// The first help, by role.
    pub fn help(&self) -> Message {
        let code = |words: &str| Paragraph::new().code(self.type_this(words));
        let some = |what: &str, commands: &[(&str, &str)]| {
            let commands = commands
                .iter()
                .map(|(command, does)| code(command).text(format!(" {does}")))
                .collect();
            Paragraph::new().text(what).then(joined(commands, ", ")).text(".")
        };
        Message(vec![
            Paragraph::new()
                .text("I keep Requests For Resources (RFRs) moving from idea to production. Commands begin with ")
                .code(self.prefix.clone())
                .text(", which may be left out in private; RFR is a short name or a ticket (#4321)."),
            some(
                "You are asking for a resource: ",
                &[
                    ("new NAME TICKET TITLE…", "requests it"),
                    ("next RFR", "says what is missing and what to type"),
                    ("answer RFR N ANSWER…", "answers a question"),
                ],
            ),
            some(
                "You sponsor, or may: ",
                &[
                    ("list unsponsored", "shows who waits for one"),
                    ("sponsor RFR", "accepts one"),
                    ("signoff PHASE RFR", "signs"),
                    ("advance RFR", "moves it on"),
                ],
            ),
            some(
                "You are only looking: ",
                &[
                    ("status", "shows where all stand"),
                    ("status RFR", "shows one"),
                    ("questions", "lists what is open"),
                    ("digest", "is all of it for a meeting"),
                ],
            ),
            some(
                "More: ",
                &[
                    ("help all", "lists every command"),
                    ("help VERB", "explains one"),
                    ("help planning", "says what happens in a phase"),
                    ("why", "explains your last refusal"),
                ],
            ),
        ])
    }

    /// What happens in a phase, what keeps its gate shut, and which steps it has.
    pub fn help_on_phase(&self, edition: Edition, phase: Phase) -> Message {
        let rows = || crate::sop::rows(edition, phase);
        let mut message = Message::line(
            Paragraph::new()
                .strong(edition.called(phase).to_owned())
                .text(format!(": {}.", edition.purpose(phase))),
        );
        let musts: Vec<&str> = rows()
            .filter(|row| gate::keeps_a_gate(row))
            .map(|row| row.short)
            .collect();
        let steps: Vec<&str> = rows()
            .filter(|row| !gate::keeps_a_gate(row) && matches!(row.kind, Kind::Check { .. }))
            .map(|row| row.id)
            .collect();
        if let (Some(next), false) = (edition.next(phase), musts.is_empty()) {
            message.push(Paragraph::new().text(format!("{} needs: {}.", edition.called(next), musts.join("; "))));
        }
        if !steps.is_empty() {
            message.push(
                Paragraph::new()
                    .text(format!("Steps that block nothing: {} (", steps.join(", ")))
                    .code(self.type_this("done RFR ITEM"))
                    .text(" ticks one off)."),
            );
        }
        let list = self.type_this(&format!("list {}", edition.called(phase)));
        message.push(Paragraph::new().code(list).text(" shows who is there."));
        message
    }

    /// Several verbs that somebody may have meant.
    pub fn help_on_several(&self, rows: &[&VerbRow]) -> Message {
        let usages = rows
            .iter()
            .map(|row| {
                Paragraph::new()
                    .code(self.type_this(&usage(row)))
                    .text(format!(": {}", row.summary))
            })
            .collect();
        joined(usages, "; ").text(".").into()
    }

    /// What the SOP says of an item, and what one types for it.
    pub fn help_on_item(&self, row: &Row) -> Message {
        let level = if gate::keeps_a_gate(row) {
            "keeps the gate shut"
        } else {
            "a step"
        };
        Paragraph::new()
            .strong(row.id)
            .text(format!(" ({}, {level}): {} ", row.phase_name, row.sentence))
            .code(self.type_this(&way_to_meet(row, "RFR")))
            .into()
    }

    /// Every verb, a line per group.
    pub fn help_all(&self) -> Message {
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
    /// `may` says who may.
    pub fn help_on(&self, row: &VerbRow, edition: Edition, may: Option<Paragraph>) -> Message {
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
        message.0.extend(may);
        message
    }

    /// Whether somebody may use a verb, for which RFRs, and who else may.
    pub fn may(&self, may: &May<'_>) -> Paragraph {
        let line = Paragraph::new().text(match (may.always, may.rfrs) {
            (true, _) => "You may.".to_owned(),
            (false, []) => "You may not.".to_owned(),
            (false, rfrs) => format!("You may for {}.", rfrs.join(", ")),
        });
        match may.members {
            [] => line,
            members => line
                .text(if may.always { " So may " } else { " Those who may: " })
                .then(some_people(members, 8))
                .text(format!(" ({}).", may.group)),
        }
    }

    /// The usage of a verb with an example, for a command that cannot be read.
    pub(super) fn usage_of(&self, row: &VerbRow) -> Paragraph {
        Paragraph::new()
            .text("usage: ")
            .code(self.type_this(&usage(row)))
            .text(", for example ")
            .code(self.type_this(row.example))
    }
}

/// What a verb takes in an edition that does not ship.
fn own_words(row: &VerbRow, edition: Edition) -> Option<Paragraph> {
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
fn usage(row: &VerbRow) -> String {
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
