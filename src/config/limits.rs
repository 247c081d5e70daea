//! `[limits]`: how much is accepted and said.

use super::rows::{Number, rows};
use super::spoken::in_words;
use crate::text::count;
use std::time::Duration;

/// More than anybody needs, for private servers and measurements.
type Most = Number<1, 1_000_000_000>;

rows! {
    /// `[limits]`
    LimitRows {
        undo_minutes: Number<1, 10080> = 60:
            "For how many minutes people can `undo` their own last change; 10080 is a week.";
        reply_lines: Number<1, 20> = 4:
            "Lines of one reply in an IRC channel; the rest waits for `more`. More lines drown the channel.";
        remembered_minutes: Number<0, 60> = 10:
            "For how many minutes the last lines of an IRC channel are remembered, in memory alone, so that somebody can \
             keep one: !rfr note RFR < NICK. They are never written to the disk or the log. 0 remembers nothing.";
        person_commands_per_minute: Most = 20:
            "Commands per minute from one speaker. Whoever sends more is told once and then ignored until there is \
             room again, so two bots that answer each other stop. Unused commands are saved up, a minute's worth at \
             most. For people not named in [people], each line of an answer counts as a command.";
        place_commands_per_minute: Most = 60:
            "Lines of answers per minute in one place to people not named in [people], all together. Their private \
             messages on one network count as one place.";
        requests_per_day: Most = 10:
            "New RFRs per person and day (UTC). This and the next three limits are counted from the store, so a \
             restart does not reset them.";
        questions_per_day: Most = 50: "Questions per person and day.";
        notes_per_day: Most = 100: "Notes and links per person and day.";
        changes_per_day: Most = 200: "Changes of any kind per person and day.";
        mails_per_rfr_per_day: Most = 12:
            "Mails to the list per RFR and day (UTC). Further changes are kept and answered, but not mailed; one \
             mail at the end of the day says what was held back.";
        announcements_per_rfr_per_hour: Most = 30:
            "Announced changes per RFR and hour. After that, one line says that the rest of the hour is not \
             announced.";
    }
}

/// `[limits]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a speaker can undo their last change.
    pub undo: Duration,
    /// Lines of a reply in an IRC channel before `more` is needed.
    pub reply_lines: usize,
    /// How long the last lines of a channel are remembered; zero: not at all.
    pub remembered: Duration,
    /// How much one person, and one place, may ask for.
    pub budget: Budget,
}

/// The part of `[limits]` that prevents floods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Commands per speaker and minute.
    pub person_per_minute: u32,
    /// Commands per place and minute.
    pub place_per_minute: u32,
    /// New RFRs per person and day (UTC).
    pub requests_per_day: u32,
    /// Questions per person and day (UTC).
    pub questions_per_day: u32,
    /// Notes and links per person and day (UTC).
    pub notes_per_day: u32,
    /// Changes of all kinds per person and day (UTC).
    pub changes_per_day: u32,
    /// Mails to the list per RFR and day (UTC).
    pub mails_per_rfr_per_day: u32,
    /// Announced changes per RFR and hour.
    pub announcements_per_rfr_per_hour: u32,
}

impl From<&LimitRows> for Limits {
    fn from(raw: &LimitRows) -> Self {
        Self {
            undo: raw.undo_minutes.minutes(),
            reply_lines: raw.reply_lines.to(),
            remembered: raw.remembered_minutes.minutes(),
            budget: Budget {
                person_per_minute: raw.person_commands_per_minute.to(),
                place_per_minute: raw.place_commands_per_minute.to(),
                requests_per_day: raw.requests_per_day.to(),
                questions_per_day: raw.questions_per_day.to(),
                notes_per_day: raw.notes_per_day.to(),
                changes_per_day: raw.changes_per_day.to(),
                mails_per_rfr_per_day: raw.mails_per_rfr_per_day.to(),
                announcements_per_rfr_per_hour: raw.announcements_per_rfr_per_hour.to(),
            },
        }
    }
}

impl Limits {
    /// The section's effect on a run.
    pub(super) fn describe(&self) -> String {
        format!(
            "[limits] a change can be undone by its speaker for {}; a reply in a channel has at most {} before `more`.",
            in_words(self.undo),
            count(self.reply_lines, "line", "lines")
        )
    }
}

impl Budget {
    /// This part's effect on a run.
    pub(super) fn describe(&self) -> [String; 2] {
        [
            format!(
                "[limits] at most {} commands a minute from one speaker and {} in one place; at most {} requests, {} \
                 questions and {} notes of one person a day.",
                self.person_per_minute,
                self.place_per_minute,
                self.requests_per_day,
                self.questions_per_day,
                self.notes_per_day
            ),
            format!(
                "[limits] at most {} changes of one person a day; of one RFR at most {} mails a day and {} announcements \
                 an hour.",
                self.changes_per_day, self.mails_per_rfr_per_day, self.announcements_per_rfr_per_hour
            ),
        ]
    }
}
