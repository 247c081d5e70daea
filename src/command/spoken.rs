//! What people say instead of a verb, around it, or before it: from their words to the line that a verb reads.
//!
//! A phrase is *understood* as its line, or the line is *offered* and nothing is done: so it is with whatever signs, ends
//! or moves something by a word that is no verb. The order of verb and RFR is settled here, too.

use super::date::{self, DateError};
use super::phrases::{APPROVALS, BEFORE, BEHIND, FRIENDLY, Friendly, MOVES, OFFERED, Tone, UNDERSTOOD};
use super::reader::{Vocabulary, bare, number};
use super::table;
use crate::command::error::closest;
use crate::people::Right;
use crate::rfr::RfrId;
use crate::sop::Phase;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What words come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// They mean this line, which begins with a verb if it has one.
    Line(Cow<'a, str>),
    /// They may mean these lines, which are only offered.
    Offered(Vec<String>),
    /// They agree to something, of that RFR where one is named.
    Approval(Option<RfrId>),
    /// Thanks or a greeting.
    Friendly(Friendly),
}

/// Verbs that sign or end something: they are not carried out when somebody asks for them, or only wishes them.
const ASKED_BACK: [&str; 8] = ["signoff", "unsign", "drop", "remove", "revert", "reopen", "+1", "-1"];

/// Verbs that are not carried out either when somebody only wishes or intends them.
const ONLY_WISHED: [&str; 5] = ["advance", "hold", "release", "schedule", "unsponsor"];

/// Verbs whose last words may well be a question.
const OF_QUESTIONS: [&str; 9] = [
    "ask",
    "answer",
    "note",
    "new",
    "retitle",
    "report",
    "link",
    "sop",
    "discussed",
];

/// Verbs that are not carried out when the RFR stands before them.
const OFFERED_TURNED: [&str; 6] = ["drop", "remove", "revert", "reopen", "+1", "-1"];

/// The most words in which a phrase is looked for.
const LONGEST: usize = 16;

/// The line that words come to.
pub fn understand<'a>(text: &'a str, vocabulary: &dyn Vocabulary) -> Said<'a> {
    let text = text.trim();
    if let Some(lines) = several_lines(text) {
        return Said::Offered(lines);
    }
    let heard =
        |text: &'a str| whole(text, vocabulary, false).or_else(|| whole(without_courtesy(text)?, vocabulary, false));
    let end = text.trim_end();
    let asks = end.ends_with('?')
        && !end
            .split_whitespace()
            .next_back()
            .is_some_and(|word| word.contains("://"));
    let tone = if asks { Tone::Doubted } else { Tone::Said };
    if let Some(said) = heard(text) {
        return asked_back(said, tone);
    }
    let (rest, tone_of_rest) = without_filler(text);
    if rest.len() < text.len()
        && let Some(said) = heard(rest)
    {
        return asked_back(said, tone.max(tone_of_rest));
    }
    if let Some(Said::Line(line)) = whole(rest, vocabulary, true) {
        return Said::Offered(vec![line.into_owned()]);
    }
    Said::Line(Cow::Borrowed(text))
}

/// `answer badges 2 no; answer badges 3 yes`: two lines, of which the second would become words of the first.
fn several_lines(text: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = text.split(';').map(str::trim).collect();
    let is_line = |part: &&str| table::find(part).is_some_and(|(_, arguments)| !arguments.trim().is_empty());
    (parts.len() > 1 && parts.iter().all(is_line)).then(|| parts.into_iter().map(str::to_owned).collect())
}

/// Is it a line that ends something, or takes it back?
pub(super) fn ends_something(text: &str) -> bool {
    let verb = table::find(without_filler(text).0).map(|(verb, _)| verb.row.verb);
    verb.is_some_and(|verb| ASKED_BACK.contains(&verb) && verb != "signoff")
}

/// Does a text follow, to which whatever is said belongs? Where it stands behind `--` only what stands there does.
fn takes_text(usage: &str, text: &str) -> bool {
    let is_open = usage.replace("RFR…", "").contains('…');
    is_open && (!usage.contains("[-- ") || text.contains(" -- "))
}

/// What would sign or end something is offered, where it is asked for or wished; what would change anything, where somebody
/// asks whether to.
fn asked_back(said: Said<'_>, tone: Tone) -> Said<'_> {
    if tone == Tone::Said {
        return said;
    }
    let is_offered = |line: &str| {
        table::find(line).is_some_and(|(verb, _)| {
            let verb = &verb.row;
            match tone {
                Tone::Said => false,
                Tone::Asked => ASKED_BACK.contains(&verb.verb),
                Tone::Wished => ASKED_BACK.contains(&verb.verb) || ONLY_WISHED.contains(&verb.verb),
                // `away` alone asks, too.
                Tone::Doubted if line == "away" => false,
                Tone::Doubted => {
                    ASKED_BACK.contains(&verb.verb) || verb.who != Right::Look && !OF_QUESTIONS.contains(&verb.verb)
                }
            }
        })
    };
    match said {
        Said::Line(line) if is_offered(&line) => Said::Offered(vec![bare_end(&line).to_owned()]),
        said @ (Said::Line(_) | Said::Offered(_) | Said::Approval(_) | Said::Friendly(_)) => said,
    }
}

/// Words that are a phrase, begin with a verb, or with an RFR and a verb; where one may guess, an RFR's name may have a slip.
fn whole<'a>(text: &'a str, vocabulary: &dyn Vocabulary, guess: bool) -> Option<Said<'a>> {
    if let Some(said) = phrase(text, vocabulary, guess) {
        return Some(said);
    }
    if guess {
        return None;
    }
    if let Some((verb, _)) = table::find(text) {
        let plain = without_courtesy(text).filter(|_| !takes_text(verb.row.usage, text));
        return Some(Said::Line(Cow::Borrowed(plain.unwrap_or(text))));
    }
    let first = text.split_whitespace().next()?;
    let Some(name) = named(first, vocabulary) else {
        return item_is_done(text, vocabulary).map(|line| Said::Line(Cow::Owned(line)));
    };
    let rest = text.get(first.len()..)?.trim_start();
    if rest.is_empty() {
        return Some(Said::Line(Cow::Borrowed(text)));
    }
    let (rest, tone) = match table::find(rest) {
        Some(_) => (rest, Tone::Said),
        None => without_filler(rest),
    };
    Some(asked_back(turned(name, rest, vocabulary)?, tone))
}

/// `integration is done for badges`: an item, and of which RFR.
fn item_is_done(text: &str, vocabulary: &dyn Vocabulary) -> Option<String> {
    const MOST_WORDS: usize = 8;
    let words: Vec<&str> = text.split_whitespace().take(MOST_WORDS + 1).collect();
    let plain: Vec<String> = words.iter().map(|word| bare(word).to_lowercase()).collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    let at = plain.iter().position(|word| matches!(*word, "is" | "are"))?;
    let (item, said) = (words.get(..at)?, plain.get(at + 1..)?);
    let is_done = |word: &str| matches!(word, "done" | "complete" | "completed" | "finished");
    let rfr = match said {
        [done, "for" | "on" | "in" | "of", _] if is_done(done) => words.last().copied(),
        _ => None,
    }?;
    let name = named(rfr, vocabulary)?;
    let is_short = !item.is_empty() && words.len() <= MOST_WORDS;
    is_short.then(|| format!("done {name} {}", item.join(" ")))
}

/// An RFR, and behind it what is wanted of it.
fn turned<'a>(name: &str, rest: &str, vocabulary: &dyn Vocabulary) -> Option<Said<'a>> {
    let (first, behind) = rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len()));
    let plain = without_courtesy(rest).unwrap_or(rest);
    let forms = [
        format!("{first} {name}{behind}"),
        format!("{} {name}", bare_end(plain)),
        format!("mark {name} {}", bare_end(plain)),
    ];
    if let Some((verb, arguments)) = table::find(rest)
        && (verb.row.usage.contains("RFR") || OFFERED_TURNED.contains(&verb.row.verb))
        && !forms.iter().any(|form| is_look(form, vocabulary))
    {
        let plain = without_courtesy(rest).filter(|_| !takes_text(verb.row.usage, rest));
        let arguments = plain
            .and_then(table::find)
            .map_or(arguments, |(_, arguments)| arguments);
        let line = format!("{} {name} {}", verb.row.verb, arguments.trim());
        let line = line.trim_end().to_owned();
        return Some(if OFFERED_TURNED.contains(&verb.row.verb) {
            Said::Offered(vec![line])
        } else {
            Said::Line(Cow::Owned(line))
        });
    }
    let found = forms.iter().find_map(|form| phrase(form, vocabulary, false))?;
    Some(match found {
        Said::Line(line) => Said::Line(Cow::Owned(line.into_owned())),
        Said::Offered(lines) => Said::Offered(lines),
        Said::Approval(rfr) => Said::Approval(rfr),
        Said::Friendly(friendly) => Said::Friendly(friendly),
    })
}

/// Is it one of the phrases that shadow a verb: `links badges`?
fn is_look(form: &str, vocabulary: &dyn Vocabulary) -> bool {
    matches!(phrase(form, vocabulary, false), Some(Said::Line(_)))
}

/// The end of a line without the sign that closes it.
fn bare_end(text: &str) -> &str {
    text.trim_end_matches(['?', '.', '!', ',', ';', ':'])
}

fn phrase<'a>(text: &str, vocabulary: &dyn Vocabulary, guess: bool) -> Option<Said<'a>> {
    let first = text.split_whitespace().next()?;
    if PHRASES.begin_otherwise(first) {
        return None;
    }
    let words = LineWords::new(text, vocabulary, guess)?;
    for (said, means) in PHRASES.that_may_be(&words.parts.first()?.0) {
        let Some(found) = words.fit(said) else { continue };
        let is_named = !guess || found.rfr.is_some();
        match means {
            Means::Friendly(friendly) if !guess => return Some(Said::Friendly(*friendly)),
            Means::Approval => {
                let named = found.rfr.as_deref().and_then(|name| vocabulary.rfr(name));
                return is_named.then_some(Said::Approval(named));
            }
            Means::Move => {
                if let Some(said) = moved(&found, vocabulary) {
                    return Some(said);
                }
            }
            Means::Line(line) if is_named => return Some(Said::Line(Cow::Owned(found.line(line)))),
            Means::Offer(line) if is_named && guess => return Some(Said::Line(Cow::Owned(found.line(line)))),
            Means::Offer(line) if is_named => return Some(Said::Offered(vec![found.line(line)])),
            Means::Friendly(_) | Means::Line(_) | Means::Offer(_) => {}
        }
    }
    None
}

/// Where somebody wants an RFR to go: there already, one step ahead, further, or back.
fn moved<'a>(found: &FoundVerb, vocabulary: &dyn Vocabulary) -> Option<Said<'a>> {
    let name = found.rfr.as_deref()?;
    let (now, next) = vocabulary.phases(vocabulary.rfr(name)?)?;
    let to = match found.phase {
        Some((to, _)) => to,
        None => next?,
    };
    let line = |line: String| Some(Said::Line(Cow::Owned(line)));
    if to == now {
        line(format!("status {name}"))
    } else if Some(to) == next {
        Some(Said::Offered(vec![format!("advance {name}")]))
    } else if to < now {
        let called = found.phase.as_ref().map(|(_, called)| called.as_str())?;
        Some(Said::Offered(vec![format!("revert {name} {called} REASON…")]))
    } else {
        line(format!("next {name}"))
    }
}

/// What a phrase comes to.
enum Means {
    Friendly(Friendly),
    Approval,
    Move,
    Line(&'static str),
    Offer(&'static str),
}

/// The phrases by their first word: each line is looked up here, some of them several times.
struct Phrases {
    all: Vec<(&'static str, Means)>,
    /// By the words that a phrase may begin with.
    by_word: HashMap<&'static str, Vec<usize>>,
    /// Those that begin with any word, or whose first word may be missing.
    others: Vec<usize>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let friendly = FRIENDLY
        .iter()
        .map(|(said, friendly)| (*said, Means::Friendly(*friendly)));
    let approvals = APPROVALS.iter().map(|said| (*said, Means::Approval));
    let moves = MOVES.iter().map(|said| (*said, Means::Move));
    let understood = UNDERSTOOD.iter().map(|(said, line)| (*said, Means::Line(line)));
    let offered = OFFERED.iter().map(|(said, line)| (*said, Means::Offer(line)));
    let all: Vec<(&str, Means)> = friendly
        .chain(approvals)
        .chain(moves)
        .chain(understood)
        .chain(offered)
        .collect();
    let (mut by_word, mut others) = (HashMap::<&str, Vec<usize>>::new(), Vec::new());
    for (index, (said, _)) in all.iter().enumerate() {
        let first = said.split(' ').next().unwrap_or_default();
        let is_plain = |word: &str| !word.contains(|c: char| c.is_ascii_uppercase() || matches!(c, '(' | '…'));
        if first.split('|').all(is_plain) {
            for word in first.split('|') {
                by_word.entry(word).or_default().push(index);
            }
        } else {
            others.push(index);
        }
    }
    Phrases { all, by_word, others }
});

impl Phrases {
    /// Does none of them begin with this word, whatever stands around it? What is not plain is not looked at.
    fn begin_otherwise(&self, word: &str) -> bool {
        let is_plain = word.bytes().all(|c| c.is_ascii_lowercase());
        let is_short_for_two = matches!(word, "whats" | "hows" | "wheres" | "lets");
        is_plain && !is_short_for_two && self.others.is_empty() && !self.by_word.contains_key(word)
    }

    /// Those that may begin with a word, in their order.
    fn that_may_be(&self, word: &str) -> impl Iterator<Item = &(&'static str, Means)> {
        let named = self.by_word.get(word).map(Vec::as_slice).unwrap_or_default();
        let mut found: Vec<usize> = named.iter().chain(&self.others).copied().collect();
        found.sort_unstable();
        found.into_iter().filter_map(|index| self.all.get(index))
    }
}

/// The text behind what people put before a wish, and how that wants it.
fn without_filler(text: &str) -> (&str, Tone) {
    let (mut rest, mut tone) = (text, Tone::Said);
    for _ in 0..4 {
        let Some(words) = LineWords::plain(rest) else { break };
        let found = BEFORE.iter().find_map(|(said, tone)| {
            let end = words.begin(said)?;
            (end < rest.len()).then_some((end, *tone))
        });
        let Some((end, other)) = found else { break };
        rest = rest.get(end..).unwrap_or_default().trim_start();
        tone = tone.max(other);
    }
    (rest, tone)
}

/// The text before what people put behind a wish, where they did.
fn without_courtesy(text: &str) -> Option<&str> {
    let end = bare_end(text.trim_end());
    let found = BEHIND.iter().find_map(|said| {
        let at = end.len().checked_sub(said.len())?;
        let before = end.get(..at)?;
        let is_so = end.get(at..)?.eq_ignore_ascii_case(said) && before.ends_with(char::is_whitespace);
        is_so.then(|| before.trim_end().trim_end_matches(','))
    })?;
    (!found.is_empty()).then_some(found)
}

/// Words behind which `'s` is short for `is`; behind a name it says whose something is.
const SHORT_FOR_IS: [&str; 12] = [
    "what", "who", "how", "where", "when", "why", "it", "that", "there", "here", "he", "she",
];

/// The word as the name of an RFR, where it is one: `badges`, `“badges”`, `badges's`.
fn named<'w>(word: &'w str, vocabulary: &dyn Vocabulary) -> Option<&'w str> {
    let plain = bare(word);
    let owner = plain.strip_suffix("'s").or_else(|| plain.strip_suffix("\u{2019}s"));
    [Some(word), Some(plain), owner]
        .into_iter()
        .flatten()
        .find(|word| vocabulary.rfr(word).is_some())
}

/// The words of a line, and where each begins and ends in it.
struct LineWords<'t> {
    text: &'t str,
    parts: Vec<(Cow<'t, str>, usize, usize)>,
    vocabulary: Option<&'t dyn Vocabulary>,
    guess: bool,
}

/// What the slots of a phrase hold.
#[derive(Clone, Default)]
struct FoundVerb {
    rfr: Option<String>,
    name: Option<String>,
    phase: Option<(Phase, String)>,
    rest: String,
}

impl FoundVerb {
    fn line(&self, means: &str) -> String {
        let words = means.split(' ').filter_map(|word| match word {
            "RFR" if self.rfr.is_none() && means.contains('…') => Some("RFR"),
            "RFR" => self.rfr.as_deref(),
            "NAME" | "N" => self.name.as_deref(),
            "PHASE" if self.phase.is_some() => self.phase.as_ref().map(|(_, called)| called.as_str()),
            "…" => Some(self.rest.as_str()),
            word => Some(word),
        });
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl<'t> LineWords<'t> {
    fn plain(text: &'t str) -> Option<Self> {
        let mut words = Vec::new();
        let mut at = 0;
        for word in text.split_whitespace() {
            let start = at + text.get(at..)?.find(word)?;
            at = start + word.len();
            let plain = bare(word).replace('\u{2019}', "'").to_lowercase();
            let (first, second) = match plain.split_once('\'') {
                Some((first, "s")) if first == "let" => (first.to_owned(), "us"),
                Some((first, "s")) if SHORT_FOR_IS.contains(&first) => (first.to_owned(), "is"),
                // Of somebody or something.
                Some((first, "s" | "")) => (first.to_owned(), ""),
                Some((first, "ll")) => (first.to_owned(), "will"),
                Some((first, "m")) => (first.to_owned(), "am"),
                Some((first, "d")) => (first.to_owned(), "would"),
                Some((first, "re")) => (first.to_owned(), "are"),
                Some(_) | None => match plain.as_str() {
                    "whats" => ("what".to_owned(), "is"),
                    "hows" => ("how".to_owned(), "is"),
                    "wheres" => ("where".to_owned(), "is"),
                    "lets" => ("let".to_owned(), "us"),
                    _ => (plain, ""),
                },
            };
            words.push((Cow::Owned(first), start, at));
            if !second.is_empty() {
                words.push((Cow::Borrowed(second), at, at));
            }
            if words.len() > LONGEST {
                break;
            }
        }
        Some(Self {
            text,
            parts: words,
            vocabulary: None,
            guess: false,
        })
    }

    fn new(text: &'t str, vocabulary: &'t dyn Vocabulary, guess: bool) -> Option<Self> {
        let mut words = Self::plain(text)?;
        words.vocabulary = Some(vocabulary);
        words.guess = guess;
        Some(words)
    }

    /// The slots' words, where all words are that phrase.
    fn fit(&self, said: &str) -> Option<FoundVerb> {
        let pattern: Vec<&str> = said.split(' ').collect();
        let (found, at) = self.from(&pattern, 0, &FoundVerb::default())?;
        (at == self.parts.len()).then_some(found)
    }

    /// Where the words behind the phrase begin.
    fn begin(&self, said: &str) -> Option<usize> {
        let pattern: Vec<&str> = said.split(' ').collect();
        let at = self.longest(&pattern, 0)?;
        let (_, _, end) = self.parts.get(at.checked_sub(1)?)?;
        Some(*end)
    }

    /// How many words the phrase takes, where others may follow: as many as it can.
    fn longest(&self, pattern: &[&str], at: usize) -> Option<usize> {
        let Some((first, rest)) = pattern.split_first() else {
            return Some(at);
        };
        let optional = first.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
        let word = self.parts.get(at).map(|(word, ..)| word.as_ref());
        if word.is_some_and(|word| optional.unwrap_or(first).split('|').any(|other| other == word))
            && let Some(end) = self.longest(rest, at + 1)
        {
            return Some(end);
        }
        optional.and_then(|_| self.longest(rest, at))
    }

    /// The rest of the phrase from the word at that place to the last word.
    fn from(&self, pattern: &[&str], at: usize, found: &FoundVerb) -> Option<(FoundVerb, usize)> {
        let Some((first, rest)) = pattern.split_first() else {
            return (at == self.parts.len()).then(|| (found.clone(), at));
        };
        let optional = first.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
        let wanted = optional.unwrap_or(first);
        if wanted == "…" || wanted == "DATE" && self.is_date(at) {
            let start = self.parts.get(at).map_or(self.text.len(), |(_, start, _)| *start);
            let mut found = found.clone();
            self.text.get(start..).unwrap_or_default().clone_into(&mut found.rest);
            let is_there = !found.rest.is_empty() || optional.is_some();
            return is_there.then_some((found, self.parts.len()));
        }
        if let Some(found) = self.slot(wanted, at, found)
            && let Some(whole) = self.from(rest, at + 1, &found)
        {
            return Some(whole);
        }
        optional.and_then(|_| self.from(rest, at, found))
    }

    /// Do the words from there on begin with a date?
    fn is_date(&self, at: usize) -> bool {
        let start = self.parts.get(at).map_or(self.text.len(), |(_, start, _)| *start);
        let words = self.text.get(start..).unwrap_or_default();
        let words: Vec<&str> = words.split_whitespace().take(date::LONGEST).collect();
        let today = self.vocabulary.map(Vocabulary::today);
        today.is_some_and(|today| !matches!(date::read_whole(&words, today), Err(DateError::Unknown(_))))
    }

    /// What is found, where the word at that place is one of those wanted.
    fn slot(&self, wanted: &str, at: usize, found: &FoundVerb) -> Option<FoundVerb> {
        let (word, start, end) = self.parts.get(at)?;
        let raw = self.text.get(*start..*end).unwrap_or_default();
        let mut found = found.clone();
        wanted.split('|').find_map(|wanted| {
            match wanted {
                "RFR" => found.rfr = Some(self.rfr(raw)?),
                "NAME" => found.name = Some(bare(raw).to_owned()),
                "N" => found.name = Some(number(raw)?.to_string()),
                "PERSON" => {
                    let vocabulary = self.vocabulary?;
                    let account = vocabulary.account(bare(raw))?;
                    vocabulary.knows_account(&account).then_some(())?;
                    found.name = Some(account.as_str().to_owned());
                }
                "PHASE" => {
                    let editions = self.vocabulary?.editions(None);
                    let phase = editions.iter().find_map(|edition| edition.phase(bare(raw)))?;
                    found.phase = Some((phase, bare(raw).to_lowercase()));
                }
                literal => (literal == word).then_some(())?,
            }
            Some(found.clone())
        })
    }

    fn rfr(&self, raw: &str) -> Option<String> {
        let vocabulary = self.vocabulary?;
        if let Some(name) = named(raw, vocabulary) {
            return Some(name.to_owned());
        }
        let names = vocabulary.names();
        let like = self.guess.then(|| closest(bare(raw), names.iter().map(String::as_str)));
        like?.into_iter().next()
    }
}
