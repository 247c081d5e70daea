//! Words that say the opposite of what a verb would record: not done, not decided, only if.

mod said;
mod undecided;
mod words;

use super::texts::says_nothing;
use super::{Reader, bare, behind_dashes};
use crate::command::error::ParseError;
use crate::command::{Which, date};
use crate::rfr::RfrId;
use crate::sop::{Document, Topic};
use said::{FIRST_WORDS, denies, has_second_thoughts, says_later, takes_itself_back, without_joint};
pub(super) use said::{may_be_in_part, may_deny, says_not_done};
pub(crate) use undecided::says_undecided;
use undecided::{begins_with, says_not_looked};
use words::{CONDITIONS, JOINTS};

impl Reader<'_> {
    /// A reason that takes back what it is given for is only one behind dashes.
    pub(super) fn reason_stands(&self) -> Result<(), ParseError> {
        const LEADS: [&str; 4] = ["in", "on", "by", "from"];
        let words = self.words();
        // `in march`: what is to happen then has not happened.
        let is_of_a_day = words
            .split_first()
            .is_some_and(|(lead, behind)| LEADS.contains(lead) && date::begins_as_a_day(behind, self.today()));
        if is_of_a_day || takes_itself_back(self.rest) {
            return Err(ParseError::Offered(vec![self.typed(&[self.before(), "--", self.rest])]));
        }
        Ok(())
    }

    /// A sign-off signs, whatever its note says: one that says that it does not is a note and nothing else.
    pub(super) fn note_signs(&self, note: &str) -> Result<(), ParseError> {
        const DENIES: [&str; 8] = [
            "i do not",
            "i don't",
            "i dont",
            "not yet",
            "not ready",
            "not signed",
            "do not sign",
            "without me",
        ];
        if takes_itself_back(note)
            || begins_with(note, &DENIES)
            || begins_with(note, &["after", "until", "but"])
            || denies(note)
        {
            let before = self.before().split_whitespace();
            let name = before.clone().find(|word| self.rfr(word).is_some()).map(bare);
            return Err(ParseError::Offered(vec![format!(
                "note {} {note}",
                name.unwrap_or("--")
            )]));
        }
        if has_second_thoughts(note) && !begins_with(note, &["i sign"]) {
            let before = self.before().split_whitespace();
            let name = before.clone().find(|word| self.rfr(word).is_some()).map(bare);
            let before = self
                .before()
                .trim_end_matches(|c: char| c.is_whitespace() || "-—–".contains(c));
            return Err(ParseError::Offered(vec![
                format!("note {} {note}", name.unwrap_or("--")),
                self.typed(&[before, "-- I sign:", note]),
            ]));
        }
        Ok(())
    }

    /// What is decided only under a condition is not decided: it is offered as a note, and as the decision behind dashes.
    /// An answer may well begin with `when`.
    pub fn is_decided_now(&self) -> Result<(), ParseError> {
        const IFS: [&str; 7] = ["if", "unless", "once", "when", "provided", "assuming", "until"];
        let mut words = self.rest.split_whitespace().take(3);
        let is_conditional = words.any(|word| IFS.contains(&bare(word).to_lowercase().as_str()));
        if behind_dashes(self.rest).is_some() || !is_conditional {
            return Ok(());
        }
        Err(ParseError::Offered(vec![
            self.as_note(self.rest),
            self.typed(&[self.before(), "--", self.rest]),
        ]))
    }

    /// A decision or an answer that says that there is none is no decision: it is offered as a note, and as what it was typed
    /// as behind dashes.
    pub fn is_decided(&self) -> Result<(), ParseError> {
        let is_open = says_undecided(self.rest)
            || bare(self.rest).eq_ignore_ascii_case("open")
            || self.rest.trim_end().ends_with('?');
        if behind_dashes(self.rest).is_some() || !is_open || says_nothing(self.rest) {
            return Ok(());
        }
        Err(ParseError::Offered(vec![
            self.as_note(self.rest),
            self.typed(&[self.before(), "--", self.rest]),
        ]))
    }

    /// Whoever says that nobody looked has not looked after it: the same is offered.
    pub fn is_looked_after(&self) -> Result<(), ParseError> {
        if behind_dashes(self.rest).is_some() || !says_not_looked(self.rest) {
            return Ok(());
        }
        Err(ParseError::Offered(vec![
            self.as_note(self.rest),
            self.typed(&[self.before(), "--", self.rest]),
        ]))
    }

    /// `1 yes 2 no`: several answers in one line, each for a question of its own.
    pub fn answers_one(&self, number: u32) -> Result<(), ParseError> {
        const SHORT: [&str; 6] = ["yes", "no", "none", "not", "one", "two"];
        let is_question = |word: &str, number: u32| bare(word).trim_end_matches(['.', ':', ')']) == number.to_string();
        let name = self.before().split_whitespace().find(|word| self.rfr(word).is_some());
        let name = name.map_or("RFR", bare);
        let all: Vec<&str> = self.rest.split_whitespace().collect();
        // `2 no, answer 3 own vm`, `2 and 3 no`: the word before a number says that a question is meant.
        let leads_on = |at: usize| {
            let word = bare(all[at]).to_lowercase();
            let is_before = ["answer", "question", "q"].contains(&word.as_str()) || JOINTS.contains(&word.as_str());
            is_before && all.get(at + 1).is_some_and(|next| is_question(next, number + 1))
        };
        let words: Vec<&str> = (0..all.len()).filter(|at| !leads_on(*at)).map(|at| all[at]).collect();
        let is_led = words.len() < all.len() && behind_dashes(self.rest).is_none();
        if is_led
            && let [second, said @ ..] = words.as_slice()
            && is_question(second, number + 1)
        {
            let said = if said.is_empty() {
                "ANSWER…".to_owned()
            } else {
                said.join(" ")
            };
            let lines = [number, number + 1].map(|number| self.typed(&[name, &number.to_string(), &said]));
            return Err(ParseError::Offered(lines.to_vec()));
        }
        // Each begins with its question's number; where only one more does, an answer in a word shows that one is meant.
        let (mut starts, mut next) = (vec![0], number + 1);
        for (at, word) in words.iter().enumerate().skip(1) {
            if is_question(word, next) && at + 1 < words.len() {
                starts.push(at);
                next += 1;
            }
        }
        let short = |at: usize| {
            words
                .get(at + 1)
                .is_some_and(|word| SHORT.contains(&bare(word).to_lowercase().as_str()))
        };
        let are_several = starts.len() > 2 || starts.get(1).is_some_and(|second| is_led || short(*second));
        if behind_dashes(self.rest).is_some() || !are_several {
            return Ok(());
        }
        let ends = starts.iter().skip(1).copied().chain([words.len()]);
        let answers = starts.iter().zip(ends).zip(number..).map(|((from, to), number)| {
            let said = &words[from + usize::from(*from > 0)..to];
            let said = said.join(" ");
            self.typed(&[name, &number.to_string(), said.trim_end_matches([',', ';'])])
        });
        Err(ParseError::Offered(answers.collect()))
    }

    /// What was said, as a note on the RFR that it names.
    pub(super) fn as_note(&self, said: &str) -> String {
        let mut before: Vec<&str> = self.before().split_whitespace().collect();
        let name = before.iter().position(|word| self.rfr(word).is_some());
        let name = name.map_or("RFR", |at| bare(before.remove(at)));
        format!("note {name} {} {said}", before.join(" "))
    }

    /// `and advance badges`: what stands behind `and` is a line of its own, or belongs to the note.
    pub(super) fn another_line(&self) -> Result<(), ParseError> {
        let Some(behind) = without_joint(self.rest) else {
            return Ok(());
        };
        // Of these only those are shown that could be carried out.
        Err(ParseError::Offered(vec![
            self.typed(&[self.before()]),
            behind.to_owned(),
            self.typed(&[self.before(), "--", self.rest]),
        ]))
    }

    /// `badges and koschei for the audit`: a line for each, with the words that are said of all.
    pub(super) fn one_rfr(&self, named: RfrId, argument: &'static str) -> Result<(), ParseError> {
        let before = self.before();
        let is_listed = before.ends_with(',') || without_joint(self.rest).is_some();
        let joint = |word: &&str| JOINTS.contains(word);
        let mut rest = self.rest;
        let mut others = Vec::new();
        while let Some(word) = rest.split_whitespace().next() {
            let is_other = self.rfr(word).is_some_and(|other| other != named);
            if !is_other && !joint(&word) {
                break;
            }
            others.extend(is_other.then(|| bare(word)));
            rest = rest[word.len()..].trim_start();
        }
        if !is_listed || others.is_empty() {
            return Ok(());
        }
        let is_optional = self.row.usage.contains(&format!("[{argument}]"));
        let said = if rest.is_empty() && !is_optional {
            argument
        } else {
            rest
        };
        let before = before.trim_end_matches(',');
        let name = before
            .split_whitespace()
            .find(|word| self.rfr(word).is_some())
            .map(bare);
        let lines = name.into_iter().chain(others).map(|other| {
            let words = before.split_whitespace();
            let words = words.map(|word| if self.rfr(word).is_some() { other } else { word });
            self.typed(&[&words.collect::<Vec<_>>().join(" "), said])
        });
        Err(ParseError::Offered(lines.collect()))
    }

    /// `caching and load-balancing none`: a line for each topic.
    pub fn one_topic(&self, topic: Topic) -> Result<(), ParseError> {
        let before = self.before();
        let is_listed = before.ends_with([',', '/']) || without_joint(self.rest).is_some();
        let editions = self.editions();
        let known = |word: &str| editions.iter().find_map(|edition| edition.topic(bare(word)));
        let mut words = self
            .rest
            .split_whitespace()
            .skip_while(|word| JOINTS.contains(word))
            .peekable();
        let mut topics = vec![topic];
        while let Some(word) = words.peek().copied() {
            let next = words.clone().nth(1).unwrap_or_default();
            let in_two = known(&format!("{}-{}", bare(word), bare(next)));
            let found = in_two.or_else(|| known(word));
            if found.is_none() && !JOINTS.contains(&word) {
                break;
            }
            topics.extend(found);
            words.next();
            if in_two.is_some() {
                words.next();
            }
        }
        let name = before.split_whitespace().find(|word| self.rfr(word).is_some());
        let name = name.map(bare).unwrap_or_default();
        if !is_listed || topics.len() < 2 {
            self.another_line()?;
            // `caching none, load-balancing two`
            let words: Vec<&str> = self.rest.split_whitespace().collect();
            let second = (1..words.len()).find(|at| {
                let joins = words[at - 1].ends_with([',', ';']) || JOINTS.contains(&words[at - 1]);
                let in_two = || {
                    known(&format!(
                        "{}-{}",
                        bare(words[*at]),
                        bare(words.get(at + 1).unwrap_or(&""))
                    ))
                };
                joins && known(words[*at]).or_else(in_two).is_some()
            });
            let (Some(second), None) = (second, behind_dashes(self.rest)) else {
                return Ok(());
            };
            let first = words[..second].iter().filter(|word| !JOINTS.contains(word));
            let first = first.copied().collect::<Vec<_>>().join(" ");
            return Err(ParseError::Offered(vec![
                self.typed(&[name, &topic.to_string(), first.trim_end_matches([',', ';'])]),
                self.typed(&[name, &words[second..].join(" ")]),
                self.typed(&[before, "--", self.rest]),
            ]));
        }
        let said = words.collect::<Vec<_>>().join(" ");
        let said = if said.is_empty() { "TEXT…" } else { &said };
        let lines = topics.iter().map(|topic| self.typed(&[name, &topic.to_string(), said]));
        Err(ParseError::Offered(lines.collect()))
    }

    /// `updates, security all ok`: a line for each side.
    pub fn one_side(&self, first: &str, sides: &[&str]) -> Result<(), ParseError> {
        let before = self.before();
        let is_listed = before.ends_with([',', '/']) || without_joint(self.rest).is_some();
        let mut words = self
            .rest
            .split_whitespace()
            .filter(|word| !JOINTS.contains(word))
            .peekable();
        let mut named = vec![first];
        while let Some(word) = words.next_if(|word| sides.contains(&bare(word).to_lowercase().as_str())) {
            named.push(bare(word));
        }
        let name = before.split_whitespace().find(|word| self.rfr(word).is_some());
        let (Some(name), true, [_, _, ..]) = (name.map(bare), is_listed, named.as_slice()) else {
            return Ok(());
        };
        let said = words.collect::<Vec<_>>().join(" ");
        let said = if said.is_empty() { "WHAT…" } else { &said };
        let lines = named.iter().map(|side| self.typed(&[name, side, said]));
        Err(ParseError::Offered(lines.collect()))
    }

    /// Takes what says that none is needed: `none`, `n/a`, `not needed`. Of the last, what stands behind `not` is left, and
    /// belongs to the reason.
    pub fn take_none(&mut self) -> bool {
        const NOT: [&str; 3] = ["not needed", "not necessary", "not required"];
        let is_not = begins_with(self.rest, &NOT);
        if is_not {
            self.take();
        }
        is_not || self.take_if("none") || self.take_if("n/a")
    }

    /// A reason why something is not needed that only puts it off is none: it is offered as a note.
    pub fn is_needless(&self) -> Result<(), ParseError> {
        if behind_dashes(self.rest).is_some() || !says_later(self.rest) {
            return Ok(());
        }
        let name = self.before().split_whitespace().find(|word| self.rfr(word).is_some());
        let name = name.map_or("RFR", bare);
        let mut before = self.before().split_whitespace();
        let kind = before.find_map(|word| Document::from_word(bare(word)));
        let what = kind.map_or("document", Document::called);
        Err(ParseError::Offered(vec![
            format!("note {name} no {what}: {}", self.rest),
            self.typed(&[self.before(), "--", self.rest]),
        ]))
    }

    /// A day that is only hoped for is none that is set: it is offered with these words behind dashes.
    pub fn is_set(&self) -> Result<(), ParseError> {
        const WORDS: [&str; 12] = [
            "tentatively",
            "tentative",
            "tbc",
            "tbd",
            "hopefully",
            "pending",
            "subject",
            "confirmed",
            "earliest",
            "latest",
            "possibly",
            "ish",
        ];
        let mut words = self
            .rest
            .split_whitespace()
            .take(FIRST_WORDS)
            .map(|word| bare(word).to_lowercase());
        if behind_dashes(self.rest).is_some() || !words.any(|word| WORDS.contains(&word.as_str())) {
            return Ok(());
        }
        Err(ParseError::Offered(vec![
            self.as_note(self.rest),
            self.typed(&[self.before(), "--", self.rest]),
        ]))
    }

    /// Nothing that is said only under a condition counts: the line without it is offered.
    pub fn unconditional(&self) -> Result<(), ParseError> {
        let words = self.rest.split_whitespace().map(|word| bare(word).to_lowercase());
        let is_condition = |word: &String| CONDITIONS.contains(&word.as_str());
        if behind_dashes(self.rest).is_some() || !words.take(4).any(|word| is_condition(&word)) {
            return Ok(());
        }
        Err(ParseError::Offered(vec![self.typed(&[self.before()])]))
    }

    /// Whoever agrees with reservations, or says no, does not agree: the line without the words is offered.
    pub fn vote_agrees(&self) -> Result<(), ParseError> {
        const AGAINST: [&str; 7] = [
            "no",
            "nope",
            "never",
            "i am against",
            "i object",
            "as long as",
            "as soon as",
        ];
        let said = behind_dashes(self.rest).unwrap_or(self.rest);
        if denies(said) || begins_with(said, &AGAINST) {
            return Err(ParseError::Offered(vec![self.typed(&[self.before()])]));
        }
        Ok(())
    }

    /// A sign-off signs one RFR, and no condition: what stands behind it is offered in lines of their own, or left out.
    pub(super) fn signs_one(&self, signed: RfrId) -> Result<(), ParseError> {
        let Some(first) = self.rest.split_whitespace().find(|word| !JOINTS.contains(word)) else {
            return Ok(());
        };
        let before = self.before().trim_end_matches([',', ' ']);
        let line = self.typed(&[before]);
        if self.rfr(first).is_some_and(|other| other != signed) {
            let words = before.split_whitespace();
            let other: Vec<&str> = words
                .map(|word| if self.rfr(word).is_some() { bare(first) } else { word })
                .collect();
            return Err(ParseError::Offered(vec![line, self.typed(&other)]));
        }
        if CONDITIONS.contains(&bare(first).to_lowercase().as_str()) {
            return Err(ParseError::Offered(vec![line]));
        }
        Ok(())
    }

    /// `dec 4 is impossible`: what stands behind a date takes it back.
    pub fn date_stands(&self) -> Result<(), ParseError> {
        const BACK: [&str; 10] = [
            "if", "unless", "is", "isn't", "does", "doesn't", "not", "never", "but", "provided",
        ];
        let first = self.peek().map(|word| bare(word).to_lowercase()).unwrap_or_default();
        if BACK.contains(&first.as_str()) {
            return Err(ParseError::Offered(vec![self.typed(&[self.before()])]));
        }
        Ok(())
    }

    /// A reason that is one word naming a part of the RFR: that part is meant, not the RFR.
    pub fn whole_rfr(&self, which: &Which) -> Result<(), ParseError> {
        let mut words = self
            .rest
            .split_whitespace()
            .filter(|word| !["from", "the", "its", "of"].contains(word));
        let (Some(word), Which::Named(_)) = (words.next(), which) else {
            return Ok(());
        };
        let (word, behind) = (bare(word), words.next());
        let name = self.before().split_whitespace().find(|word| self.rfr(word).is_some());
        let name = name.map(bare).unwrap_or_default();
        let is_alone = behind.is_none();
        let is_part = ["maintainer", "maintainers", "title", "sponsor", "date", "question"].contains(&word)
            || self.is_known_account(word)
            || self.editions().iter().any(|edition| edition.topic(word).is_some());
        if is_part && !is_alone {
            return Err(ParseError::Offered(vec![self.typed(&[self.before(), "--", self.rest])]));
        }
        let line = match word.to_lowercase().as_str() {
            "hold" if is_alone => format!("release {name}"),
            "link" | "links" => format!("links {name}"),
            "date" if is_alone => format!("undone {name} schedule REASON…"),
            _ if is_alone && self.is_known_account(word) => format!("people {name} remove {word}"),
            lower
                if is_alone
                    && self
                        .vocabulary
                        .editions(None)
                        .iter()
                        .any(|edition| edition.rows().iter().any(|row| row.id == lower)) =>
            {
                format!("undone {name} {lower} REASON…")
            }
            _ => return Ok(()),
        };
        Err(ParseError::Offered(vec![line]))
    }
}
