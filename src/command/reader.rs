//! Reading the arguments of a verb, one after the other.

use super::date;
use super::error::{ParseError, closest};
use super::patterns::PATTERNS;
use super::snooze::{self, SnoozeError};
use super::table::Row;
use super::{Command, Which, WhichBreak};
use crate::calendar::{Key, Span};
use crate::people::Account;
use crate::rfr::{Change, RfrId, Ticket};
use crate::sop::{self, Edition, Phase, Topic};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The most characters that a text (a reason, a note, a question) may have.
pub const LONGEST_TEXT: usize = 1000;

/// The most characters that a whole command may have, by whatever way it comes. On IRC a line ends long before; a
/// message on Matrix may have 64 KiB.
pub const LONGEST_COMMAND: usize = 2 * LONGEST_TEXT;

/// Words that may stand before a name in what is said.
pub(super) const BEFORE_A_NAME: [&str; 8] = ["for", "of", "on", "about", "to", "in", "the", "rfr"];

/// The most names that one command may give.
const MOST_NAMES: usize = 20;

/// What words can refer to.
pub trait Vocabulary {
    /// The RFR of that name (now or formerly) or ticket (`#4321`, its address).
    fn rfr(&self, word: &str) -> Option<RfrId>;
    /// The names that somebody may have meant.
    fn names(&self) -> Vec<String>;
    /// The address of the ticket of that number, where the config names a tracker.
    fn ticket_url(&self, number: &str) -> Option<String>;
    /// Is that an account that the directory knows?
    fn knows_account(&self, account: &Account) -> bool;
    /// The account that a word names: by itself, or as the id of somebody whom the directory knows.
    fn account(&self, word: &str) -> Option<Account> {
        Account::from_word(word)
    }
    /// The editions of the SOP whose words are understood: where an RFR is named, its own comes first.
    fn editions(&self, _rfr: Option<RfrId>) -> Vec<Edition> {
        Edition::shipped().to_vec()
    }
    /// Today (UTC).
    fn today(&self) -> NaiveDate;
}

/// The arguments of one command.
pub struct Reader<'a> {
    row: &'static Row,
    /// Everything behind the verb.
    whole: &'a str,
    rest: &'a str,
    vocabulary: &'a dyn Vocabulary,
    /// The words that the next word was compared with, where somebody wants to know them.
    compared: Option<&'a RefCell<BTreeSet<String>>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(row: &'static Row, rest: &'a str, vocabulary: &'a dyn Vocabulary) -> Self {
        Self {
            row,
            whole: rest.trim(),
            rest: rest.trim(),
            vocabulary,
            compared: None,
        }
    }

    /// The same, and it writes down which words it takes for something else than a name.
    pub(super) fn listening(mut self, compared: &'a RefCell<BTreeSet<String>>) -> Self {
        self.compared = Some(compared);
        self
    }

    /// Does somebody write down what words are compared with?
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

    /// One of these words.
    pub fn one_of(
        &mut self,
        argument: &'static str,
        expected: &'static [&'static str],
    ) -> Result<&'static str, ParseError> {
        let word = self.word(argument)?;
        self.is_one_of(word, expected).ok_or_else(|| ParseError::UnknownWord {
            row: self.row,
            word: word.to_owned(),
            expected,
        })
    }

    /// Everything that is left; must be something.
    pub fn text(&mut self, argument: &'static str) -> Result<String, ParseError> {
        let text = self.optional_text(argument)?;
        if text.is_empty() {
            Err(self.missing(argument))
        } else {
            Ok(text)
        }
    }

    /// Everything that is left; may be nothing.
    pub fn optional_text(&mut self, argument: &'static str) -> Result<String, ParseError> {
        let text = std::mem::take(&mut self.rest).trim();
        within(argument, text, LONGEST_TEXT)?;
        Ok(text.to_owned())
    }

    /// A reason, and whether `-- yes` stands behind it: a change that is shown before it is made.
    pub fn confirmed_reason(&mut self, which: &Which, argument: &'static str) -> Result<(String, bool), ParseError> {
        let reason = self.reason(which, argument)?;
        let said = reason.rsplit_once(char::is_whitespace).and_then(|(before, last)| {
            self.is_one_of(last.trim_end_matches('.'), &["yes"])?;
            let before = before.trim_end();
            let without = before.strip_suffix("--").or_else(|| before.strip_suffix('\u{2014}'));
            without.map(|reason| reason.trim_end().to_owned())
        });
        Ok(said.map_or((reason, false), |reason| (reason, true)))
    }

    /// A note or a reason that may be left out: see [`Self::reason`].
    pub fn optional_reason(&mut self, which: &Which, argument: &'static str) -> Result<String, ParseError> {
        if let Some(behind) = behind_dashes(self.rest) {
            self.rest = behind;
            return self.text(argument);
        }
        if let (Which::Omitted { .. }, Some(word)) = (which, self.peek()) {
            return Err(self.no_guess(argument, word));
        }
        self.optional_text(argument)
    }

    /// A note or a reason. Where no RFR is named it stands behind `--`: what is left over of a command never becomes the
    /// reason of a change of an RFR that is only guessed.
    pub fn reason(&mut self, which: &Which, argument: &'static str) -> Result<String, ParseError> {
        let reason = self.optional_reason(which, argument)?;
        if reason.is_empty() {
            Err(self.missing(argument))
        } else {
            Ok(reason)
        }
    }

    /// A note that stands behind `--` in any case.
    pub fn note_behind_dashes(&mut self, which: &Which, argument: &'static str) -> Result<String, ParseError> {
        let Some(word) = self.peek() else {
            return Ok(String::new());
        };
        match (behind_dashes(self.rest), which) {
            (None, Which::Omitted { .. }) => Err(self.no_guess(argument, word)),
            (None, Which::Named(_)) => Err(ParseError::NoteWithoutDashes {
                row: self.row,
                plain: self.typed(&[self.before()]),
                with_note: self.typed(&[self.before(), "--", without_dashes(self.rest)]),
                note: without_dashes(self.rest).to_owned(),
            }),
            (Some(_), _) => self.optional_reason(which, argument),
        }
    }

    /// What somebody says of an RFR, as a question or an answer. Where none is named it does not begin with one.
    pub fn words_on(&mut self, which: &Which, argument: &'static str) -> Result<String, ParseError> {
        if let Some(behind) = behind_dashes(self.rest) {
            self.rest = behind;
        } else if let Which::Omitted { .. } = which
            && self.names_another().is_some()
            && let Some(word) = self.peek()
        {
            return Err(self.no_guess(argument, word));
        }
        self.text(argument)
    }

    /// The RFR that the words left over may mean: the first, or the one behind `for` and the like.
    fn names_another(&self) -> Option<&'a str> {
        let before = |word: &&str| self.is_one_of(word, &BEFORE_A_NAME).is_some();
        let word = self.rest.split_whitespace().take(4).find(|word| !before(word))?;
        let bare = word.trim_end_matches([',', '.', ':', ';', '?', '!']);
        self.vocabulary.rfr(bare).map(|_| bare)
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
        let another = self.names_another();
        // A sign-off is no place for words that somebody may not have meant so.
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

    /// Nothing may be left.
    pub(super) fn end(&self) -> Result<(), ParseError> {
        if self.rest.is_empty() {
            return Ok(());
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

    /// A time to snooze for: the first day after it.
    pub fn snooze(&mut self) -> Result<NaiveDate, ParseError> {
        let (day, used) = snooze::read(&self.words(), self.vocabulary.today()).map_err(|error| match error {
            SnoozeError::Missing => self.missing("DURATION"),
            error => ParseError::BadSnooze(error),
        })?;
        for _ in 0..used {
            self.take();
        }
        Ok(day)
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
        if let Some(word) = self.peek()
            && any.iter().any(|edition| recognise(*edition, word).is_some())
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

    /// A phase.
    pub fn phase(&mut self) -> Result<Phase, ParseError> {
        let word = self.word("PHASE")?;
        let editions = self.vocabulary.editions(None);
        let found = editions.iter().find_map(|edition| edition.phase(word));
        found.ok_or_else(|| unknown_phase(&editions, word))
    }

    /// An account.
    pub fn account(&mut self) -> Result<Account, ParseError> {
        let word = self.word("NAME")?;
        let account = self.vocabulary.account(word);
        account.ok_or_else(|| ParseError::BadAccount(word.to_owned()))
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
        Account::from_word(word).is_some_and(|account| self.vocabulary.knows_account(&account))
    }

    /// Is the next word an account that the directory knows?
    pub fn next_is_known_account(&self) -> bool {
        self.peek()
            .and_then(|word| self.vocabulary.account(word))
            .is_some_and(|account| self.vocabulary.knows_account(&account))
    }

    /// Names up to `as` or the end; commas and `and` between them are forgiven.
    pub fn accounts(&mut self) -> Result<Vec<Account>, ParseError> {
        let mut accounts = Vec::new();
        while let Some(word) = self.peek() {
            if self.is_one_of(word, &["as"]).is_some() {
                break;
            }
            self.take();
            for name in word.split(',') {
                if name.is_empty() || self.is_one_of(name, &["and"]).is_some() {
                    continue;
                }
                let account = self.vocabulary.account(name);
                let account = account.ok_or_else(|| ParseError::BadAccount(name.to_owned()))?;
                if !accounts.contains(&account) {
                    accounts.push(account);
                }
                if accounts.len() > MOST_NAMES {
                    return Err(ParseError::TooManyNames(MOST_NAMES));
                }
            }
        }
        if accounts.is_empty() {
            Err(self.missing("NAME…"))
        } else {
            Ok(accounts)
        }
    }

    /// A web address.
    pub fn url(&mut self) -> Result<String, ParseError> {
        let word = self.word("URL")?;
        web_address(word).ok_or_else(|| ParseError::BadUrl(word.to_owned()))
    }

    /// A question's number.
    pub fn number(&mut self) -> Result<u32, ParseError> {
        let word = self.word("N")?;
        word.trim_start_matches('#')
            .trim_end_matches([':', '.'])
            .parse()
            .map_err(|_| ParseError::BadNumber(word.to_owned()))
    }

    /// A ticket: `4321`, `#4321`, or its address.
    pub fn ticket(&mut self) -> Result<Ticket, ParseError> {
        let word = self.word("TICKET")?;
        if let Some(url) = web_address(word) {
            return Ok(Ticket { url });
        }
        let number = ticket_number(word).ok_or_else(|| ParseError::BadTicket {
            word: word.to_owned(),
            no_base: false,
        })?;
        self.vocabulary
            .ticket_url(number)
            .map(|url| Ticket { url })
            .ok_or_else(|| ParseError::BadTicket {
                word: word.to_owned(),
                no_base: true,
            })
    }

    /// The next words, as many as a date may have and some more.
    fn words(&self) -> Vec<&'a str> {
        self.rest.split_whitespace().take(2 * date::LONGEST).collect()
    }

    /// A date, and nothing that belongs to a date behind it.
    pub fn date(&mut self) -> Result<NaiveDate, ParseError> {
        self.date_by(date::read_whole)
    }

    fn date_by(
        &mut self,
        read: impl Fn(&[&str], NaiveDate) -> Result<(NaiveDate, usize), date::DateError>,
    ) -> Result<NaiveDate, ParseError> {
        let words = self.words();
        if words.is_empty() {
            return Err(self.missing("DATE"));
        }
        let (date, used) = read(&words, self.vocabulary.today()).map_err(ParseError::BadDate)?;
        for _ in 0..used {
            self.take();
        }
        Ok(date)
    }

    /// The name of a freeze and its first and last day: `F45 beta 2026-08-25 2026-09-16`.
    pub fn key_and_days(&mut self) -> Result<(Key, Span), ParseError> {
        let today = self.vocabulary.today();
        // A name ends before its longest length, so no more words need be looked at.
        let words: Vec<&str> = self
            .rest
            .split_whitespace()
            .take(LONGEST_FREEZE_NAME + date::LONGEST)
            .collect();
        if words.is_empty() {
            return Err(self.missing("NAME"));
        }
        // The first word that looks like a day ends the name; `in` and `on` belong to names as well.
        let is_day = |at: &usize| match date::read(&words[*at..], today) {
            Ok(_) => true,
            Err(date::DateError::Unknown(_)) => false,
            Err(_) => true,
        };
        let Some(at) = (1..words.len()).find(is_day) else {
            freeze_key(&words.join(" "))?;
            return Err(self.missing("FROM"));
        };
        let key = freeze_key(&words[..at].join(" "))?.ok_or_else(|| self.missing("NAME"))?;
        for _ in 0..at {
            self.take();
        }
        Ok((key, self.days()?))
    }

    /// A first and a last day.
    pub fn days(&mut self) -> Result<Span, ParseError> {
        if self.peek().is_none() {
            return Err(self.missing("FROM"));
        }
        self.take_if("from");
        let from = self.day(date::read)?;
        let _ = ["to", "until", "till", "through", "-", "\u{2013}", "\u{2014}"]
            .into_iter()
            .any(|word| self.take_if(word));
        if self.peek().is_none() {
            return Err(self.missing("TO"));
        }
        let to = self.day(date::read_whole)?;
        Span::new(from, to).ok_or(ParseError::DaysBackwards { from, to })
    }

    fn day(
        &mut self,
        read: impl Fn(&[&str], NaiveDate) -> Result<(NaiveDate, usize), date::DateError>,
    ) -> Result<NaiveDate, ParseError> {
        self.date_by(read).map_err(|error| match error {
            ParseError::BadDate(error) => ParseError::BadDay(error),
            error => error,
        })
    }

    /// The name of a freeze: everything that is left.
    pub fn key(&mut self) -> Result<Key, ParseError> {
        self.optional_key()?.ok_or_else(|| self.missing("NAME"))
    }

    /// The name of a freeze, if anything is left.
    pub fn optional_key(&mut self) -> Result<Option<Key>, ParseError> {
        freeze_key(&self.optional_text("NAME")?)
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

    /// A command that changes something.
    pub(super) fn change(which: Which, change: Change) -> Command {
        Command::Change { which, change }
    }
}

impl ParseError {
    fn has_suggestion(&self) -> bool {
        match self {
            Self::UnknownPhase { suggestion, .. } => suggestion.is_some(),
            Self::UnknownItem { suggestions, .. } => !suggestions.is_empty(),
            Self::UnknownVerb { .. }
            | Self::Missing { .. }
            | Self::Placeholder { .. }
            | Self::TooMuch { .. }
            | Self::NoGuess { .. }
            | Self::NoteWithoutDashes { .. }
            | Self::UnknownRfr { .. }
            | Self::NameIt { .. }
            | Self::ReservedName(_)
            | Self::UnknownTopic { .. }
            | Self::UnknownWord { .. }
            | Self::BadUrl(_)
            | Self::BadTicket { .. }
            | Self::BadNumber(_)
            | Self::BadAccount(_)
            | Self::TooManyNames(_)
            | Self::NameOrPerson { .. }
            | Self::BadDate(_)
            | Self::BadDay(_)
            | Self::BadSnooze(_)
            | Self::DaysBackwards { .. }
            | Self::TooLong { .. } => false,
        }
    }
}

/// The words behind dashes that stick to them.
fn without_dashes(text: &str) -> &str {
    text.trim_start_matches(['-', '\u{2014}', '\u{2013}', ' '])
}

/// What stands behind `--`, or behind the long dash that some clients make of it. It is a word of its own: dashes that
/// stick to a word may be meant in another way.
fn behind_dashes(text: &str) -> Option<&str> {
    let (dashes, behind) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    let is_mark = dashes.starts_with("--") && dashes.bytes().all(|byte| byte == b'-') || dashes == "\u{2014}";
    is_mark.then(|| behind.trim_start())
}

/// Refuses a text that is longer than may be kept.
pub(super) fn within(argument: &'static str, text: &str, limit: usize) -> Result<(), ParseError> {
    let length = text.chars().count();
    if length > limit {
        return Err(ParseError::TooLong {
            argument,
            limit,
            length,
        });
    }
    Ok(())
}

/// The longest name that a freeze may have.
const LONGEST_FREEZE_NAME: usize = 60;

fn freeze_key(name: &str) -> Result<Option<Key>, ParseError> {
    within("NAME", name, LONGEST_FREEZE_NAME)?;
    Ok(Key::from_name(name))
}

fn item(edition: Edition, word: &str) -> Option<String> {
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

/// The digits of `4321` or `#4321`.
pub(crate) fn ticket_number(word: &str) -> Option<&str> {
    let digits = PATTERNS.ticket_number.captures(word)?;
    digits.get(1).map(|digits| digits.as_str())
}

/// The address without what people and programs put around it; `None` where it is none.
pub(crate) fn web_address(word: &str) -> Option<String> {
    let mut bare = word.trim_start_matches(['<', '(', '[', '"', '\'', '“', '‹', '«']);
    loop {
        let opened = bare.matches('(').count() >= bare.matches(')').count();
        let last = bare.chars().next_back()?;
        let is_around = match last {
            // `https://example.org/Badge_(thing)` has its own.
            ')' => !opened,
            last => ">,;.:!?]\"'”›»".contains(last),
        };
        if !is_around {
            break;
        }
        bare = &bare[..bare.len() - last.len_utf8()];
    }
    PATTERNS.web_address.is_match(bare).then(|| bare.to_owned())
}
