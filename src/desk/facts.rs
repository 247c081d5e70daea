//! What is known about freezes, freeze breaks, absences and reminders, folded from the config and everything ever said.

use super::Settings;
use crate::calendar::{Absence, Absences, Calendar, FreezeBook, FreezeFact, Predictions};
use crate::people::linking::Links;
use crate::record::Event;
use crate::reminder;
use crate::rfr::Origin;
use crate::rfr::freeze_break::FreezeBreaks;
use crate::sop::Edition;
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
    pub reminders: reminder::ReminderMemory,
    /// What people linked to their accounts.
    pub links: Links,
    /// The last good calendar of each file that the config names, by the file's name.
    read: BTreeMap<String, Predictions>,
    /// What editions that RFRs follow say, in the order in which they were first used.
    pub editions: Vec<Edition>,
    /// The files that count.
    files: Vec<String>,
    /// The last good calendar of absences of each file that the config names.
    absences_read: BTreeMap<String, Vec<(String, Absence)>>,
    /// The files of absences that count.
    absence_files: Vec<String>,
}

impl Facts {
    /// Nothing but what the config says: its freezes, and which calendars count.
    pub(super) fn new(config: &Calendar, settings: &Settings) -> Self {
        Self {
            book: FreezeBook::new(config),
            files: settings.calendars.clone(),
            absence_files: settings.absences.clone(),
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
            Event::AbsencesRead { file, absences } => {
                self.absences_read.insert(file.clone(), absences.clone());
                let read = self
                    .absence_files
                    .iter()
                    .filter_map(|file| self.absences_read.get(file));
                self.absences.set_imported(read.flatten().cloned().collect());
            }
            Event::Edition(edition) => self.editions.push(*edition),
            Event::Reminder(fact) => self.reminders.apply(fact),
            Event::Link(fact) => self.links.apply(fact),
            Event::Rfr { .. } | Event::FocusChanged { .. } => {}
        }
    }

    /// What a file said when it could be read last.
    pub(super) fn last_good(&self, file: &str) -> Option<&Predictions> {
        self.read.get(file)
    }

    /// What a file of absences said when it could be read last.
    pub(super) fn last_good_absences(&self, file: &str) -> Option<&Vec<(String, Absence)>> {
        self.absences_read.get(file)
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
