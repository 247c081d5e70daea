//! Is a line meant for the bot?

/// The words after the prefix (`!rfr`) or the bot's name (`rfrbot:`); `None` where the line is not for us.
/// In a private conversation the prefix may be left out. Case does not matter.
pub fn addressed<'a>(text: &'a str, prefix: &str, own_name: &str, direct: bool) -> Option<&'a str> {
    let text = text.trim();
    if let Some(rest) = strip_word(text, prefix) {
        return Some(rest.trim_start());
    }
    if !own_name.is_empty()
        && let Some(rest) = strip_prefix_ignoring_case(text, own_name)
        && let Some(rest) = rest.strip_prefix([':', ','])
    {
        return Some(rest.trim_start());
    }
    (direct && !text.is_empty()).then_some(text)
}

/// Takes a whole word off the front.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let rest = strip_prefix_ignoring_case(text, word)?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest)
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

/// Words of people as they may be kept and repeated: no control characters, no invisible characters that
/// could hide a name or turn the direction of text, blanks folded.
pub fn sanitise(text: &str) -> String {
    let hidden =
        |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    let visible: String = text
        .chars()
        .filter(|c| !hidden(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_for_us_are_heard() {
        let heard = |text| addressed(text, "!rfr", "rfrbot", false);
        assert_eq!(heard("!RFR  status"), Some("status"));
        assert_eq!(heard("!rfr"), Some(""));
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
    fn hidden_characters_are_gone() {
        assert_eq!(sanitise("a\u{200b}b\u{202e} \t c\u{7}d"), "ab c d");
    }
}
