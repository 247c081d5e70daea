//! How a row of an edition is met: its kind, with the keys that only this kind has.

use super::Topic;
use super::read::{Read, ReadKind, ReadQuestion};
use super::reader::{EditionReader, TableEntry, each_once};
use std::collections::BTreeMap;

/// The words for the kinds of rows.
pub(super) const KINDS: [&str; 12] = [
    "ticket",
    "sponsor",
    "discussion",
    "people",
    "second-person",
    "planning-questions",
    "sign-off",
    "questions",
    "sops",
    "schedule",
    "check",
    "mail",
];

const MAILS: [&str; 2] = ["report", "staging"];

/// A mail that a row owes to the list.
pub(super) struct OwedMailRow {
    /// Where the row starts.
    pub(super) row: usize,
    pub(super) is_report: bool,
    /// The row after which it is sent, and where that is named.
    pub(super) after: Option<(String, usize)>,
}

impl EditionReader<'_> {
    pub(super) fn kind(
        &mut self,
        entry: TableEntry<'_, '_>,
        read: &Read,
        mails: &mut Vec<OwedMailRow>,
    ) -> Option<ReadKind> {
        const OF_ALL: [&str; 7] = ["id", "phase", "level", "kind", "short", "sentence", "source"];
        let kind = self.one_of(entry, "kind", &KINDS);
        let named = kind.as_ref().map(|(kind, _)| format!("a row of the kind `{kind}`"));
        let own: &[&str] = match kind.as_ref().map(|(word, _)| word.as_str()) {
            Some("planning-questions") => &["questions"],
            Some("questions") => &["topics"],
            Some("check") => &["by"],
            Some("mail") => &["mail", "after"],
            Some(_) => &[],
            // The keys of an unknown kind are unknown.
            None => &["questions", "topics", "by", "mail", "after"],
        };
        let known = [&OF_ALL, own].concat();
        self.keys(
            TableEntry {
                what: named.as_deref().unwrap_or(entry.what),
                ..entry
            },
            &known,
        );
        let (kind, _) = kind?;
        match kind.as_str() {
            "ticket" => Some(ReadKind::Ticket),
            "sponsor" => Some(ReadKind::Sponsor),
            "discussion" => Some(ReadKind::Discussion),
            "people" => Some(ReadKind::People),
            "second-person" => Some(ReadKind::SecondPerson),
            "sign-off" => Some(ReadKind::SignOff),
            "sops" => Some(ReadKind::Sops),
            "schedule" => Some(ReadKind::Schedule),
            "planning-questions" => Some(ReadKind::PlanningQuestions(self.questions(entry, read))),
            "questions" => {
                let topics = self.words(entry, "topics");
                let mut taken = BTreeMap::new();
                if self.world.is_some() {
                    for (word, at) in &topics {
                        self.unique(&mut taken, word, *at, "topic");
                    }
                }
                let topics = topics.into_iter().filter_map(|(word, at)| self.topic(&word, at, read));
                Some(ReadKind::Questions(topics.collect()))
            }
            "check" => {
                if !entry.table.contains_key("by") {
                    return Some(ReadKind::Check { by: None });
                }
                let (group, _) = self.word(entry, "by")?;
                Some(ReadKind::Check { by: Some(group) })
            }
            "mail" => {
                let (mail, _) = self.one_of(entry, "mail", &MAILS)?;
                let is_report = mail == "report";
                let after = if entry.table.contains_key("after") {
                    let (after, at) = self.word(entry, "after")?;
                    if is_report {
                        self.wrong(
                            at,
                            "the mail `report` goes out when somebody reports, and not after a row",
                            "Take the line out",
                        );
                    } else if self.world.is_some() && entry.given("id") == Some(after.as_str()) {
                        let what = format!("the mail of `{after}` would go out after itself");
                        self.wrong(at, what, "Name another row, after which the mail goes out");
                    }
                    Some((after, at))
                } else {
                    if self.world.is_some() && !is_report {
                        let what = "the mail `staging` never goes out: the row has no `after`";
                        let fix = "Add a line: after = \"ID\", the row after which it goes out";
                        self.wrong(entry.at, what, fix);
                    }
                    None
                };
                mails.push(OwedMailRow {
                    row: entry.at,
                    is_report,
                    after: after.clone(),
                });
                let after = after.map(|(after, _)| after);
                Some(if mail == "report" {
                    ReadKind::Report
                } else {
                    ReadKind::Staging { after }
                })
            }
            _ => None,
        }
    }

    fn topic(&mut self, word: &str, at: usize, read: &Read) -> Option<Topic> {
        let known = read.topics.iter().find(|(topic, _)| topic.name() == word);
        if known.is_none() {
            let all = each_once(read.topics.iter().map(|(topic, _)| topic.name()));
            let fix = if all.is_empty() {
                format!("Add a table [[topic]] with name = \"{word}\"")
            } else {
                format!(
                    "Add a table [[topic]] with name = \"{word}\", or take one of: {}",
                    all.join(", ")
                )
            };
            self.wrong(at, format!("there is no topic `{word}`"), fix);
        }
        known.map(|(topic, _)| *topic)
    }

    fn questions(&mut self, entry: TableEntry<'_, '_>, read: &Read) -> Vec<ReadQuestion> {
        let mut questions: Vec<ReadQuestion> = Vec::new();
        let mut taken = BTreeMap::new();
        let listed = self.entries(entry, "questions", "a question");
        let what = "the row opens questions and has none";
        match entry.table.get("questions") {
            None => self.wrong(entry.at, what, "Add a line: questions = [{ text = \"…?\" }]"),
            Some(value) if self.world.is_some() && value.get_ref().as_array().is_some_and(|given| given.is_empty()) => {
                self.wrong(value.span().start, what, "Add one: questions = [{ text = \"…?\" }]");
            }
            Some(_) => {}
        }
        for question in listed {
            self.keys(question, &["text", "topic", "people"]);
            let topic = if question.table.contains_key("topic") {
                let word = self.word(question, "topic");
                word.and_then(|(word, at)| self.topic(&word, at, read))
            } else {
                None
            };
            let people = question
                .table
                .get("people")
                .is_some_and(|value| match value.get_ref().as_bool() {
                    Some(people) => people,
                    None => {
                        self.wrong(
                            value.span().start,
                            "`people` is neither true nor false",
                            "Write people = true, or take it out",
                        );
                        false
                    }
                });
            let Some(text) = self.sentence(question, "text") else {
                continue;
            };
            self.unique(&mut taken, &text, question.at, "question");
            questions.push(ReadQuestion { text, topic, people });
        }
        questions
    }
}
