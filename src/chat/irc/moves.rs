//! Joins and departures in large channels, recognised without parsing the line into a message: that costs 0.18 of what
//! eggdrop spends on such a line (docs/performance.md). Any doubtful line is parsed in full.

use std::borrow::Cow;

/// Somebody's arrival in a channel, or departure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move<'a> {
    /// `JOIN`, with the account if the server sends it (extended-join).
    Came { channel: &'a str, account: Option<&'a str> },
    /// `PART`.
    Left { channel: &'a str },
    /// `QUIT`.
    Gone,
}

impl<'a> Move<'a> {
    /// Who moves, and how; `None` for every other line, and for any line that belongs to a batch.
    pub(super) fn new(line: &'a str) -> Option<(&'a str, Self)> {
        let (tags, nick, _, rest) = by_somebody(line)?;
        let (word, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        if tags.contains("batch=") {
            return None;
        }
        let mut arguments = rest.split(' ').filter(|argument| !argument.is_empty());
        let mut channel = || {
            let first = arguments.next()?;
            let channel = first.strip_prefix(':').unwrap_or(first);
            (!channel.is_empty() && !channel.contains(',')).then_some(channel)
        };
        let moved = match word {
            "JOIN" => Self::Came {
                channel: channel()?,
                account: arguments.next().filter(|account| !account.starts_with(':')),
            },
            "PART" => Self::Left { channel: channel()? },
            "QUIT" => Self::Gone,
            _ => return None,
        };
        Some((nick, moved))
    }
}

/// The line with single spaces between its parts (servers may send several); the text after the colon is unchanged.
pub(super) fn single_spaced(line: &str) -> Cow<'_, str> {
    let skip = |from: usize| line[from..].find(' ').map_or(line.len(), |at| from + at);
    let mut from = 0;
    for sign in ['@', ':'] {
        let begin = line.len() - line[from..].trim_start_matches(' ').len();
        if line[begin..].starts_with(sign) {
            from = skip(begin);
        }
    }
    let end = line[from..].find(" :").map_or(line.len(), |at| from + at);
    let (head, words) = line.split_at(end);
    if !head.contains("  ") && !head.starts_with(' ') && !head.ends_with(' ') {
        return Cow::Borrowed(line);
    }
    let parts: Vec<&str> = head.split(' ').filter(|part| !part.is_empty()).collect();
    Cow::Owned(parts.join(" ") + words)
}

/// Tags, nick, address and remainder of a line that a person caused.
fn by_somebody(line: &str) -> Option<(&str, &str, &str, &str)> {
    let (tags, line) = match line.strip_prefix('@') {
        Some(tagged) => tagged.split_once(' ')?,
        None => ("", line),
    };
    let (source, rest) = line.strip_prefix(':')?.split_once(' ')?;
    let (nick, address) = source.split_once('!')?;
    Some((tags, nick, address, rest))
}

#[cfg(test)]
mod tests {
    use super::Move;

    #[test]
    fn coming_and_going_is_recognised() {
        let (channel, account) = ("#a", Some("nirik"));
        for (line, moved) in [
            ("@time=x :k!k@h JOIN #a nirik :Kevin", Move::Came { channel, account }),
            (":k!k@h JOIN :#a", Move::Came { channel, account: None }),
            (":k!k@h JOIN #a :Kevin", Move::Came { channel, account: None }),
            (":k!k@h PART #a :bye", Move::Left { channel }),
            (":k!k@h PART #a", Move::Left { channel }),
            (":k!k@h QUIT :bye", Move::Gone),
            (":k!k@h QUIT", Move::Gone),
        ] {
            assert_eq!(Move::new(line), Some(("k", moved)), "{line:?}");
        }
        for line in [
            ":h QUIT",
            ":k!k@h JOIN",
            ":k!k@h JOIN #a,#b",
            "@batch=1 :k!k@h QUIT",
            ":k!k@h NICK l",
        ] {
            assert_eq!(Move::new(line), None, "{line:?}");
        }
    }
}
