//! Which RFR a command is about, and which item, question or phase of it.

use super::doubts::{may_be_in_part, may_deny, says_not_done};
use super::{BEFORE_A_NAME, Reader, bare, behind_dashes, number, ticket_number, unknown_phase, without_dashes};
use crate::command::date::DateError;
use crate::command::error::{ParseError, closest};
use crate::command::snooze::{self, SnoozeError};
use crate::command::{Items, Which, WhichBreak, date};
use crate::rfr::RfrId;
use crate::rfr::gate::keeps_a_gate;
use crate::sop::{self, Edition, Phase, Topic};

/// Most items at once; the longest checklist of the SOP has twelve.
const MOST_ITEMS: usize = 16;

/// The most words in which a list of phases is looked for.
const MOST_LISTED: usize = 8;

impl Reader<'_> {
    /// The RFR, where the next word names one. A word that only looks like a name is taken for a slip.
    pub fn which(&mut self) -> Result<Which, ParseError> {
        let Some(word) = self.peek() else {
            return Ok(Which::Omitted { word: None });
        };
        if behind_dashes(word).is_some() {
            return Ok(Which::Omitted { word: None });
        }
        if let Some(id) = self.rfr(word) {
            self.take();
            return Ok(Which::Named(id));
        }
        let word = bare(word);
        let looks_like_a_ticket = word.contains('#') && ticket_number(word).is_some();
        let suggestions = self.names_like(word);
        if looks_like_a_ticket || !suggestions.is_empty() {
            return Err(ParseError::unknown_rfr(word, suggestions));
        }
        Ok(Which::Omitted {
            word: Some(word.to_owned()),
        })
    }

    /// The RFR where nothing else can follow: any other word is an unknown name.
    pub fn which_alone(&mut self) -> Result<Which, ParseError> {
        // `of ticket 4321`
        for _ in 0..2 {
            if let Some(word) = self.peek()
                && self.rfr(word).is_none()
                && self
                    .rest
                    .split_whitespace()
                    .skip(1)
                    .take(2)
                    .any(|name| self.rfr(name).is_some())
            {
                let _ = BEFORE_A_NAME.into_iter().any(|word| self.take_if(word));
            }
        }
        match self.which()? {
            Which::Omitted { word: Some(word) } => Err(ParseError::unknown_rfr(&word, Vec::new())),
            which @ (Which::Named(_) | Which::Omitted { word: None }) => Ok(which),
        }
    }

    /// The RFR in a risky move: it must be named.
    pub fn named(&mut self) -> Result<Which, ParseError> {
        self.named_rfr().map(Which::Named)
    }

    /// The RFR where nothing else says which.
    pub fn named_rfr(&mut self) -> Result<RfrId, ParseError> {
        match self.which()? {
            Which::Named(id) => Ok(id),
            Which::Omitted { word } => Err(ParseError::NameIt { row: self.row, word }),
        }
    }

    /// The RFR where a plain number means something else.
    pub fn which_before_number(&mut self) -> Result<Which, ParseError> {
        self.number_of_another()?;
        let is_number = self.peek().is_some_and(|word| {
            bare(word).bytes().all(|byte| byte.is_ascii_digit()) || number(word).is_some() && self.rfr(word).is_none()
        });
        if is_number {
            Ok(Which::Omitted { word: None })
        } else {
            self.which()
        }
    }

    /// `2 of badges: no` names the RFR behind the number: the line with it before is offered.
    fn number_of_another(&self) -> Result<(), ParseError> {
        let said = self.rest.strip_prefix("question ").unwrap_or(self.rest);
        let mut words = said.splitn(4, char::is_whitespace);
        let (Some(number), Some("of" | "on" | "for"), Some(name)) = (words.next(), words.next(), words.next()) else {
            return Ok(());
        };
        if self.rfr(name).is_none() {
            return Ok(());
        }
        let said = words.next().unwrap_or_default();
        Err(ParseError::Offered(vec![self.typed(&[bare(name), bare(number), said])]))
    }

    /// The RFR where one of these words may follow at once.
    pub fn which_before_word(&mut self, words: &[&str]) -> Result<Which, ParseError> {
        if self.is_one_of(self.peek().unwrap_or_default(), words).is_some() {
            Ok(Which::Omitted { word: None })
        } else {
            self.which()
        }
    }

    /// The RFR where a date may follow at once.
    pub fn which_before_date(&mut self) -> Result<Which, ParseError> {
        let is_rfr = self.peek().is_some_and(|word| self.rfr(word).is_some());
        // What is nearly a date is answered as one.
        let is_date = || {
            let read = date::read(&self.words(), self.vocabulary.today());
            !matches!(read, Err(date::DateError::Unknown(_)))
        };
        if !is_rfr && is_date() {
            return Ok(Which::Omitted { word: None });
        }
        self.which()
    }

    /// The RFR where a time to snooze for may follow at once.
    pub fn which_before_snooze(&mut self) -> Result<Which, ParseError> {
        match snooze::read(&self.words(), self.vocabulary.today()) {
            // A word that is no time is a name, or a slip in one.
            Err(SnoozeError::Unknown(_)) => self.which(),
            Ok(_) | Err(_) => Ok(Which::Omitted { word: None }),
        }
    }

    /// An RFR that must be named, and a phase, in either order.
    pub fn named_and_phase(&mut self) -> Result<(Which, Phase), ParseError> {
        let (which, phase) = self.which_and_phase()?;
        match which {
            Which::Named(_) => Ok((which, phase)),
            Which::Omitted { word } => Err(ParseError::NameIt { row: self.row, word }),
        }
    }

    pub(super) fn names_like(&self, word: &str) -> Vec<String> {
        let names = self.vocabulary.names();
        closest(word, names.iter().map(String::as_str))
    }

    /// An RFR and another word in either order, told apart by what they are.
    fn which_and<T>(
        &mut self,
        argument: &'static str,
        recognise: impl Fn(Edition, &str) -> Option<T>,
        unknown: impl Fn(&[Edition], &str) -> ParseError,
    ) -> Result<(Which, T), ParseError> {
        let vocabulary = self.vocabulary;
        let any = vocabulary.editions(None);
        // What an RFR's own edition says of a word comes before what others say of it.
        let editions_of = |which: &Which| match which {
            Which::Named(id) => vocabulary.editions(Some(*id)),
            Which::Omitted { .. } => vocabulary.editions(None),
        };
        let meant = |which: &Which, word: &str| {
            let editions = editions_of(which);
            editions
                .iter()
                .find_map(|edition| recognise(*edition, bare(word)))
                .ok_or_else(|| unknown(&editions, bare(word)))
        };
        // An RFR may be called like a phase: then the usage says which word comes first.
        let mut words = self.rest.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let is_other = |word: &str| any.iter().any(|edition| recognise(*edition, bare(word)).is_some());
        let name_is_first = self.rfr(first).is_some()
            && is_other(second)
            && (self.row.usage.starts_with("RFR") || self.rfr(second).is_none());
        if let Some(word) = self.peek()
            && is_other(word)
            && !name_is_first
        {
            self.take();
            self.skip_before_the_name();
            let which = self.which()?;
            let found = meant(&which, word)?;
            return Ok((which, found));
        }
        let before = self.rest;
        let which = match self.which() {
            Ok(which) => which,
            // A slip in the RFR's name or in the other word: the more alike one is meant.
            Err(error) => {
                let mut other = self.peek().map(|word| unknown(&any, bare(word)));
                let slip = other.as_mut().and_then(ParseError::slip);
                let is_alike = slip.is_some_and(|(_, likely, _)| !likely.is_empty());
                return Err(other.filter(|_| is_alike).unwrap_or(error));
            }
        };
        self.skip_to(&is_other);
        match self.peek() {
            Some(word) => {
                // `staging mail`, `load balancing`: one name in two words.
                let next = self.rest.split_whitespace().nth(1).map(bare);
                let both = next.map(|next| format!("{}-{next}", bare(word)));
                if let Some(found) = both.and_then(|both| meant(&which, &both).ok()) {
                    self.take();
                    self.take();
                    return Ok((which, found));
                }
                let found = meant(&which, word)?;
                self.take();
                Ok((which, found))
            }
            None if before.is_empty() => Err(self.missing(argument)),
            None if matches!(which, Which::Named(_)) => {
                // Which decisions there are, an RFR's edition says.
                let error = unknown(&editions_of(&which), "");
                let says_which = matches!(error, ParseError::UnknownTopic { .. });
                Err(if says_which { error } else { self.missing(argument) })
            }
            None => Err(unknown(&any, before)),
        }
    }

    /// `revert badges to planning`: skips the word before what is to be named.
    fn skip_to(&mut self, is_other: &impl Fn(&str) -> bool) {
        let mut words = self.rest.split_whitespace();
        let (before, word) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if self.is_one_of(before, &["to"]).is_some() && is_other(word) {
            self.take();
        }
    }

    /// `staging for badges`: skips the word before an RFR behind which nothing but a note after dashes stands.
    fn skip_before_the_name(&mut self) {
        let mut words = self.rest.split_whitespace();
        let (before, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let ends = words.next().is_none_or(|word| behind_dashes(word).is_some());
        if ends && self.is_one_of(before, &["for", "of", "on", "in"]).is_some() && self.rfr(name).is_some() {
            self.take();
        }
    }

    /// A phase and an RFR in either order.
    pub fn which_and_phase(&mut self) -> Result<(Which, Phase), ParseError> {
        self.which_and("PHASE", Edition::phase, unknown_phase)
    }

    /// A sign-off signs one phase: where several are listed, a line for each.
    pub fn one_phase(&self) -> Result<(), ParseError> {
        let editions = self.vocabulary.editions(None);
        let words: Vec<&str> = self.rest.split_whitespace().take(MOST_LISTED).collect();
        let is_phase =
            |word: &str| self.rfr(word).is_none() && editions.iter().any(|edition| edition.phase(word).is_some());
        let is_and = |word: &str| self.is_one_of(word, &["and", "&", "+"]).is_some();
        let Some(first) = words.iter().position(|word| is_phase(bare(word))) else {
            return Ok(());
        };
        let goes_on = words[first].ends_with(',') || words.get(first + 1).is_some_and(|word| is_and(word));
        let listed = words[first..]
            .iter()
            .copied()
            .take_while(|word| is_phase(bare(word)) || is_and(word));
        let phases: Vec<&str> = listed.map(bare).filter(|word| is_phase(word)).collect();
        if !goes_on || phases.len() < 2 {
            return Ok(());
        }
        let name = words.iter().find(|word| self.rfr(word).is_some());
        let name = name.map(|word| bare(word)).unwrap_or_default();
        Err(ParseError::Offered(
            phases.iter().map(|phase| self.typed(&[phase, name])).collect(),
        ))
    }

    /// An item and an RFR in either order.
    pub fn which_and_item(&mut self) -> Result<(Which, String), ParseError> {
        self.which_and("ITEM", item, unknown_item)
    }

    /// Items and an RFR in either order: `badges testing, bugs`, `badges all but bugs`.
    pub fn which_and_items(&mut self) -> Result<(Which, Items), ParseError> {
        let before = self.rest;
        let which = match self.peek() {
            Some(word) if self.rfr(word).is_some() => self.which()?,
            Some(_) | None => Which::Omitted { word: None },
        };
        if self.take_if("all") || self.take_if("everything") {
            let _ = self.take_if("but") || self.take_if("except");
            let mut items = Vec::new();
            self.more_items(&mut items, true);
            return match (items.is_empty(), self.peek()) {
                (false, _) => Ok((which, Items::AllBut(items))),
                (true, None) => Err(self.missing("ITEM")),
                (true, Some(word)) => Err(unknown_item(&self.editions(), bare(word))),
            };
        }
        // `testing,bugs` is one word.
        let joined = self
            .peek()
            .map(|word| self.items_of(word))
            .filter(|items| items.len() > 1);
        let (which, mut items) = match joined {
            Some(items) => {
                self.take();
                (which, items)
            }
            None => {
                self.rest = before;
                let (which, first) = self.which_and_item()?;
                (which, vec![first])
            }
        };
        let read = self.before();
        let goes_on = read.ends_with(',') || read.ends_with(';') || items.len() > 1;
        // `testing, bugs badges` names the RFR last.
        if goes_on && matches!(which, Which::Omitted { .. }) {
            self.more_items(&mut items, goes_on);
            let which = match self.peek() {
                Some(word) if self.rfr(word).is_some() => self.which()?,
                Some(_) | None => which,
            };
            return Ok((which, Items::These(items)));
        }
        self.more_items(&mut items, goes_on);
        if goes_on
            && items.len() == 1
            && let Some(word) = self.peek()
        {
            return Err(unknown_item(&self.editions(), bare(word)));
        }
        Ok((which, Items::These(items)))
    }

    /// The items that stand in one word, with commas between them; none where some part is no item.
    /// Is the next word somebody who takes part in an RFR?
    pub fn next_takes_part(&self) -> bool {
        let account = self.peek().and_then(|word| self.vocabulary.account(bare(word)));
        account.is_some_and(|account| self.vocabulary.takes_part(&account))
    }

    fn items_of(&self, word: &str) -> Vec<String> {
        let editions = self.editions();
        let known = |word: &str| editions.iter().find_map(|edition| item(*edition, bare(word)));
        let parts = word.split([',', '&', ';']).filter(|part| !part.is_empty());
        parts.map(known).collect::<Option<Vec<String>>>().unwrap_or_default()
    }

    /// Takes the items that follow: behind a comma or `and`, or where nothing else is left.
    fn more_items(&mut self, items: &mut Vec<String>, expected: bool) {
        let all = |word: &str| Some(self.items_of(word)).filter(|items| !items.is_empty());
        let words = self.rest.split_whitespace();
        let only_items = !self.rest.is_empty()
            && words.clone().nth(MOST_ITEMS).is_none()
            && words.clone().all(|word| all(word).is_some());
        let mut goes_on = expected || only_items;
        while items.len() < MOST_ITEMS {
            let all = |word: &str| Some(self.items_of(word)).filter(|items| !items.is_empty());
            let mut words = self.rest.split_whitespace();
            let (Some(word), next) = (words.next(), words.next()) else {
                return;
            };
            let is_and =
                self.is_one_of(word, &["and", "&", "+"]).is_some() && next.is_some_and(|next| all(next).is_some());
            if is_and {
                self.take();
                goes_on = true;
                continue;
            }
            let Some(found) = all(word).filter(|_| goes_on) else {
                return;
            };
            self.take();
            for item in found {
                if !items.contains(&item) {
                    items.push(item);
                }
            }
            goes_on = only_items || word.ends_with([',', ';']);
        }
    }

    /// The item that asks for SOP documents.
    pub fn item_of_sops(&self) -> Option<String> {
        let editions = self.editions();
        let mut rows = editions.iter().flat_map(|edition| edition.rows());
        rows.find(|row| row.kind == sop::Kind::Sops)
            .map(|row| row.id.to_owned())
    }

    /// A note on items: behind `n/a` it says why they do not apply.
    pub fn note_on_items(&mut self, which: &Which, items: &Items) -> Result<String, ParseError> {
        const NOT_APPLICABLE: [&str; 6] = [
            "n/a",
            "not applicable",
            "does not apply",
            "doesn't apply",
            "not needed",
            "na",
        ];
        let (before, rest) = (self.before(), self.rest);
        let found = NOT_APPLICABLE.into_iter().find_map(|said| {
            let (head, behind) = (rest.get(..said.len())?, rest.get(said.len()..)?);
            let ends = behind.is_empty() || behind.starts_with([' ', ',', ':', ';', '-', '.', '(']);
            (head.eq_ignore_ascii_case(said) && ends).then_some(behind)
        });
        let Some(behind) = found else {
            const NOT_YET: [&str; 3] = ["in progress", "will be", "next week"];
            const NO: [&str; 10] = [
                "no", "not", "nope", "nah", "none", "nothing", "open", "wrong", "wait", "test",
            ];
            let begins = |said: &&str| {
                rest.get(..said.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(said))
                    && !rest[said.len()..].starts_with(char::is_alphanumeric)
            };
            let words: Vec<&str> = rest.split_whitespace().take(date::LONGEST + 1).collect();
            let is_ahead = !words.is_empty()
                && match date::read_whole(&words, self.today()) {
                    Ok((day, count)) => count == words.len() && day > self.today(),
                    Err(DateError::Unclear { .. } | DateError::TooFar(_)) => true,
                    Err(
                        DateError::Ambiguous { .. }
                        | DateError::NotIso { .. }
                        | DateError::NoSuchDay(_)
                        | DateError::Ahead(_)
                        | DateError::Unknown(_),
                    ) => false,
                };
            let alone = rest.trim().trim_end_matches(['.', '!']);
            let is_part = alone
                .strip_suffix('%')
                .is_some_and(|part| part.trim().parse().is_ok_and(|part: u32| part < 100));
            let is_no = is_part || NO.iter().any(|no| no.eq_ignore_ascii_case(alone));
            let is_open = behind_dashes(rest).is_none() && says_not_done(rest);
            if is_ahead || is_no || is_open || NOT_YET.iter().any(begins) {
                return Err(ParseError::Offered(vec![self.as_note(rest)]));
            }
            self.gate_items_are_done(items)?;
            if behind_dashes(rest).is_none() && may_be_in_part(rest) {
                return Err(ParseError::Offered(vec![
                    self.as_note(rest),
                    self.typed(&[before, "--", rest]),
                ]));
            }
            self.one_item(items)?;
            self.one_note(items)?;
            return self.optional_reason(which, "NOTE…");
        };
        self.rest = behind.trim_start_matches([' ', ',', ':', ';', '-', '.', '\u{2014}']);
        let _ = self.take_if("because") || self.take_if("as");
        // `not needed yet` may be needed later.
        let soon = |word: &str| {
            ["yet", "now", "today"]
                .iter()
                .any(|said| said.eq_ignore_ascii_case(bare(word)))
        };
        if self.peek().is_some_and(soon) {
            return Err(ParseError::Offered(vec![self.typed(&[before, "--", rest])]));
        }
        let why = self.text("WHY")?;
        Ok(format!("does not apply, because {why}"))
    }

    /// What opens a gate asks back for more words than a step does: a note that may deny it stands behind `--`, or is a note
    /// and nothing else.
    fn gate_items_are_done(&self, items: &Items) -> Result<(), ParseError> {
        let Items::These(items) = items else { return Ok(()) };
        let rest = self.rest;
        let editions = self.editions();
        let mut rows = editions.iter().flat_map(|edition| edition.rows());
        // Of SOPs a reason is given why none is needed, which says much.
        let opens = |row: &sop::Row| keeps_a_gate(row) && row.kind != sop::Kind::Sops;
        let is_gate = rows.any(|row| opens(row) && items.iter().any(|item| item == row.id));
        if is_gate && behind_dashes(rest).is_none() && may_deny(rest) {
            return Err(ParseError::Offered(vec![
                self.as_note(rest),
                self.typed(&[self.before(), "--", rest]),
            ]));
        }
        Ok(())
    }

    /// `testing bugs fine`: the second item is one, too, or belongs to the note.
    fn one_item(&self, items: &Items) -> Result<(), ParseError> {
        let Items::These(items) = items else { return Ok(()) };
        let Some((word, said)) = self.rest.trim().split_once(' ') else {
            return Ok(());
        };
        let found = self.items_of(word);
        let [item] = items.as_slice() else { return Ok(()) };
        if !found
            .iter()
            .any(|other| other != item && other.eq_ignore_ascii_case(bare(word)))
        {
            return Ok(());
        }
        let both = format!("{}, {}:", self.before(), bare(word));
        Err(ParseError::Offered(vec![
            self.typed(&[&both, said]),
            self.typed(&[self.before(), "--", self.rest]),
        ]))
    }

    /// `testing, group x y` says something of the group alone, `testing, group: x y` and `testing, group -- x y` of both.
    fn one_note(&self, items: &Items) -> Result<(), ParseError> {
        let Items::These(items) = items else { return Ok(()) };
        let (before, note) = (self.before(), self.rest);
        let is_for_all = before.ends_with(':') || without_dashes(note).len() < note.len();
        let Some((last, others)) = items.split_last().filter(|(_, others)| !others.is_empty()) else {
            return Ok(());
        };
        if note.is_empty() || is_for_all {
            return Ok(());
        }
        let name = before.split_whitespace().find(|word| self.rfr(word).is_some());
        let name = name.map(bare).unwrap_or_default();
        Err(ParseError::Offered(vec![
            self.typed(&[name, &others.join(", ")]),
            self.typed(&[name, last, note]),
            self.typed(&[before, "--", note]),
        ]))
    }

    /// A topic and an RFR in either order.
    pub fn which_and_topic(&mut self) -> Result<(Which, Topic), ParseError> {
        self.which_and("TOPIC", Edition::topic, |editions, word| ParseError::UnknownTopic {
            word: word.to_owned(),
            known: editions
                .first()
                .map(|edition| edition.topics().collect())
                .unwrap_or_default(),
        })
    }

    /// A freeze break: its number, or the RFR that it is for.
    pub fn which_break(&mut self) -> Result<WhichBreak, ParseError> {
        let Some(word) = self.peek() else {
            return Err(self.missing("N"));
        };
        if let Some(number) = number(word).filter(|number| *number < 1000 || self.rfr(word).is_none()) {
            self.take();
            return Ok(WhichBreak::Number(number));
        }
        match self.which()? {
            Which::Named(id) => Ok(WhichBreak::For(id)),
            Which::Omitted { .. } => Err(ParseError::BadNumber(word.to_owned())),
        }
    }
}

fn unknown_item(editions: &[Edition], word: &str) -> ParseError {
    ParseError::UnknownItem {
        word: word.to_owned(),
        suggestions: closest(word, ids(editions)),
        lines: Vec::new(),
    }
}

/// An item by its name, or by a part of it that no other has: `logs` is log-files.
fn item(edition: Edition, word: &str) -> Option<String> {
    // No row's id is longer; longer words are skipped.
    let word = word.get(..word.len().min(sop::LONGEST_WORD + 1)).unwrap_or_default();
    if let Some(row) = sop::row(edition, &word.replace('_', "-")) {
        return Some(row.id.to_owned());
    }
    let one = |word: &str| word.to_ascii_lowercase().trim_end_matches('s').to_owned();
    // `development-instance` is dev-instance.
    let is_longer = |row: &&sop::Row| {
        let (words, parts) = (word.split('-'), row.id.split('-'));
        word.contains('-') && words.clone().count() == parts.clone().count() && {
            let mut pairs = words.zip(parts);
            pairs.all(|(word, part)| part.len() > 2 && one(word).starts_with(&one(part)))
        }
    };
    if let Some(row) = edition.rows().iter().find(is_longer) {
        return Some(row.id.to_owned());
    }
    let wanted = one(word);
    let has_part =
        |row: &&sop::Row| wanted.len() > 2 && row.id.contains('-') && row.id.split('-').any(|part| one(part) == wanted);
    let mut rows = edition.rows().iter().filter(has_part);
    rows.next()
        .filter(|_| rows.next().is_none())
        .map(|row| row.id.to_owned())
}

/// The items of these editions, each once.
fn ids(editions: &[Edition]) -> impl Iterator<Item = &'static str> {
    let mut ids = Vec::new();
    for row in editions.iter().flat_map(|edition| edition.rows()) {
        if !ids.contains(&row.id) {
            ids.push(row.id);
        }
    }
    ids.into_iter()
}
