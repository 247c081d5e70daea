//! Reading the arguments of a verb, one after the other.

mod days;
mod doubts;
mod people;
mod texts;
mod which;

pub(crate) use doubts::says_undecided;
pub(super) use texts::within;
use texts::{behind_dashes, without_dashes};

pub(crate) use super::bare::{bare, number, ticket_number, web_address};
use super::date;
use super::discussion;
use super::error::{ParseError, closest};
use super::row::VerbRow;
use super::tickets;
use super::{Command, LinkOrder, MOST_SHOWN, Which};
use crate::people::Account;
use crate::rfr::{Change, RfrId, Ticket};
use crate::sop::{Edition, Phase};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Longest text (a reason, a note, a question), in characters.
pub const LONGEST_TEXT: usize = 1000;

/// Longest command, in characters, from any network. An IRC line is much shorter; a Matrix message may have 64 KiB.
pub const LONGEST_COMMAND: usize = 2 * LONGEST_TEXT;

/// Words that may stand before a name in what is said.
pub(super) const BEFORE_A_NAME: [&str; 10] = ["for", "of", "on", "about", "to", "in", "the", "rfr", "ticket", "issue"];

/// What words can refer to.
pub trait Vocabulary {
    /// The RFR of that name (now or formerly) or ticket (`#4321`, its address).
    fn rfr(&self, word: &str) -> Option<RfrId>;
    /// The names that somebody may have meant.
    fn names(&self) -> Vec<String>;
    /// The address of the ticket of that number, where the config names a tracker.
    fn ticket_url(&self, number: &str) -> Option<String>;
    /// What the number of a ticket is appended to, where the config names a tracker.
    fn ticket_base(&self) -> Option<String> {
        self.ticket_url("").filter(|base| !base.is_empty())
    }
    /// Where the list's archive is, where the config names one.
    fn list_archive(&self) -> Option<String> {
        None
    }
    /// The phase in which an RFR is, and the one after it; `None` where it has ended.
    fn phases(&self, _rfr: RfrId) -> Option<(Phase, Option<Phase>)> {
        None
    }
    /// Who speaks.
    fn speaker(&self) -> Option<Account> {
        None
    }
    /// The lines by which the speaker could agree to something at this moment: of that RFR, where one is named.
    fn to_approve(&self, _rfr: Option<RfrId>) -> Vec<String> {
        Vec::new()
    }
    /// The accounts that somebody may have meant.
    fn accounts_like(&self, _word: &str) -> Vec<String> {
        Vec::new()
    }
    /// Is that an account that the directory knows?
    fn knows_account(&self, account: &Account) -> bool;
    /// Should the bot ask back about an unknown name?
    fn asks_about_names(&self) -> bool {
        true
    }
    /// The account that a word names: by itself, or as the id of somebody whom the directory knows.
    fn account(&self, word: &str) -> Option<Account> {
        Account::from_word(word)
    }
    /// The editions of the SOP whose words are understood: where an RFR is named, its own comes first.
    fn editions(&self, _rfr: Option<RfrId>) -> Vec<Edition> {
        Edition::shipped().to_vec()
    }
    /// Does somebody take part in an RFR that is under way?
    fn takes_part(&self, _account: &Account) -> bool {
        false
    }
    /// Is the speaker asked to sponsor anything?
    fn is_asked_to_sponsor(&self) -> bool {
        false
    }
    /// The day on which an RFR is to be deployed to production.
    fn planned(&self, _rfr: RfrId) -> Option<NaiveDate> {
        None
    }
    /// Today (UTC).
    fn today(&self) -> NaiveDate;
}

/// The arguments of one command.
pub struct Reader<'a> {
    row: &'static VerbRow,
    /// Everything behind the verb.
    whole: &'a str,
    rest: &'a str,
    vocabulary: &'a dyn Vocabulary,
    /// The words that the next word was compared with, where somebody wants to know them.
    compared: Option<&'a RefCell<BTreeSet<String>>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(row: &'static VerbRow, rest: &'a str, vocabulary: &'a dyn Vocabulary) -> Self {
        Self {
            row,
            whole: rest.trim(),
            rest: rest.trim(),
            vocabulary,
            compared: None,
        }
    }

    /// The same, and records which words it interprets as something other than a name.
    pub(super) fn listening(mut self, compared: &'a RefCell<BTreeSet<String>>) -> Self {
        self.compared = Some(compared);
        self
    }

    /// Are the words of comparisons being recorded?
    pub(super) fn is_heard(&self) -> bool {
        self.compared.is_some()
    }

    /// Is a word one of these? Every comparison goes this way, so that the words are known.
    fn is_one_of<'w>(&self, word: &str, words: &[&'w str]) -> Option<&'w str> {
        if let Some(compared) = self.compared {
            compared
                .borrow_mut()
                .extend(words.iter().map(|word| (*word).to_owned()));
        }
        let word = bare(word);
        words.iter().find(|other| other.eq_ignore_ascii_case(word)).copied()
    }

    /// The next word, without taking it.
    pub fn peek(&self) -> Option<&'a str> {
        self.rest.split_whitespace().next()
    }

    fn take(&mut self) -> Option<&'a str> {
        let word = self.peek()?;
        self.rest = self.rest[word.len()..].trim_start();
        Some(word)
    }

    /// Takes the next word if it is this one.
    pub fn take_if(&mut self, word: &str) -> bool {
        let is = self.is_one_of(self.peek().unwrap_or_default(), &[word]).is_some();
        if is {
            self.take();
        }
        is
    }

    /// The next word; `argument` is what the usage calls it.
    pub fn word(&mut self, argument: &'static str) -> Result<&'a str, ParseError> {
        self.take().ok_or_else(|| self.missing(argument))
    }

    /// Nothing, or a single word that names no RFR: a code is asked for, or typed.
    pub(super) fn link(&mut self) -> Option<LinkOrder> {
        let Some(word) = self.peek() else {
            return Some(LinkOrder::Ask);
        };
        // A code may be typed in its two halves.
        let typed: String = self.rest.split_whitespace().collect();
        let is_halved = || typed.len() == 10 && typed.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_code = (self.rest == word || word.len() == 5 && is_halved()) && !self.is_heard();
        (is_code && self.vocabulary.rfr(word).is_none()).then(|| {
            self.rest = "";
            LinkOrder::Type(typed)
        })
    }

    /// One of these words.
    pub fn one_of(
        &mut self,
        argument: &'static str,
        expected: &'static [&'static str],
    ) -> Result<&'static str, ParseError> {
        let word = self.word(argument)?;
        self.is_one_of(word, expected)
            .ok_or_else(|| self.unknown_word(word, expected))
    }

    /// A name that means something else in commands.
    pub(super) fn reserved(&self, word: &str) -> ParseError {
        ParseError::ReservedName {
            word: word.to_owned(),
            example: self.row.example,
        }
    }

    /// None of these words.
    pub(super) fn unknown_word(&self, word: &str, expected: &'static [&'static str]) -> ParseError {
        ParseError::UnknownWord {
            row: self.row,
            word: bare(word).to_owned(),
            expected,
            lines: Vec::new(),
        }
    }

    /// The RFR that a word names, whatever stands around it.
    pub(super) fn rfr(&self, word: &str) -> Option<RfrId> {
        let plain = || Some(bare(word)).filter(|plain| *plain != word);
        self.vocabulary.rfr(word).or_else(|| self.vocabulary.rfr(plain()?))
    }

    /// The RFR that the words left over may mean: the first, or the one behind `for` and the like.
    fn names_another(&self) -> Option<&'a str> {
        let before = |word: &&str| self.is_one_of(word, &BEFORE_A_NAME).is_some();
        let word = self.rest.split_whitespace().take(4).find(|word| !before(word))?;
        self.rfr(word).map(|_| bare(word))
    }

    /// The words of the command that were read.
    fn before(&self) -> &'a str {
        self.whole[..self.whole.len() - self.rest.len()].trim_end()
    }

    /// The command with these arguments.
    fn typed(&self, arguments: &[&str]) -> String {
        let words = std::iter::once(self.row.verb).chain(arguments.iter().copied());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// No RFR is named, and these words are not taken for a text about one that is guessed.
    fn no_guess(&self, argument: &'static str, word: &str) -> ParseError {
        if bare(word) == "RFR" {
            return ParseError::Placeholder {
                row: self.row,
                word: "RFR",
            };
        }
        let another = self.names_another();
        // Nothing in a sign-off is guessed.
        let is_signature = self.row.usage.contains("--");
        let text = if is_signature {
            argument
        } else {
            without_dashes(self.rest)
        };
        let optional = is_signature || self.row.usage.contains(&format!("[{argument}]"));
        let name = another.unwrap_or("RFR");
        let named = if optional {
            &[name, self.before()][..]
        } else {
            &[name, self.before(), argument][..]
        };
        ParseError::NoGuess {
            row: self.row,
            word: word.to_owned(),
            named: self.typed(named),
            another: another.map(str::to_owned),
            here: self.typed(&[self.before(), "--", text]),
        }
    }

    /// Takes `from N` where that is all that is left.
    pub(super) fn take_offer(&mut self) -> Option<u32> {
        let mut words = self.rest.split_whitespace();
        let (from, number) = (words.next()?, words.next()?);
        let is_from = self.is_one_of(from, &["from"]).is_some();
        let offer = number.parse().ok().filter(|_| is_from && words.next().is_none())?;
        self.rest = "";
        Some(offer)
    }

    /// Several RFRs, where that is all that is left. Behind two of them, what names none is a slip.
    pub(super) fn several(&mut self) -> Result<Option<Vec<RfrId>>, ParseError> {
        if let Some(several) = super::several(self.rest, self.vocabulary).filter(|ids| ids.len() > 1) {
            self.rest = "";
            return Ok(Some(several));
        }
        let mut words = self.rest.split([',', ' ']).map(bare).filter(|word| !word.is_empty());
        let is_rfr = |word: &str| self.vocabulary.rfr(word).is_some();
        if !(words.next().is_some_and(is_rfr) && words.next().is_some_and(is_rfr)) {
            return Ok(None);
        }
        let mut others = words
            .filter(|word| self.is_one_of(word, &["and"]).is_none())
            .take(MOST_SHOWN);
        match others.find(|word| !is_rfr(word)) {
            Some(word) => Err(ParseError::unknown_rfr(word, self.names_like(word))),
            None => Ok(None),
        }
    }

    /// Nothing may be left.
    pub(super) fn end(&self) -> Result<(), ParseError> {
        if self.rest.is_empty() {
            return Ok(());
        }
        let first = self.before();
        let others = super::several(self.rest, self.vocabulary).filter(|_| self.rfr(first).is_some());
        if let Some(others) = others {
            let names = self
                .rest
                .split([',', ' '])
                .map(bare)
                .filter(|word| self.rfr(word).is_some());
            let lines = std::iter::once(bare(first))
                .chain(names)
                .map(|name| self.typed(&[name]));
            return Err(ParseError::Offered(lines.take(others.len() + 1).collect()));
        }
        Err(ParseError::TooMuch {
            row: self.row,
            extra: self.rest.to_owned(),
        })
    }

    pub(super) fn missing(&self, argument: &'static str) -> ParseError {
        ParseError::Missing {
            row: self.row,
            argument,
        }
    }

    /// A phase.
    pub fn phase(&mut self) -> Result<Phase, ParseError> {
        let word = self.word("PHASE")?;
        let editions = self.vocabulary.editions(None);
        let found = editions.iter().find_map(|edition| edition.phase(bare(word)));
        found.ok_or_else(|| unknown_phase(&editions, word))
    }

    /// An account.
    pub fn account(&mut self) -> Result<Account, ParseError> {
        let word = self.word("NAME")?;
        // `sponsor mote tomorrow` names nobody.
        if !self.is_known_account(word) && date::read_whole(&[word], self.today()).is_ok() {
            return Err(ParseError::TooMuch {
                row: self.row,
                extra: word.to_owned(),
            });
        }
        let account = self.vocabulary.account(bare(word));
        account.ok_or_else(|| ParseError::BadAccount(bare(word).to_owned()))
    }

    /// The editions of the SOP whose words are understood.
    pub fn editions(&self) -> Vec<Edition> {
        self.vocabulary.editions(None)
    }

    /// Today (UTC).
    pub fn today(&self) -> NaiveDate {
        self.vocabulary.today()
    }

    /// Is that word an account that the directory knows?
    pub fn is_known_account(&self, word: &str) -> bool {
        Account::from_word(bare(word)).is_some_and(|account| self.vocabulary.knows_account(&account))
    }

    /// Is the next word an account that the directory knows?
    pub fn next_is_known_account(&self) -> bool {
        self.peek()
            .and_then(|word| self.vocabulary.account(bare(word)))
            .is_some_and(|account| self.vocabulary.knows_account(&account))
    }

    /// A web address.
    pub fn url(&mut self) -> Result<String, ParseError> {
        let word = self.word("URL")?;
        web_address(word).ok_or_else(|| ParseError::BadUrl(word.to_owned()))
    }

    /// The address of a discussion: in a list's archive, or a log of chat.
    pub(super) fn discussion(&mut self, which: &Which) -> Result<String, ParseError> {
        let before = self.before();
        let url = self.url()?;
        if discussion::is_one(&url, self.vocabulary.list_archive().as_deref()) {
            return Ok(url);
        }
        let name = match which {
            Which::Named(_) => before,
            Which::Omitted { .. } => "RFR",
        };
        let link = format!("link {name} {url}");
        Err(ParseError::NoDiscussion { url, link })
    }

    /// A question's number.
    pub fn number(&mut self) -> Result<u32, ParseError> {
        let mut word = self.word("N")?;
        if self.is_one_of(bare(word), &["question"]).is_some() {
            word = self.word("N")?;
        }
        number(word).ok_or_else(|| ParseError::BadNumber(bare(word).to_owned()))
    }

    /// A number that no other follows as one of a list: `5, 1 no` and `5 and 6 no` are asked back.
    pub fn number_alone(&mut self) -> Result<u32, ParseError> {
        let typed = self.peek().unwrap_or_default();
        let before = self.before();
        let first = self.number()?;
        let rest = self.rest;
        let behind = if typed.ends_with([',', '&', '+']) {
            rest
        } else {
            let word = self.peek().unwrap_or_default();
            let Some(_) = self.is_one_of(word, &["and", "&", "+", ","]) else {
                return Ok(first);
            };
            rest.trim_start()[word.len()..].trim_start()
        };
        let (second, text) = behind.split_once(char::is_whitespace).unwrap_or((behind, ""));
        match number(second) {
            Some(second) if !text.trim().is_empty() => Err(ParseError::Offered(vec![
                self.typed(&[before, &first.to_string(), text]),
                self.typed(&[before, &second.to_string(), text]),
                self.typed(&[before, &first.to_string(), "--", rest]),
            ])),
            Some(_) | None => Ok(first),
        }
    }

    /// A ticket: `4321`, `#4321`, or its address.
    pub fn ticket(&mut self) -> Result<Ticket, ParseError> {
        let word = self.word("TICKET")?;
        let base = self.vocabulary.ticket_base();
        let no_base = base.is_none() && ticket_number(word).is_some();
        tickets::address(word, base.as_deref())
            .map(|url| Ticket { url })
            .ok_or_else(|| ParseError::BadTicket {
                word: bare(word).to_owned(),
                no_base,
            })
    }

    /// A command that changes something.
    pub(super) fn change(which: Which, change: Change) -> Command {
        Command::Change { which, change }
    }
}

fn unknown_phase(editions: &[Edition], word: &str) -> ParseError {
    let mut names = Vec::new();
    for phase in editions.iter().flat_map(|edition| edition.phases()) {
        if !names.contains(&phase.name) {
            names.push(phase.name);
        }
    }
    let like = closest(word, names.iter().copied());
    ParseError::UnknownPhase {
        word: word.to_owned(),
        lines: Vec::new(),
        suggestion: names
            .iter()
            .copied()
            .find(|name| like.first().is_some_and(|like| like == name)),
        known: editions
            .first()
            .map(|edition| edition.phases().iter().map(|phase| phase.name).collect())
            .unwrap_or_default(),
    }
}
