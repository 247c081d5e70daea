//! Which RFR, and which of its things, a command is about.

use super::{Reader, behind_dashes, ticket_number, unknown_phase};
use crate::command::error::{ParseError, closest};
use crate::command::snooze::{self, SnoozeError};
use crate::command::{Which, WhichBreak, date};
use crate::rfr::RfrId;
use crate::sop::{self, Edition, Phase, Topic};

impl Reader<'_> {
    /// The RFR, where the next word names one. A word that only looks like a name is taken for a slip.
    pub fn which(&mut self) -> Result<Which, ParseError> {
        let Some(word) = self.peek() else {
            return Ok(Which::Omitted { word: None });
        };
        if behind_dashes(word).is_some() {
            return Ok(Which::Omitted { word: None });
        }
        if let Some(id) = self.vocabulary.rfr(word) {
            self.take();
            return Ok(Which::Named(id));
        }
        let looks_like_a_ticket = word.starts_with('#') && ticket_number(word).is_some();
        let suggestions = self.names_like(word);
        if looks_like_a_ticket || !suggestions.is_empty() {
            return Err(ParseError::UnknownRfr {
                word: word.to_owned(),
                suggestions,
            });
        }
        Ok(Which::Omitted {
            word: Some(word.to_owned()),
        })
    }

    /// The RFR where nothing else can follow: any other word is an unknown name.
    pub fn which_alone(&mut self) -> Result<Which, ParseError> {
        match self.which()? {
            Which::Omitted { word: Some(word) } => Err(ParseError::UnknownRfr {
                suggestions: Vec::new(),
                word,
            }),
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
        let number = self
            .peek()
            .is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        if number {
            Ok(Which::Omitted { word: None })
        } else {
            self.which()
        }
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
        let is_rfr = self.peek().is_some_and(|word| self.vocabulary.rfr(word).is_some());
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

    fn names_like(&self, word: &str) -> Vec<String> {
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
        let meant = |which: &Which, word: &str| {
            let editions = match which {
                Which::Named(id) => vocabulary.editions(Some(*id)),
                Which::Omitted { .. } => vocabulary.editions(None),
            };
            editions
                .iter()
                .find_map(|edition| recognise(*edition, word))
                .ok_or_else(|| unknown(&editions, word))
        };
        // An RFR may be called like a phase: then the usage says which word comes first.
        let mut words = self.rest.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let is_other = |word: &str| any.iter().any(|edition| recognise(*edition, word).is_some());
        let name_is_first = self.vocabulary.rfr(first).is_some()
            && is_other(second)
            && (self.row.usage.starts_with("RFR") || self.vocabulary.rfr(second).is_none());
        if let Some(word) = self.peek()
            && is_other(word)
            && !name_is_first
        {
            self.take();
            let which = self.which()?;
            let found = meant(&which, word)?;
            return Ok((which, found));
        }
        let before = self.rest;
        let which = match self.which() {
            Ok(which) => which,
            // A slip in the RFR's name or in the other word: the more alike one is meant.
            Err(error) => match self.peek().map(|word| unknown(&any, word)) {
                Some(other) if other.has_suggestion() => return Err(other),
                Some(_) | None => return Err(error),
            },
        };
        match self.peek() {
            Some(word) => {
                let found = meant(&which, word)?;
                self.take();
                Ok((which, found))
            }
            None if before.is_empty() || matches!(which, Which::Named(_)) => Err(self.missing(argument)),
            None => Err(unknown(&any, before)),
        }
    }

    /// A phase and an RFR in either order.
    pub fn which_and_phase(&mut self) -> Result<(Which, Phase), ParseError> {
        self.which_and("PHASE", Edition::phase, unknown_phase)
    }

    /// An item and an RFR in either order.
    pub fn which_and_item(&mut self) -> Result<(Which, String), ParseError> {
        self.which_and("ITEM", item, |editions, word| ParseError::UnknownItem {
            word: word.to_owned(),
            suggestions: closest(word, ids(editions)),
        })
    }

    /// A topic and an RFR in either order.
    pub fn which_and_topic(&mut self) -> Result<(Which, Topic), ParseError> {
        self.which_and("caching|load-balancing|deployment", Edition::topic, |editions, word| {
            ParseError::UnknownTopic {
                word: word.to_owned(),
                known: editions
                    .first()
                    .map(|edition| edition.topics().collect())
                    .unwrap_or_default(),
            }
        })
    }

    /// A freeze break: its number, or the RFR that it is for.
    pub fn which_break(&mut self) -> Result<WhichBreak, ParseError> {
        let Some(word) = self.peek() else {
            return Err(self.missing("N"));
        };
        if let Ok(number) = word.parse() {
            self.take();
            return Ok(WhichBreak::Number(number));
        }
        match self.which()? {
            Which::Named(id) => Ok(WhichBreak::For(id)),
            Which::Omitted { .. } => Err(ParseError::BadNumber(word.to_owned())),
        }
    }
}

fn item(edition: Edition, word: &str) -> Option<String> {
    // Whatever is longer is no row's id, and is not looked at.
    let word = word.get(..word.len().min(sop::LONGEST_WORD + 1)).unwrap_or_default();
    sop::row(edition, &word.replace('_', "-")).map(|row| row.id.to_owned())
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
