//! The line that says who is quoted below it, in the languages of common mail programs.

use crate::mail::inbox::questions;

/// Most lines of an attribution: `On …`, a name and an address, `wrote:`.
const ATTRIBUTION_LINES: usize = 4;

/// Rejoins one-line attributions that a program broke before the bracket after an address, so that their end looks like
/// a quote: `> wrote:`.
pub(super) fn whole_attributions(lines: Vec<String>) -> Vec<String> {
    let mut whole: Vec<String> = Vec::with_capacity(lines.len());
    for line in lines {
        let ends_one = line.trim_start().starts_with('>')
            && before_colon(line.trim_start().trim_start_matches(['>', ' '])).is_some_and(|words| ends_in_verb(&words));
        let open = whole
            .iter()
            .rev()
            .take(ATTRIBUTION_LINES - 1)
            .take_while(|line| !line.trim().is_empty() && !line.starts_with('>'))
            .position(|line| line.rfind('<') > line.rfind('>'));
        match open {
            Some(back) if ends_one => {
                let mut begin = whole.len() - 1 - back;
                // The bracket may be alone on its line.
                if whole[begin].trim() == "<" && begin > 0 && !whole[begin - 1].trim().is_empty() {
                    begin -= 1;
                }
                let parts: Vec<String> = whole.drain(begin..).collect();
                let parts = parts.iter().map(|part| part.trim()).collect::<Vec<_>>().join(" ");
                whole.push(format!("{parts} {}", line.trim()));
            }
            Some(_) | None => whole.push(line),
        }
    }
    whole
}

/// What follows a line that ends in a colon.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Follows {
    /// A quote, so the line says whose it is.
    Quote,
    /// Lines with a mark that some programs put before quotes.
    QuoteMark,
    /// The same, but with a mark that lists use as well.
    ListMark,
    /// Unmarked text: only a certain attribution counts.
    Words,
}

/// Removes an attribution at the end; returns whether there was one.
pub(super) fn drop_attribution(own: &mut Vec<&str>, follows: Follows) -> bool {
    let blanks = own.iter().rev().take_while(|line| line.is_empty()).count();
    let end = own.len() - blanks.min(own.len());
    if blanks > 1 {
        return false;
    }
    // An opening word shows where it starts; without one it is only the last line.
    for (count, opened) in (1..=ATTRIBUTION_LINES.min(end))
        .map(|count| (count, true))
        .chain([(1, false)])
    {
        let Some(lines) = end.checked_sub(count).map(|begin| &own[begin..end]) else {
            continue;
        };
        if lines.iter().any(|line| line.is_empty()) {
            continue;
        }
        let joined = lines.join(" ");
        let is_one = match (opened, follows) {
            (true, Follows::Quote) => is_dated_attribution(&joined),
            (true, Follows::QuoteMark) => is_dated_attribution(&joined),
            (true, Follows::ListMark | Follows::Words) => is_dated_attribution(&joined) && names_moment(&joined),
            // Whatever ends in a colon before a quote says whose it is.
            (false, Follows::Quote) => joined.ends_with([':', '：']) && !questions::is_marked(joined.trim()),
            (false, Follows::QuoteMark | Follows::ListMark | Follows::Words) => is_bare_attribution(&joined),
        };
        if is_one {
            own.truncate(end - count);
            return true;
        }
    }
    false
}

/// Does a possible attribution contain an address, a time of day or a full date? A sentence by the author seldom does.
fn names_moment(line: &str) -> bool {
    let bytes = line.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let hour = |at: usize| at > 0 && digit(at - 1) && digit(at + 1) && digit(at + 2);
    let times = line.match_indices([':', '.', 'h']);
    line.contains('@') || times.into_iter().any(|(at, _)| hour(at)) || names_whole_date(line)
}

/// Beginnings of month names in those languages of [`VERBS`] that write months as words.
const MONTHS: [&str; 34] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt", "dez",
    "fév", "avr", "jui", "aoû", "déc", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug", "set", "ott", "янв",
    "нояб", "дек",
];

/// A year, and with it a day and a month name, or two more numbers.
fn names_whole_date(line: &str) -> bool {
    let line = line.to_lowercase();
    let words: Vec<&str> = line
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let is_number = |word: &&&str| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |word: &&str| MONTHS.iter().any(|month| word.starts_with(month));
    let years = words.iter().enumerate().filter(|(_, word)| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|byte| byte.is_ascii_digit())
    });
    years.into_iter().any(|(at, _)| {
        let near = &words[at.saturating_sub(4)..words.len().min(at + 3)];
        let numbers = near.iter().filter(is_number).count();
        numbers >= 2 || numbers == 1 && near.iter().any(is_month)
    })
}

/// `26. 11. 2026 v 10:12, NAME <ADDRESS>:`: some programs state only when and who.
pub(super) fn says_when_and_who(line: &str) -> bool {
    let Some(words) = before_colon(line) else { return false };
    let is_address = words.strip_suffix('>').is_some_and(|words| {
        words
            .rsplit_once('<')
            .is_some_and(|(_, address)| address.contains('@') && !address.contains(' '))
    });
    is_address && names_whole_date(&words)
}

/// How attributions end, in the languages of common mail programs.
const VERBS: [&str; 48] = [
    "wrote (by way of list)",
    "mentioned",
    "kirjutas",
    "rakstīja",
    "rašė",
    "napísal",
    "escrigué",
    "va escriure",
    "je napisao",
    "đã viết",
    "wrote",
    "writes",
    "said",
    "schrieb",
    "schreibt",
    "a écrit",
    "écrit",
    "escribió",
    "escribio",
    "escreveu",
    "ha scritto",
    "scrive",
    "schreef",
    "skrev",
    "skrev følgende",
    "kirjoitti",
    "napisał",
    "napisała",
    "napisał(a)",
    "pisze",
    "napsal",
    "napsala",
    "napsal(a)",
    "napísal(a)",
    "írta",
    "a scris",
    "написал",
    "написала",
    "написал(а)",
    "пишет",
    "написав",
    "пише",
    "έγραψε",
    "yazdı",
    "写道",
    "寫道",
    "のメール",
    "님이 작성",
];

/// The words of a line that ends in a colon, in lower case.
fn before_colon(line: &str) -> Option<String> {
    let words = line.trim().strip_suffix([':', '：'])?.trim_end();
    (words.len() <= 400).then(|| words.to_lowercase())
}

/// `On DATE, NAME wrote:` in all these languages.
pub(super) fn is_dated_attribution(line: &str) -> bool {
    const OPENINGS: [&str; 27] = [
        "in article ",
        "in message ",
        "a ",
        "pe ",
        "la ",
        "vào ",
        "pada ",
        "mnamo ",
        "el dia ",
        "on ",
        "am ",
        "le ",
        "el ",
        "em ",
        "il ",
        "in data ",
        "op ",
        "den ",
        "på ",
        "w dniu ",
        "dne ",
        "dňa ",
        "în ",
        "στις ",
        "в ",
        "at ",
        "ti ",
    ];
    // These precede the name.
    const WITHIN: [&str; 5] = [" schrieb ", " schreef ", " skrev ", " kirjoitti ", "書きました"];
    let Some(words) = before_colon(line) else {
        return false;
    };
    let is_reference = ["in article ", "in message "]
        .iter()
        .any(|opening| words.starts_with(opening));
    if words.chars().filter(char::is_ascii_digit).count() < 3 && !is_reference {
        return false;
    }
    let opens = OPENINGS.iter().any(|opening| words.starts_with(opening));
    // Chinese programs start with the name and put the date after its address.
    let begins = opens || words.starts_with(|c: char| c.is_ascii_digit()) || words.contains("> 于");
    begins && (ends_in_verb(&words) || WITHIN.iter().any(|verb| words.contains(verb)))
}

/// `NAME <ADDRESS> wrote:`; without the address an ordinary sentence could end like that.
fn is_bare_attribution(line: &str) -> bool {
    let Some(words) = before_colon(line) else {
        return false;
    };
    let has_address = words.contains('@') && words.contains(['<', '(', '[']);
    has_address && (words.starts_with("quoting ") || ends_in_verb(&words))
}

fn ends_in_verb(words: &str) -> bool {
    VERBS.iter().any(|verb| words.ends_with(verb))
}
