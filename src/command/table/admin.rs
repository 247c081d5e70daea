//! Verbs for those who look after the bot.

use super::{Command, Group, Right, Verb, VerbRow};

/// In the order of help.
pub(super) const VERBS: &[Verb] = &[Verb {
    row: VerbRow {
        verb: "admin reload",
        aliases: &[],
        group: Group::Admin,
        usage: "",
        summary: "reads the config anew: people, groups, places, freezes, limits",
        help: "A file with a mistake changes nothing, and the answer names the mistake. What needs a restart is named.",
        example: "admin reload",
        who: Right::Operator,
    },
    read: |_| Ok(Command::Reload),
}];
