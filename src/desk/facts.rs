//! What is known of freezes, freeze breaks, absences and reminders, folded from the config and from what was ever said.

use crate::calendar::{Absences, Calendar, FreezeBook, FreezeFact, Predictions};
use crate::reminder;
use crate::rfr::Origin;
use crate::rfr::freeze_break::FreezeBreaks;
use crate::store::Event;
use std::collections::BTreeMap;

/// All of it, as it is now.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Freezes.
    pub book: FreezeBook,
    /// Freeze breaks.
    pub breaks: FreezeBreaks,
    /// Who is away when.
    pub absences: Absences,
    /// What was reminded of, and what people said about it.
    pub reminders: reminder::Memory,
    /// The last good calendar of each file that the config names, by the file's name.
    read: BTreeMap<String, Predictions>,
    /// The files that count.
    files: Vec<String>,
}

impl Facts {
    /// Nothing but what the config says: its freezes, and which calendars count.
    pub(super) fn new(config: &Calendar, files: &[String]) -> Self {
        Self {
            book: FreezeBook::new(config),
            files: files.to_vec(),
            ..Self::default()
        }
    }

    /// Takes in what was said.
    pub(super) fn apply(&mut self, origin: &Origin, event: &Event) {
        match event {
            Event::Freeze(fact) => {
                self.book.apply(fact);
                if let FreezeFact::Lifted { key, .. } = fact {
                    self.breaks.freeze_lifted(key);
                }
            }
            Event::Absence(fact) => self.absences.apply(fact),
            Event::FreezeBreak { number, event } => self.breaks.apply(*number, origin, event),
            Event::CalendarRead { file, windows } => {
                self.read.insert(file.clone(), windows.clone());
                let imported = self.imported();
                self.book.set_imported(imported);
            }
            Event::Reminder(fact) => self.reminders.apply(fact),
            Event::Rfr { .. } | Event::FocusChanged { .. } => {}
        }
    }

    /// What a file said when it could be read last.
    pub(super) fn last_good(&self, file: &str) -> Option<&Predictions> {
        self.read.get(file)
    }

    /// What the files of the config say together; where two speak of one freeze, the earlier named one counts.
    fn imported(&self) -> Predictions {
        let mut imported = Predictions::new();
        for windows in self.files.iter().filter_map(|file| self.read.get(file)) {
            for (key, span) in windows {
                imported.entry(key.clone()).or_insert(*span);
            }
        }
        imported
    }
}
