//! The rows in an edition's text, and their mutual requirements.

use super::kinds::OwedMailRow;
use super::mistake::Mistake;
use super::phases::SeenPhase;
use super::read::{Read, ReadKind, ReadRow};
use super::reader::{EditionReader, TableEntry, each_once};
use super::{Level, Phase};
use std::collections::BTreeMap;

const LEVELS: [&str; 3] = ["must", "required", "step"];

impl EditionReader<'_> {
    pub(super) fn rows(&mut self, edition: TableEntry<'_, '_>, read: &mut Read, phases: &[SeenPhase]) {
        let mut taken = BTreeMap::new();
        let mut gated = Vec::new();
        let mut is_whole = true;
        let mut signed: BTreeMap<Phase, usize> = BTreeMap::new();
        let mut mails = Vec::new();
        let entries = self.entries(edition, "row", "a row");
        let last = phases.last();
        for entry in entries {
            let id = self.word(entry, "id");
            if let Some((id, at)) = &id {
                self.unique(&mut taken, id, *at, "row");
                if phases.iter().any(|phase| phase.name == *id) || Phase::from_word(id).is_some() {
                    self.wrong(*at, format!("the id `{id}` is a phase"), "Choose another id");
                }
                if read
                    .topics
                    .iter()
                    .any(|(topic, aliases)| topic.name() == id || aliases.contains(id))
                {
                    self.wrong(*at, format!("the id `{id}` is a topic"), "Choose another id");
                }
            }
            let seen = self.phase_of(entry, phases);
            let phase = seen.and_then(|seen| seen.kind);
            let level = self
                .one_of(entry, "level", &LEVELS)
                .and_then(|(word, _)| Level::from_word(&word));
            let kind = self.kind(entry, read, &mut mails);
            self.done_by(entry, id.as_ref(), level);
            let short = self.sentence(entry, "short");
            let sentence = self.sentence(entry, "sentence");
            let source = self.sentence(entry, "source");
            if let (Some(ReadKind::SignOff), Some(phase)) = (&kind, phase) {
                let line = self.line(entry.at);
                if let Some(first) = signed.insert(phase, line) {
                    let what = format!("two rows are signed off in one phase: the first is on line {first}");
                    self.wrong(entry.at, what, "One signature leaves a phase: take one of the two out");
                }
            }
            match seen {
                // A row whose level is unknown may still keep the gate shut.
                Some(seen) if level != Some(Level::Step) => {
                    gated.push(seen.name.as_str());
                    if last.is_some_and(|last| std::ptr::eq(last, seen)) && level.is_some() {
                        let what = format!(
                            "no gate leads out of `{}`, so that nothing ever asks for this row",
                            seen.name
                        );
                        let fix = "Put it into an earlier phase, or make it level = \"step\"";
                        self.wrong(entry.at, what, fix);
                    }
                }
                Some(_) => {}
                None => is_whole = false,
            }
            if let (Some((id, _)), Some(phase), Some(level), Some(kind), Some(short), Some(sentence), Some(source)) =
                (id, phase, level, kind, short, sentence, source)
            {
                read.rows.push(ReadRow {
                    id,
                    phase,
                    level,
                    kind,
                    short,
                    sentence,
                    source,
                });
            }
        }
        self.mails(&mails, &taken);
        if is_whole {
            self.gates(phases, &gated);
        }
    }

    /// The phase that a row names.
    fn phase_of<'p>(&mut self, entry: TableEntry<'_, '_>, phases: &'p [SeenPhase]) -> Option<&'p SeenPhase> {
        let word = self.sentence(entry, "phase")?;
        let named = phases.iter().find(|phase| phase.name == word);
        let kind = Phase::from_word(&word);
        let found = named.or_else(|| phases.iter().find(|phase| kind.is_some() && phase.kind == kind));
        if found.is_none() {
            let at = entry.table.get("phase").map_or(entry.at, |value| value.span().start);
            let known = each_once(phases.iter().map(|phase| phase.name.as_str()));
            let fix = format!("It has: {}", known.join(", "));
            self.wrong(at, format!("there is no phase `{word}`"), fix);
        }
        found
    }

    /// Each mail is sent for one row, and after another.
    fn mails(&mut self, mails: &[OwedMailRow], rows: &BTreeMap<String, usize>) {
        let mut first: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        for mail in mails {
            let line = self.line(mail.row);
            let after = mail.after.as_ref().map(|(after, _)| after.as_str());
            if let Some((after, at)) = &mail.after
                && !rows.contains_key(after)
            {
                let fix = "Name the row after which the mail goes out";
                self.wrong(*at, format!("there is no row `{after}`"), fix);
            }
            if self.world.is_none() || (mail.after.is_none() && !mail.is_report) {
                continue;
            }
            match first.get(&after) {
                Some(first) => {
                    let what = format!("two rows go out as one mail: the first is on line {first}");
                    self.wrong(mail.row, what, "Take one of the two out");
                }
                None => {
                    first.insert(after, line);
                }
            }
        }
    }

    /// A gate without any row is no gate.
    fn gates(&mut self, phases: &[SeenPhase], gated: &[&str]) {
        let but_last = phases.len().saturating_sub(1);
        let open = phases.iter().take(but_last);
        for SeenPhase { name, line, .. } in
            open.filter(|phase| !phase.name.is_empty() && !gated.contains(&phase.name.as_str()))
        {
            self.mistakes.push(Mistake {
                line: *line,
                what: format!("the gate out of `{name}` asks for nothing, so there is no way to meet it"),
                fix: format!("Add a [[row]] with phase = \"{name}\" and level = \"must\", or take the phase out"),
            });
        }
    }
}
