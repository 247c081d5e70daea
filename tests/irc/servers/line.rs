//! One line from an IRC server, taken apart without any code of the bot.

use std::fmt;

/// A line as the server sent it, with its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The line without its line break; bytes that are not UTF-8 are replaced.
    pub(crate) raw: String,
    /// Its length in bytes on the wire without tags, with CR LF: the limit of 512 is about this.
    pub(crate) length: usize,
    tags: Vec<(String, String)>,
    /// Who sent it: `nick!user@host` or a server's name, or nothing.
    pub(crate) source: String,
    /// The command or the numeric.
    pub(crate) command: String,
    /// The parameters; the last one is the text where there is one.
    pub(crate) params: Vec<String>,
}

impl Line {
    /// Takes apart the bytes of one line, line break included.
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let tags_length = if bytes.first() == Some(&b'@') {
            bytes
                .iter()
                .position(|byte| *byte == b' ')
                .map_or(bytes.len(), |space| space + 1)
        } else {
            0
        };
        let text = String::from_utf8_lossy(bytes);
        let raw = text.trim_end_matches(['\r', '\n']).to_owned();
        let mut rest = raw.as_str();
        let mut tags = Vec::new();
        if let Some(tagged) = rest.strip_prefix('@') {
            let (all, after) = tagged.split_once(' ').unwrap_or((tagged, ""));
            tags = all
                .split(';')
                .map(|tag| tag.split_once('=').unwrap_or((tag, "")))
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .collect();
            rest = after.trim_start();
        }
        let mut source = String::new();
        if let Some(sourced) = rest.strip_prefix(':') {
            let (name, after) = sourced.split_once(' ').unwrap_or((sourced, ""));
            name.clone_into(&mut source);
            rest = after.trim_start();
        }
        let (middle, trailing) = match rest.split_once(" :") {
            Some((middle, trailing)) => (middle, Some(trailing)),
            None => (rest, None),
        };
        let mut words = middle.split_ascii_whitespace().map(str::to_owned);
        let command = words.next().unwrap_or_default();
        let params = words.chain(trailing.map(str::to_owned)).collect();
        Self {
            raw,
            length: bytes.len() - tags_length,
            tags,
            source,
            command,
            params,
        }
    }

    /// The nick of whoever sent it.
    pub(crate) fn nick(&self) -> &str {
        self.source.split('!').next().unwrap_or_default()
    }

    /// The value of a message tag.
    pub(crate) fn tag(&self, key: &str) -> Option<&str> {
        self.tags
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value.as_str())
    }

    /// The last parameter: what was said, in a message.
    pub(crate) fn text(&self) -> &str {
        self.params.last().map_or("", String::as_str)
    }

    /// A parameter, or an empty string.
    pub(crate) fn param(&self, index: usize) -> &str {
        self.params.get(index).map_or("", String::as_str)
    }

    /// Is this a PRIVMSG or a NOTICE from that nick?
    pub(crate) fn is_message_from(&self, nick: &str) -> bool {
        matches!(self.command.as_str(), "PRIVMSG" | "NOTICE") && self.nick().eq_ignore_ascii_case(nick)
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.raw)
    }
}
