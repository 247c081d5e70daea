//! What follows a =, and the contents of lists and inline tables.

use super::reader::{Scanned, TomlScanner, begins_statement, is_smart_quote, path, with_number};
use crate::config::rows::{self, Takes};

impl TomlScanner<'_> {
    pub(super) fn value(&mut self, whole: &[String], wanted: Option<Takes>) -> Scanned<()> {
        let key = path(whole);
        let line = self.line();
        let example = rows::setting(self.file, whole);
        self.skip_blanks();
        self.foreign(&key)?;
        match self.peek() {
            None | Some('\n' | '\r') => self.mistake(line, &key, "the value is missing", format!("Write {example}")),
            Some('#') => self.mistake(
                line,
                &key,
                "the value is missing, because a # outside quotes begins a comment",
                format!("Write {example}, with the # between the quotes"),
            ),
            Some('"') => self.quoted('"', &key),
            Some('\'') => self.quoted('\'', &key),
            Some('[') => self.list(whole, wanted),
            Some('{') => self.braces(whole),
            Some('=') => self.mistake(
                line,
                &key,
                "expected one =, found several signs",
                format!("Write {example}"),
            ),
            Some(_) => self.bare(&key, &example, wanted),
        }
    }

    /// A quoted text, of one line or (three quotes) of several.
    fn quoted(&mut self, quote: char, key: &str) -> Scanned<()> {
        let line = self.line();
        let three: String = [quote; 3].iter().collect();
        let several = self.rest().starts_with(&three);
        self.at += if several { 3 } else { 1 };
        loop {
            match self.peek() {
                None if several => {
                    return self.mistake(
                        line,
                        key,
                        format!("the text is not closed, expected {three}"),
                        format!("End it with {three}, or write it in one line between two {quote}"),
                    );
                }
                None | Some('\n' | '\r') if !several => {
                    let line_text = self.whole_line(line);
                    let fix = if line_text.contains(is_smart_quote) {
                        format!("Write {quote} in place of each typographic quote")
                    } else {
                        format!("Put one {quote} before the text and one after it")
                    };
                    return self.mistake(
                        line,
                        key,
                        format!("the quotes of this text do not pair, expected {quote} before the end of the line"),
                        fix,
                    );
                }
                None => return Ok(()),
                Some('\\') if quote == '"' => {
                    let escape = self.rest()[1..].chars().next();
                    let is_known = match escape {
                        Some('b' | 't' | 'n' | 'f' | 'r' | 'e' | '"' | '\\' | 'u' | 'U' | 'x') => true,
                        Some('\n' | '\r' | ' ' | '\t') => several,
                        Some(_) | None => false,
                    };
                    if !is_known {
                        return self.mistake(
                            line,
                            key,
                            "\\ begins an escape here, and there is none like this",
                            "Write \\\\ for one \\, or put the text between two '",
                        );
                    }
                    self.at += 1 + escape.map_or(0, char::len_utf8);
                }
                Some(_) if several && self.rest().starts_with(&three) => {
                    self.at += 3;
                    // Up to two more quotes belong to the text.
                    while self.take(quote) {}
                    return Ok(());
                }
                Some(c) if c == quote && !several => {
                    self.at += 1;
                    return Ok(());
                }
                Some(c) if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => return self.foreign(key),
                Some(c) => self.at += c.len_utf8(),
            }
        }
    }

    fn list(&mut self, whole: &[String], wanted: Option<Takes>) -> Scanned<()> {
        let key = path(whole);
        let line = self.line();
        self.take('[');
        self.depth += 1;
        let open = |reader: &Self| {
            reader.mistake(
                line,
                &key,
                "the list that begins here is not closed, expected ]",
                "Put ] after its last member; a # outside quotes begins a comment",
            )
        };
        for number in 0.. {
            let passed = self.skip_lines();
            if self.peek().is_none() || passed && begins_statement(self.rest_of_line()) {
                self.back_to_line();
                return open(self);
            }
            if self.take(']') {
                break;
            }
            if self.peek() == Some(',') {
                return self.mistake(
                    self.line(),
                    &key,
                    "a member is missing before this comma",
                    "Remove the comma, or put the member there",
                );
            }
            self.value(&with_number(whole, number), wanted.map(Takes::member))?;
            let after = self.line();
            let passed = self.skip_lines();
            if self.take(',') {
                continue;
            }
            if self.take(']') {
                break;
            }
            if self.peek().is_none() || passed && begins_statement(self.rest_of_line()) {
                self.back_to_line();
                return open(self);
            }
            self.foreign(&key)?;
            if matches!(self.peek(), Some('}' | ')' | ';')) {
                return self.mistake(
                    after,
                    &key,
                    "this does not belong into a list, expected , or ]",
                    "Put a comma between two members, and ] after the last",
                );
            }
            return self.mistake(
                after,
                &key,
                "a comma between two members is missing",
                "Put a comma between two members, and ] after the last",
            );
        }
        self.depth -= 1;
        Ok(())
    }

    fn braces(&mut self, whole: &[String]) -> Scanned<()> {
        let key = path(whole);
        let line = self.line();
        self.take('{');
        self.depth += 1;
        let fix = "Write the whole table in one line, such as { name = \"…\", key_file = \"…\" }: a comma between two \
                   settings, and } after the last";
        loop {
            let passed = self.skip_lines();
            if self.peek().is_none() || passed && self.peek() == Some('[') {
                self.back_to_line();
                return self.mistake(
                    line,
                    &key,
                    "the table in braces that begins here is not closed, expected }",
                    fix,
                );
            }
            if self.take('}') {
                break;
            }
            let Ok(parts) = self.name() else {
                self.foreign(&key)?;
                return self.mistake(
                    self.line(),
                    &key,
                    "this is no setting in a table in braces, expected NAME = VALUE or }",
                    fix,
                );
            };
            let here = self.line();
            self.assigned(whole, &parts, here)?;
            let after = self.line();
            let passed = self.skip_lines();
            if self.take(',') {
                continue;
            }
            if self.take('}') {
                break;
            }
            if self.peek().is_none() || passed {
                self.back_to_line();
                return self.mistake(
                    line,
                    &key,
                    "the table in braces that begins here is not closed, expected }",
                    fix,
                );
            }
            self.foreign(&key)?;
            if matches!(self.peek(), Some(']' | ')' | ';')) {
                return self.mistake(after, &key, "the table in braces is not closed, expected , or }", fix);
            }
            return self.mistake(after, &key, "a comma between two settings is missing", fix);
        }
        self.depth -= 1;
        Ok(())
    }

    /// An unquoted value: a number, a date, true or false.
    fn bare(&mut self, key: &str, example: &str, wanted: Option<Takes>) -> Scanned<()> {
        let line = self.line();
        let rest = self.rest_of_line();
        let end = rest.find([' ', '\t', ',', ']', '}', '#']).unwrap_or(rest.len());
        let mut word = &rest[..end];
        // A date may be followed by a time.
        let time = rest[end..]
            .strip_prefix(' ')
            .filter(|time| time.as_bytes().get(2) == Some(&b':'));
        if let Some(time) = time {
            word = &rest[..end + 1 + time.find([' ', ',', ']', '}', '#']).unwrap_or(time.len())];
        }
        if toml::from_str::<toml::Table>(&format!("x = {word}")).is_ok() && !word.is_empty() {
            self.at += word.len();
            return Ok(());
        }
        let lower = word.to_lowercase();
        let quoted = rest.contains('"');
        let number = word.trim_start_matches(['+', '-']);
        let numeric = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '_');
        let (what, fix) = if matches!(lower.as_str(), "true" | "false" | "yes" | "no" | "on" | "off")
            && matches!(wanted, Some(Takes::Flag) | None)
        {
            (
                "expected true or false in small letters",
                "Write true or false, without quotes".to_owned(),
            )
        } else if numeric {
            (
                "this number begins with a zero or has a sign too many",
                format!("Write {example}, without a zero in front"),
            )
        } else if matches!(
            wanted,
            Some(Takes::Whole(_) | Takes::Decimal(_) | Takes::Flag | Takes::Date)
        ) {
            let expected = wanted.map_or("", Takes::expected);
            return self.mistake(line, key, format!("expected {expected}"), format!("Write {example}"));
        } else if quoted {
            (
                "a quote is missing before this text",
                "Put one \" before the text and one after it".to_owned(),
            )
        } else {
            (
                "expected a text in quotes, found words without them",
                format!("Put it in quotes: {example}"),
            )
        };
        self.mistake(line, key, what, fix)
    }

    /// Text after a complete value.
    pub(super) fn left_over(&mut self, whole: &[String]) -> Scanned<()> {
        let key = path(whole);
        let line = self.line();
        self.foreign(&key)?;
        let rest = self.rest_of_line();
        let (what, fix) = match self.peek() {
            Some(',') if rest[1..].trim().is_empty() => (
                "expected the end of the line, found a comma",
                "Remove the comma".to_owned(),
            ),
            Some(',') => (
                "several values stand here without brackets around them",
                format!("Write {}", list_example(whole)),
            ),
            Some(']') => (
                "there is a ] and no [ before it",
                format!("Write {}", list_example(whole)),
            ),
            Some('}') => (
                "there is a } and no { before it",
                "Put { before the first setting, or remove the }".to_owned(),
            ),
            Some(';') => ("expected the end of the line, found ;", "Remove the ;".to_owned()),
            Some('/' | '-') => (
                "expected the end of the line or a comment",
                "Begin a comment with #".to_owned(),
            ),
            Some(_) if rest.contains('=') => (
                "a second setting stands in the same line, expected its end",
                "Write each setting in a line of its own".to_owned(),
            ),
            Some(_) | None => (
                "something stands after the value, expected the end of the line",
                "Put the whole text between two \", and begin a comment with #".to_owned(),
            ),
        };
        self.mistake(line, &key, what, fix)
    }
}

/// How a list of texts is written.
fn list_example(parts: &[String]) -> String {
    let name = parts
        .last()
        .map_or("NAME", |last| last.split('[').next().unwrap_or_default());
    format!("{name} = {}", Takes::List(&Takes::Text).shape())
}
