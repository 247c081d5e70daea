//! Commands that take what somebody has already said: `note badges < NICK 3`, or `note badges` as a reply.

use super::{ParseError, date, table};

/// The most lines that one command takes.
pub const MOST_LINES: usize = 10;

/// The verbs that take words.
const VERBS: [&str; 4] = ["note", "ask", "answer", "decide"];

/// The last lines of somebody, as they are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastLines<'a> {
    /// The command without them.
    pub command: &'a str,
    /// Whose: a nick.
    pub of: &'a str,
    /// How many; `None` where other words follow the nick.
    pub count: Option<usize>,
    /// All words behind the sign.
    pub behind: &'a str,
}

/// Does the verb of the words take words that somebody said?
pub fn takes_words(words: &str) -> bool {
    table::find(words).is_some_and(|(verb, _)| VERBS.contains(&verb.row.verb))
}

/// Is only the text missing?
pub fn lacks_words(error: &ParseError) -> bool {
    matches!(error, ParseError::Missing { row, argument } if VERBS.contains(&row.verb)
        && ["TEXT…", "QUESTION…", "ANSWER…"].contains(argument))
}

/// The last lines for which a command asks at its end, if it does: what stands before the sign is read before that is
/// certain, because `note badges latency < 20` is a note.
///
/// ```
/// use rfrbot::command::last_lines;
/// let asked = last_lines("note badges < vera 3").unwrap();
/// assert_eq!((asked.command, asked.of, asked.count), ("note badges", "vera", Some(3)));
/// assert_eq!(last_lines("status badges < vera"), None);
/// assert_eq!(last_lines("note badges <https://example.org>"), None);
/// assert_eq!(last_lines("note badges <3"), None);
/// ```
pub fn last_lines(words: &str) -> Option<LastLines<'_>> {
    let (command, behind) = words.rsplit_once('<')?;
    // What follows `--` is a note as it stands.
    let is_text = command.trim_end().ends_with("--");
    if !command.ends_with(char::is_whitespace) || is_text || !takes_words(command) {
        return None;
    }
    let mut parts = behind.split_whitespace();
    let of = parts.next()?;
    let count = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => Some(1),
        (Some(count), None | Some("line" | "lines"), None) => {
            date::count(count).and_then(|count| count.try_into().ok())
        }
        (Some(_), ..) => None,
    };
    let of = of.trim_end_matches([',', ':']);
    // `<https://example.org>` is an address, and `<3` a heart: no nick begins with a digit (RFC 2812, section 2.3.1).
    let is_nick = !of.ends_with('>') && !of.starts_with(|c: char| c.is_ascii_digit());
    is_nick.then_some(LastLines {
        command: command.trim_end(),
        of,
        count,
        behind: behind.trim(),
    })
}

/// A command with the words that it takes.
pub fn with_words(command: &str, words: &str) -> String {
    format!("{command} -- {words}")
}
