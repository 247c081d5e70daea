//! What help, usage errors and the tables of the documents say of a verb.

use crate::people::Right;
use std::fmt;

/// The purpose of a verb; help groups the verbs by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Looking at things.
    Look,
    /// Requesting and sponsoring.
    Request,
    /// Planning.
    Plan,
    /// Work and records.
    Work,
    /// Signing off and holding.
    Sign,
    /// Moving between phases.
    Move,
    /// Freezes, freeze breaks, and who is away.
    Freeze,
    /// Reminders.
    Remind,
    /// Looking after the bot.
    Admin,
}

impl Group {
    /// Every group in the order of help.
    pub const ALL: [Self; 9] = [
        Self::Look,
        Self::Request,
        Self::Plan,
        Self::Work,
        Self::Sign,
        Self::Move,
        Self::Freeze,
        Self::Remind,
        Self::Admin,
    ];

    /// Its name in help.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Look => "look",
            Self::Request => "request",
            Self::Plan => "plan",
            Self::Work => "work",
            Self::Sign => "sign",
            Self::Move => "move",
            Self::Freeze => "freeze",
            Self::Remind => "remind",
            Self::Admin => "admin",
        }
    }
}

/// One verb.
pub struct VerbRow {
    /// The verb as help shows it.
    pub verb: &'static str,
    /// Other forms, some of two words.
    pub aliases: &'static [&'static str],
    /// What it is for.
    pub group: Group,
    /// Its arguments: `RFR` is required or meant by focus, `[…]` may be left out, `…` may be several words.
    pub usage: &'static str,
    /// One line of help.
    pub summary: &'static str,
    /// What the line does not say.
    pub help: &'static str,
    /// A command that works on an RFR named badges.
    pub example: &'static str,
    /// Who may, in general; single items may need another group.
    pub who: Right,
}

impl VerbRow {
    /// The verb and its other forms.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.verb).chain(self.aliases.iter().copied())
    }
}

impl fmt::Debug for VerbRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Row({})", self.verb)
    }
}

impl PartialEq for VerbRow {
    fn eq(&self, other: &Self) -> bool {
        self.verb == other.verb
    }
}
