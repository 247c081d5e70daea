//! `[log]`; the command line takes precedence.

use super::rows::{Chosen, choices, rows};

rows! {
    /// `[log]`
    LogRows {
        level: Chosen<LogLevel> = "info":
            "error, warn, info, debug or trace; --log-level on the command line wins. trace shows every line of every \
             network.";
        format: Chosen<LogFormat> = "text":
            "text for people and the journal, json for log collectors; --log-format on the command line wins.";
    }
}

/// `[log]`; the command line takes precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Log {
    /// How much is logged.
    pub level: LogLevel,
    /// In which form.
    pub format: LogFormat,
}

impl From<LogRows> for Log {
    fn from(raw: LogRows) -> Self {
        Self {
            level: raw.level.0,
            format: raw.format.0,
        }
    }
}

impl Log {
    /// The section's effect on a run.
    pub(super) fn describe(self) -> String {
        format!(
            "[log] logs at level {} as {}, unless the command line says otherwise.",
            self.level.name(),
            self.format.name()
        )
    }
}

/// How much is logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// Only what somebody must look at.
    Error,
    /// Also what may need a look.
    Warn,
    /// Also what the bot does.
    #[default]
    Info,
    /// Also why.
    Debug,
    /// Everything, including every line of every network.
    Trace,
}

impl LogLevel {
    /// Every level, quietest first.
    pub const ALL: [Self; 5] = [Self::Error, Self::Warn, Self::Info, Self::Debug, Self::Trace];

    /// The word in the config and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
            Self::Trace => "trace",
        }
    }

    /// The level of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// The form of the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines for people and the systemd journal.
    #[default]
    Text,
    /// One JSON object per line, for log collectors.
    Json,
}

impl LogFormat {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Text, Self::Json];

    /// The word in the config and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

choices!(LogLevel, LogFormat);
