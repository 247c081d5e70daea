//! Is a line meant for the bot?

use unicode_width::UnicodeWidthChar;

/// How the bot was called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Call {
    /// By the prefix, or in any way in a private conversation.
    Prefix,
    /// By its name and a colon or comma. That may be talk, so lines without a verb are ignored.
    Name,
    /// By its name alone, which also begins sentences about it.
    BareName,
}

/// The words that call the bot, and how.
pub fn called<'a>(text: &'a str, prefix: &str, own_name: &str, direct: bool) -> Option<(Call, &'a str)> {
    // A mark of writing direction, or a space of no width, stands before what was pasted.
    let is_unseen =
        |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let rest = text.trim_start_matches(is_unseen).trim_end();
    // In a room a line in the signs of code is shown to people; told to the bot alone, it was pasted with them.
    let code = rest.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
    let mut rest = code.filter(|code| direct && !code.contains('`')).unwrap_or(rest);
    let mut call = direct.then_some(Call::Prefix).filter(|_| !rest.is_empty());
    loop {
        if let Some(behind) = strip_word(rest, prefix) {
            (call, rest) = (Some(Call::Prefix), behind.trim_start());
        } else if let Some(behind) = strip_name(rest, own_name) {
            (call, rest) = (call.or(Some(Call::Name)), behind.trim_start());
        } else if call.is_none_or(|_| direct)
            && let Some(behind) = strip_bare_name(rest, own_name)
        {
            (call, rest) = (call.or(Some(Call::BareName)), behind);
        } else {
            return call.map(|call| (call, rest));
        }
    }
}

/// The words after the prefix (`!rfr`) or the bot's name (`rfrbot:`); `None` where the line is not for us.
/// In a private conversation the prefix may be left out. Case does not matter, and who calls twice is heard once.
pub fn addressed<'a>(text: &'a str, prefix: &str, own_name: &str, direct: bool) -> Option<&'a str> {
    let (call, words) = called(text, prefix, own_name, direct)?;
    (call != Call::BareName).then_some(words)
}

/// The bot's name, before any sign.
fn behind_name<'a>(text: &'a str, own_name: &str) -> Option<&'a str> {
    let own_name = Some(own_name).filter(|name| !name.is_empty())?;
    strip_prefix_ignoring_case(text, own_name).or_else(|| strip_prefix_ignoring_case(text.strip_prefix('@')?, own_name))
}

/// Takes the bot's name off the front, where a colon or comma of any script makes it a call. Behind a blank the sign
/// stands alone: `rfrbot :)` is talk.
fn strip_name<'a>(text: &'a str, own_name: &str) -> Option<&'a str> {
    let name = behind_name(text, own_name)?;
    let signs = name.trim_start();
    let rest = signs.strip_prefix(SIGNS)?;
    let stands_alone = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (signs.len() == name.len() || stands_alone).then_some(rest)
}

/// Takes the bot's name off the front of other words.
fn strip_bare_name<'a>(text: &'a str, own_name: &str) -> Option<&'a str> {
    let rest = behind_name(text, own_name)?;
    let words = rest.trim_start();
    (words.len() < rest.len() && !words.is_empty()).then_some(words)
}

/// What makes a name a call.
const SIGNS: [char; 5] = [':', ',', '：', '，', '、'];

/// Takes a whole word off the front; a sign may stand behind it.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = strip_prefix_ignoring_case(text, word)?;
    let rest = rest.strip_prefix([':', ',']).unwrap_or(rest);
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest)
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// Most accents on one letter (letters can carry any number), and most marks of any kind.
const ACCENTS: usize = 2;
const MARKS: usize = 5;

/// People's words as they may be stored and repeated: no control characters, no invisible characters that could hide a
/// name or change the direction, no piles of marks, spaces collapsed. Parts of words and emoji stay.
pub fn sanitise(text: &str) -> String {
    let mut visible = String::with_capacity(text.len());
    let (mut accents, mut marks) = (0, 0);
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c.is_control() {
            visible.push(' ');
            continue;
        }
        let stays = if is_hidden(c) {
            belongs(visible.chars().next_back(), c, rest.peek().copied())
        } else if c.width() == Some(0) {
            marks += 1;
            accents += usize::from(is_accent(c));
            marks <= MARKS && (accents <= ACCENTS || !is_accent(c))
        } else {
            (accents, marks) = (0, 0);
            true
        };
        if stays {
            visible.push(c);
        }
    }
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Is it a sign that a reader does not see, that turns the direction, or that means something only by agreement?
fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{E000}'..='\u{F8FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{10FFFF}')
}

/// Is a hidden sign between these two a part of a word or of an emoji? Latin, Greek and Cyrillic letters need none.
fn belongs(before: Option<char>, c: char, after: Option<char>) -> bool {
    let is_variant = |c: char| matches!(c, '\u{FE0E}' | '\u{FE0F}');
    let is_shown = |c: char| !c.is_whitespace() && !c.is_control() && !is_hidden(c);
    let joins = |c: char| c >= '\u{590}' && !matches!(c, '\u{1AB0}'..='\u{218F}') && is_shown(c);
    match c {
        '\u{200C}' | '\u{200D}' => before.is_some_and(|c| joins(c) || is_variant(c)) && after.is_some_and(joins),
        c => is_variant(c) && before.is_some_and(is_shown),
    }
}

/// Is it an accent that no script owns?
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_for_us_are_heard() {
        let heard = |text| addressed(text, "!rfr", "rfrbot", false);
        assert_eq!(heard("!RFR  status"), Some("status"));
        assert_eq!(heard("!rfr"), Some(""));
        assert_eq!(heard("\u{200e}!rfr status"), Some("status"));
        assert_eq!(heard("RfrBot, next badges"), Some("next badges"));
        for unheard in [
            "!rfrs status",
            "hey rfrbot: status",
            "rfrbot is nice",
            "status",
            "",
            "!rf",
            "é",
        ] {
            assert_eq!(heard(unheard), None, "{unheard:?}");
        }
        assert_eq!(addressed("é", "!rfr", "rfrbot", true), Some("é"));
    }

    #[test]
    fn a_line_in_the_signs_of_code_is_for_the_bot_where_nobody_else_reads() {
        for line in ["`!rfr drop badges because`", "`rfrbot: drop badges because`"] {
            assert_eq!(addressed(line, "!rfr", "rfrbot", false), None, "{line:?}");
            let alone = addressed(line, "!rfr", "rfrbot", true);
            assert_eq!(alone, Some("drop badges because"), "{line:?}");
        }
    }

    #[test]
    fn whoever_calls_twice_or_with_other_signs_is_heard() {
        for line in [
            "rfrbot: !rfr status badges",
            "!rfr !rfr status badges",
            "!rfr rfrbot: status badges",
            "rfrbot: RfrBot, status badges",
            "@rfrbot: status badges",
            "@rfrbot, !rfr status badges",
            "rfrbot : status badges",
            "rfrbot， status badges",
            "rfrbot：status badges",
            "rfrbot、status badges",
        ] {
            for direct in [false, true] {
                let heard = addressed(line, "!rfr", "rfrbot", direct);
                assert_eq!(heard, Some("status badges"), "{line:?}");
            }
        }
        for talk in [
            "rfrbot :) thanks",
            "@rfrbot is nice",
            "rfrbot",
            "@rfrbot",
            "rfrbots: hi",
            "@: x",
            ": x",
        ] {
            assert_eq!(addressed(talk, "!rfr", "rfrbot", false), None, "{talk:?}");
            assert_eq!(addressed(talk, "!rfr", "", false), None, "{talk:?}");
        }
    }

    #[test]
    fn hidden_characters_are_gone() {
        assert_eq!(sanitise("a\u{200b}b\u{202e} \t c\u{7}d"), "ab c d");
    }

    #[test]
    fn what_belongs_to_a_word_stays_and_what_hides_others_goes() {
        for stays in [
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩\u{200d}💻",
            "❤\u{fe0f}\u{200d}🔥",
            "e\u{301}\u{323}",
            "שּׁ\u{5b8}",
        ] {
            assert_eq!(sanitise(stays), stays);
        }
        for (said, kept) in [
            ("ad\u{200d}min", "admin"),
            ("к\u{200c}о", "ко"),
            ("\u{200c}می\u{200c} x\u{200d}", "می x"),
            ("می\u{200c}\u{200c}خ", "می\u{200c}خ"),
            ("a\u{e000}b\u{f0000}c\u{10fffd}", "abc"),
            ("x\u{e0041}\u{e0042}", "x"),
            ("a\u{ad}b\u{fe0f}\u{61c}\u{3164}", "ab\u{fe0f}"),
            ("z\u{301}\u{302}\u{303}\u{304}y\u{301}", "z\u{301}\u{302}y\u{301}"),
        ] {
            assert_eq!(sanitise(said), kept, "{said:?}");
        }
    }
}
