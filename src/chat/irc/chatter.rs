//! The lines that are most of what a network carries: what people say to each other, and their coming and going. They
//! are recognised without being taken apart into messages of their own.
//!
//! In doubt a line is read like every other one; what is for the bot is decided elsewhere.

use std::borrow::Cow;

/// The parts of a line `@tags :nick!user@host PRIVMSG #channel :words` that tell whether anybody must read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chatter<'a> {
    /// Who said it.
    pub(super) nick: &'a str,
    /// Lengths of user and host.
    pub(super) address: (usize, usize),
    /// Where it was said.
    pub(super) target: &'a str,
    words: &'a str,
}

impl<'a> Chatter<'a> {
    /// Takes a line for something that somebody said somewhere; `None` for every other line.
    pub(super) fn new(line: &'a str) -> Option<Self> {
        let (_, nick, address, rest) = by_somebody(line)?;
        let (user, host) = address.split_once('@')?;
        let address = (user.len(), host.len());
        let (target, words) = rest.strip_prefix("PRIVMSG ")?.split_once(" :")?;
        Some(Self {
            nick,
            address,
            target,
            words,
        })
    }

    /// Does it begin with none of these names, in any case? Blanks, formatting and letters that may hide something
    /// count as doubt.
    pub(super) fn calls_none(&self, names: [&str; 2]) -> bool {
        let words = self.words.as_bytes();
        let longest = names.map(str::len).into_iter().max().unwrap_or(0);
        let head = &words[..longest.min(words.len())];
        let plain = head.first().is_some_and(u8::is_ascii_graphic)
            && head.iter().all(|byte| (0x20..=0x7e).contains(byte))
            && names.iter().all(|name| name.is_ascii() && !name.is_empty());
        plain
            && names.iter().all(|name| {
                let begin = words.get(..name.len());
                begin.is_none_or(|begin| !begin.eq_ignore_ascii_case(name.as_bytes()))
            })
    }
}

/// Somebody's coming to a channel, or going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Move<'a> {
    /// `JOIN`, with the account where the server says it (extended-join).
    Came { channel: &'a str, account: Option<&'a str> },
    /// `PART`.
    Left { channel: &'a str },
    /// `QUIT`.
    Gone,
}

impl<'a> Move<'a> {
    /// Who moves, and how; `None` for every other line, and for what belongs to a batch.
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

/// The line with one space between its parts; servers may write several. The words stay as they are.
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

/// The tags, the nick, the address and the rest of a line that a person caused.
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
    use super::{Chatter, Move};

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

    fn is_passed_over(words: &str) -> bool {
        let line = format!("@account=kevin;time=2026-03-02T10:00:00.000Z :Kevin!k@example.org PRIVMSG #a :{words}");
        let chatter = Chatter::new(&line);
        assert_eq!(chatter.map(|said| (said.nick, said.target)), Some(("Kevin", "#a")));
        chatter.is_some_and(|said| said.calls_none(["!rfr", "rfrbot"]))
    }

    #[test]
    fn talk_is_passed_over_and_whatever_may_be_a_call_is_not() {
        for talk in [
            "hello",
            "did rfrbot say so?",
            "#4321 is slow",
            "r",
            "!rf status",
            "rfrbo: x",
        ] {
            assert!(is_passed_over(talk), "{talk:?}");
        }
        for call in [
            "!rfr status",
            "!RFR",
            "!rfrs",
            "RfrBot: next",
            "rfrbot",
            " !rfr",
            "\u{2}!rfr status",
            "!\u{200B}rfr status",
            "rfr\u{2}bot: next",
            "\u{1}VERSION\u{1}",
            "é !rfr",
            "",
        ] {
            assert!(!is_passed_over(call), "{call:?}");
        }
    }

    #[test]
    fn what_is_no_talk_is_read() {
        for line in [
            "PING :x",
            ":irc.example.org 001 rfrbot :hello",
            ":k!k@h JOIN #a",
            ":k!k@h PRIVMSG #a",
            "PRIVMSG #a :!rfr",
            ":irc.example.org PRIVMSG #a :x",
            "@tags",
            ":",
            "",
        ] {
            assert_eq!(Chatter::new(line), None, "{line:?}");
        }
    }
}
