//! What mails are about.

use serde::{Deserialize, Serialize};

/// What a mail to the list is about. The config chooses among them by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MailKind {
    /// A new RFR; begins its thread.
    Request,
    /// It moved to another phase, or back.
    Phase,
    /// What was tested and decided in development; asks for comments.
    Report,
    /// It is available in staging; asks for comments.
    Staging,
    /// Nothing but the sponsor's sign-off is missing.
    SignOff,
    /// A freeze break is asked for, or how that went.
    FreezeBreak,
    /// It was dropped or removed.
    Ended,
    /// All that is under way.
    Summary,
    /// What waits for somebody and was reminded of in chat in vain.
    Reminder,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Request,
        Self::Phase,
        Self::Report,
        Self::Staging,
        Self::SignOff,
        Self::FreezeBreak,
        Self::Ended,
        Self::Summary,
        Self::Reminder,
    ];

    /// Its name in the config.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Phase => "phase",
            Self::Report => "report",
            Self::Staging => "staging",
            Self::SignOff => "sign-off",
            Self::FreezeBreak => "freeze-break",
            Self::Ended => "ended",
            Self::Summary => "summary",
            Self::Reminder => "reminder",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Does such a mail ask for comments? Then a question in a reply may be one about the RFR.
    pub const fn asks_for_comments(self) -> bool {
        match self {
            Self::Request | Self::Phase | Self::Report | Self::Staging | Self::FreezeBreak => true,
            Self::SignOff | Self::Ended | Self::Summary | Self::Reminder => false,
        }
    }
}
