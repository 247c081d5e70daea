//! What is wrong with the text of an edition, by itself and where it is to be used.

use super::mistake::Mistake;
use super::read::{self, Kind};
use super::{Edition, Level};

/// What the place where an edition is used has to say about it.
pub struct World<'a> {
    /// Is that word a verb of the commands?
    pub is_verb: &'a dyn Fn(&str) -> bool,
    /// Is anybody in that group?
    pub has_members: &'a dyn Fn(&str) -> bool,
    /// The group whose members sponsor and sign.
    pub sponsors: &'a str,
}

impl Edition {
    /// The edition that a text says, where it can be used, or all that is wrong with it. What the journal holds was
    /// checked when it was first used and is only read: see [`Edition::read`].
    pub fn check(text: &str, world: &World<'_>) -> Result<Self, Vec<Mistake>> {
        let (read, mut mistakes) = read::everything(text);
        mistakes.extend(in_the_world(&read, world));
        mistakes.sort();
        mistakes.dedup();
        if mistakes.is_empty() {
            Self::read(text)
        } else {
            Err(mistakes)
        }
    }
}

fn in_the_world(read: &read::Read, world: &World<'_>) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let mut wrong = |line, what: String, fix: String| mistakes.push(Mistake { line, what, fix });
    let shipped = Edition::from_name(&read.name);
    if shipped.is_some_and(|shipped| shipped.text() != read.text) {
        wrong(
            read.name_line,
            format!(
                "`{}` is the name of an edition that rfrbot ships, and this text says something else",
                read.name
            ),
            "Give it a name of its own, such as \"rfr-2027\"".to_owned(),
        );
    }
    for (name, line) in read.phases.iter().map(|phase| (&phase.name, phase.line)) {
        if (world.is_verb)(name) {
            wrong(
                line,
                format!("the phase `{name}` is called like a command"),
                "Call it otherwise: people type it beside commands".to_owned(),
            );
        }
    }
    for row in &read.rows {
        let is_said_done = matches!(row.kind, Kind::Check { .. } | Kind::Report | Kind::Staging { .. });
        if is_said_done && (world.is_verb)(&row.id) {
            wrong(
                row.line,
                format!("the id `{}` is a command", row.id),
                format!("Choose another id: people type `done RFR {}`", row.id),
            );
        }
        let group = match &row.kind {
            Kind::Check { by: Some(group) } => Some((group.as_str(), "checks it")),
            Kind::SignOff | Kind::Sponsor => Some((world.sponsors, "can sign it off")),
            Kind::Check { by: None }
            | Kind::Ticket
            | Kind::Discussion
            | Kind::People
            | Kind::SecondPerson
            | Kind::PlanningQuestions(_)
            | Kind::Questions(_)
            | Kind::Sops
            | Kind::Schedule
            | Kind::Report
            | Kind::Staging { .. } => None,
        };
        if let Some((group, does)) = group
            && !(world.has_members)(group)
        {
            let gate = match row.level {
                Level::Must | Level::Required => ", and its gate could never open",
                Level::Step => "",
            };
            wrong(
                row.line,
                format!("nobody is in the group {group}, so nobody {does} (`{}`){gate}", row.id),
                format!("Add people to it under [groups] in the config: {group} = [\"ACCOUNT\", …]"),
            );
        }
    }
    mistakes
}
