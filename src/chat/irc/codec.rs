//! Bytes to text and back: lines of bounded length, none of them fatal.
//!
//! Whatever a server or a stranger sends, the worst outcome is one line skipped and counted.

use irc::proto::Command;
use std::borrow::Cow;
use std::io::BufRead;

/// Longest line that is read: 8191 bytes of tags (`IRCv3` message-tags) and 512 of message, with room to spare.
pub(super) const LINE_LIMIT: usize = 16 * 1024;

/// Longest line that may be sent, including its line end (RFC 1459, section 2.3).
pub(super) const SEND_LIMIT: usize = 512;

/// A truncated line has at least this many bytes: some servers count the bytes of an incomplete character, others drop
/// them.
const CUT: usize = SEND_LIMIT - 2 - 3;

/// Splits a stream of bytes into lines; its memory is bounded whatever the peer sends.
#[derive(Debug, Default)]
pub(super) struct LineBuffer {
    bytes: Vec<u8>,
    /// Start of the first line not yet taken.
    start: usize,
    /// How far that line has been searched for its end.
    searched: usize,
    skipping: bool,
    skipped: u64,
}

impl LineBuffer {
    /// Appends received bytes.
    pub(super) fn push(&mut self, chunk: &[u8]) {
        self.bytes.drain(..self.start);
        self.searched -= self.start;
        self.start = 0;
        self.bytes.extend_from_slice(chunk);
    }

    /// The next complete line without its end; empty lines are skipped.
    pub(super) fn next_line(&mut self) -> Option<Cow<'_, str>> {
        loop {
            let Some(at) = line_end(&self.bytes[self.searched..]) else {
                self.searched = self.bytes.len();
                if self.skipping || self.bytes.len() - self.start > LINE_LIMIT {
                    self.skipping = true;
                    self.bytes.clear();
                    self.start = 0;
                    self.searched = 0;
                }
                return None;
            };
            let (from, end) = (self.start, self.searched + at);
            self.start = end + 1;
            self.searched = self.start;
            if std::mem::take(&mut self.skipping) || end - from > LINE_LIMIT {
                self.skipped += 1;
                continue;
            }
            let mut length = end - from;
            while length > 0 && self.bytes[from + length - 1] == b'\r' {
                length -= 1;
            }
            if length > 0 {
                return Some(decode(&self.bytes[from..from + length]));
            }
        }
    }

    /// How many overlong lines were skipped.
    pub(super) fn skipped(&self) -> u64 {
        self.skipped
    }
}

/// Where the first line ends. Uses the reader's own search, which compares many bytes at a time.
fn line_end(mut bytes: &[u8]) -> Option<usize> {
    let all = bytes;
    let passed = bytes.skip_until(b'\n').ok()?;
    let last = passed.checked_sub(1)?;
    (all[last] == b'\n').then_some(last)
}

/// Text from bytes: UTF-8, less an incomplete last character where the line was truncated; otherwise Windows-1252, in
/// which every byte has a meaning.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Cow::Borrowed(text),
        Err(error) => error,
    };
    let whole = &bytes[..error.valid_up_to()];
    match std::str::from_utf8(whole) {
        Ok(text) if error.error_len().is_none() && is_cut(text, bytes.len()) => Cow::Borrowed(text),
        Ok(_) | Err(_) => Cow::Owned(bytes.iter().map(|byte| windows_1252(*byte)).collect()),
    }
}

/// Is this text, which ends in an incomplete character, truncated UTF-8? Yes if it contains other multi-byte characters
/// or has a server's full line length. Otherwise its last letter may as well be Windows-1252.
fn is_cut(text: &str, length: usize) -> bool {
    let tags = if text.starts_with('@') {
        text.find(' ').map_or(0, |at| at + 1)
    } else {
        0
    };
    !text[tags..].is_ascii() || length - tags >= CUT
}

fn windows_1252(byte: u8) -> char {
    /// The bytes 0x80 to 0x9F, where Windows-1252 differs from Latin-1; its five unassigned ones stay control
    /// characters.
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9F => UPPER[usize::from(byte - 0x80)],
        other => char::from(other),
    }
}

/// A command as the line to send: always a single line, never over the limit.
pub(super) fn encode(command: &Command) -> String {
    let mut line = String::from(command);
    if line.bytes().any(|byte| matches!(byte, b'\r' | b'\n' | b'\0')) {
        line.retain(|c| !matches!(c, '\r' | '\n' | '\0'));
    }
    let limit = SEND_LIMIT - 2;
    if line.len() > limit {
        let cut = (0..=limit).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
        line.truncate(cut);
    }
    line.push_str("\r\n");
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(buffer: &mut LineBuffer) -> Vec<String> {
        let mut found = Vec::new();
        while let Some(line) = buffer.next_line() {
            found.push(line.into_owned());
        }
        found
    }

    #[test]
    fn lines_come_out_whole_however_the_bytes_arrive() {
        let wire = b"PING :a\r\n\r\nPING :b\nPING :c\r\r\nPING :d";
        for size in 1..wire.len() {
            let mut buffer = LineBuffer::default();
            let mut found = Vec::new();
            for chunk in wire.chunks(size) {
                buffer.push(chunk);
                found.extend(lines(&mut buffer));
            }
            assert_eq!(found, ["PING :a", "PING :b", "PING :c"], "in chunks of {size}");
        }
    }

    #[test]
    fn a_line_without_end_is_skipped_in_bounded_memory_and_the_next_one_is_read() {
        let mut buffer = LineBuffer::default();
        for _ in 0..1000 {
            buffer.push(&[b'x'; 4096]);
            assert_eq!(lines(&mut buffer), [""; 0]);
            assert!(buffer.bytes.len() <= LINE_LIMIT + 4096);
        }
        buffer.push(b"end\r\nPING :after\r\n");
        assert_eq!(lines(&mut buffer), ["PING :after"]);
        assert_eq!(buffer.skipped(), 1);
    }

    #[test]
    fn an_overlong_line_that_comes_with_its_end_is_skipped_too() {
        let mut buffer = LineBuffer::default();
        let mut wire = vec![b'x'; LINE_LIMIT + 1];
        wire.extend_from_slice(b"\nPING :after\r\n");
        buffer.push(&wire);
        assert_eq!(lines(&mut buffer), ["PING :after"]);
        assert_eq!(buffer.skipped(), 1);
    }

    #[test]
    fn other_encodings_are_read_and_never_fatal() {
        assert_eq!(decode("naïve – ok".as_bytes()), "naïve – ok");
        assert_eq!(decode(b"na\xEFve \x96 \x80"), "naïve – €");
        let every: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&every).chars().count(), 256);
    }

    #[test]
    fn a_line_that_was_cut_inside_a_character_loses_only_that_character() {
        let head = ":kevin!k@h PRIVMSG #a :";
        let long = "x".repeat(510 - head.len() - 1);
        for (words, read) in [
            (b"na\xC3\xAFve caf\xC3".to_vec(), "naïve caf"),
            (b"\xE2\x80\x93 \xE2\x80".to_vec(), "– "),
            (
                "é".repeat(200).bytes().chain(*b"\xF0\x9F\x91").collect(),
                "é".repeat(200).as_str(),
            ),
            (long.bytes().chain(*b"\xC3").collect(), long.as_str()),
            // Not UTF-8: a short line of Windows-1252 that ends in such a letter, and one with several.
            (b"caf\xE9".to_vec(), "café"),
            (b"na\xEFve caf\xC3\xA9 \xC3".to_vec(), "naïve cafÃ© Ã"),
        ] {
            let line: Vec<u8> = head.bytes().chain(words).collect();
            assert_eq!(decode(&line), format!("{head}{read}"));
        }
        // Tags have a length limit of their own.
        let tagged = format!("@msgid={} {head}caf", "x".repeat(600));
        let line: Vec<u8> = tagged.bytes().chain(*b"\xE9").collect();
        assert_eq!(decode(&line), format!("{tagged}é"));
    }

    #[test]
    fn a_command_is_one_line_whatever_it_holds() {
        let smuggled = Command::PRIVMSG("#a".to_owned(), "hi\r\nQUIT\n\0there".to_owned());
        assert_eq!(encode(&smuggled), "PRIVMSG #a hiQUITthere\r\n");
        let long = encode(&Command::PRIVMSG("#a".to_owned(), "é".repeat(600)));
        assert!(long.len() <= SEND_LIMIT && long.ends_with("é\r\n"));
    }
}
