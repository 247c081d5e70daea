//! What calendars say: the year's windows, what moved, and what could not be read.

use super::Wording;
use super::freezes::{cause, days, source};
use super::phrases::{cut, date, day, joined};
use crate::calendar::{
    CalendarKind, FreezeBook, FreezeKey, Moved, Source, Window, WindowChange, WindowState, Word, shown_source,
};
use crate::text::{Message, Paragraph};
use chrono::{DateTime, Datelike, NaiveDate, Utc};

/// Changes of a calendar that one announcement names.
const NAMED_MOVES: usize = 6;

impl Wording {
    /// A calendar that could not be read.
    pub fn calendar_unread(&self, kind: CalendarKind, file: &str, why: &str) -> Paragraph {
        Paragraph::new().text(format!(
            "The {} {} could not be read, so {} counts: {}.",
            kind.noun(),
            file_name(file),
            kind.what_counts(),
            cut(why, 200)
        ))
    }

    /// The freezes of this year and the next, with what each source says.
    pub fn freezes(&self, book: &FreezeBook, now: DateTime<Utc>) -> Message {
        let year = now.year();
        let touches = |window: &&Window| {
            let spans = [
                window.predicted.map(|predicted| predicted.span),
                window.config,
                window.imported,
            ];
            let said = spans.into_iter().flatten();
            let by_days = said
                .into_iter()
                .any(|span| span.to().year() >= year && span.from().year() <= year + 1);
            let by_state = match &window.state {
                Some(WindowState::InForce { .. }) => true,
                Some(WindowState::Lifted { mark }) => mark.at.year() == year,
                Some(WindowState::Predicted) | None => false,
            };
            by_days || by_state
        };
        let windows = book.windows();
        let mut message = Message::default();
        for window in windows.iter().filter(touches) {
            message.push(one_window(window));
        }
        if message.0.is_empty() {
            message.push(
                Paragraph::new()
                    .text(format!("I know no freeze of {year} or {}. Say when one is: ", year + 1))
                    .code(self.type_this("freeze add NAME FROM TO"))
                    .text("."),
            );
        }
        message
    }

    /// The infra repository's flag is raised, and no freeze is in force; `meant`: the one that it may be about.
    pub fn flag_up(&self, meant: Option<&FreezeKey>, today: NaiveDate) -> Paragraph {
        let line = Paragraph::new().text("The infra repository's flag InfraFrozen says that a freeze is in force. ");
        match meant {
            Some(key) => line
                .text("If that is so: ")
                .code(self.type_this(&format!("freeze start {key}")))
                .text("."),
            None => line
                .text("None is predicted for these days; if that is so, say until when: ")
                .code(self.type_this(&format!("freeze add NAME {today} DATE")))
                .text(", then ")
                .code(self.type_this("freeze start NAME"))
                .text("."),
        }
    }

    /// It is lowered, and these are in force.
    pub fn flag_down(&self, in_force: &[FreezeKey]) -> Paragraph {
        let ways = in_force
            .iter()
            .map(|key| Paragraph::new().code(self.type_this(&format!("freeze lift {key}"))));
        Paragraph::new()
            .text("The infra repository's flag InfraFrozen says that no freeze is in force. If that is so: ")
            .then(joined(ways.collect(), ", "))
            .text(".")
    }

    /// A calendar was read that says something new; without any file, the config's own freezes.
    pub fn calendar_moved(&self, files: &[String], moved: &[Moved], today: NaiveDate) -> Message {
        let files: Vec<&str> = files.iter().map(|file| file_name(file)).collect();
        let told: Vec<&Moved> = moved.iter().filter(|moved| moved.matters(today)).collect();
        if told.is_empty() {
            return Message::default();
        }
        let parts = told.iter().take(NAMED_MOVES).map(|moved| {
            let line = Paragraph::new().strong(moved.key.to_string());
            match moved.change {
                WindowChange::Appeared { now } => line.text(format!(" is predicted for {}", days(now))),
                WindowChange::Vanished { was } => line.text(format!(" ({}) is gone", days(was))),
                WindowChange::Moved { was, now } => line.text(format!(" is now {} (it was {})", days(now), days(was))),
            }
        });
        let line = Paragraph::new()
            .text(match files.as_slice() {
                [] => "Freezes by the config: ".to_owned(),
                files => format!("Freezes by the calendar {}: ", files.join(" and ")),
            })
            .then(joined(parts.collect(), "; "));
        let line = match told.len().saturating_sub(NAMED_MOVES) {
            0 => line,
            more => line
                .text(format!("; and {more} more, in "))
                .code(self.type_this("freezes")),
        };
        line.full_stop().into()
    }
}

fn one_window(window: &Window) -> Paragraph {
    let line = Paragraph::new().strong(window.key.to_string()).text(": ");
    let line = match (&window.predicted, &window.human) {
        (Some(predicted), _) => line.text(format!("{} ({})", days(predicted.span), source(predicted.source))),
        (None, Some(Word::Removed { mark })) => {
            line.text(format!("removed by {} on {}", cause(&mark.by), day(mark.at)))
        }
        (None, _) => line.text("no source has its days"),
    };
    let counted = window.predicted.map(|predicted| predicted.source);
    let others = [
        (Source::Config, window.config, "config"),
        (Source::Import, window.imported, "calendar"),
    ];
    let line = others
        .into_iter()
        .filter(|(source, _, _)| counted != Some(*source))
        .filter_map(|(_, span, name)| span.map(|span| format!("; the {name} says {}", days(span))))
        .fold(line, Paragraph::text);
    match &window.state {
        Some(WindowState::InForce { since }) => line.text(format!(
            "; in force since {} (started by {}).",
            date(since.day()),
            cause(&since.by)
        )),
        Some(WindowState::Lifted { mark }) => {
            line.text(format!("; lifted on {} by {}.", date(mark.day()), cause(&mark.by)))
        }
        Some(WindowState::Predicted) | None => line.text("."),
    }
}

/// The last part of a path: places need not know the machine's folders.
fn file_name(file: &str) -> &str {
    let named = shown_source(file).trim_end_matches('/');
    named.rsplit('/').next().unwrap_or(named)
}
