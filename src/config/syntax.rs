//! What is wrong with a text that is not TOML, for somebody who does not know TOML: one mistake for each line that
//! somebody mistyped, with what was expected there and what to write.
//!
//! It is asked only about a text that the parser has refused, so it need not know everything that TOML allows. It never
//! repeats a value, which may be a secret.

use super::key::{Takes, did_you_mean, join};
use super::keys;
use std::collections::BTreeMap;

/// One mistake.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    /// The line, from 1.
    pub(super) line: usize,
    /// The key, from the top; empty where the line has none.
    pub(super) key: String,
    /// What is wrong, and what was expected.
    pub(super) what: String,
    /// What to write.
    pub(super) fix: String,
}

type Read<T> = Result<T, Mistake>;

/// The mistakes of a text, in its order; none where it shows no mistake that is known here.
pub(super) fn mistakes(text: &str) -> Vec<Mistake> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(at) = lone_return(text) {
        return vec![Mistake {
            line: line_at(text, at),
            key: String::new(),
            what: "the line ends with a carriage return alone, expected a line feed".to_owned(),
            fix: "Save the file with line ends of Unix".to_owned(),
        }];
    }
    let mut reader = Reader {
        text,
        at: 0,
        lines: std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect(),
        section: Vec::new(),
        depth: 0,
        stands: BTreeMap::new(),
        lists: BTreeMap::new(),
    };
    let mut found: Vec<Mistake> = Vec::new();
    while reader.skip_to_statement() {
        reader.depth = 0;
        let before = reader.at;
        let Err(mistake) = reader.statement() else { continue };
        let mistake = reader.pair_quotes(mistake);
        reader.recover();
        if reader.at <= before {
            reader.skip_line();
        }
        if found.last().is_none_or(|last| last.line != mistake.line) {
            found.push(mistake);
        }
    }
    found
}

fn lone_return(text: &str) -> Option<usize> {
    let mut returns = text.match_indices('\r').map(|(at, _)| at);
    returns.find(|at| !text[*at..].starts_with("\r\n"))
}

fn line_at(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Where the text is being read.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Where each line begins.
    lines: Vec<usize>,
    /// The header above, in parts.
    section: Vec<String>,
    /// How many lists and tables in braces are open.
    depth: usize,
    /// On which line each key and each header stands.
    stands: BTreeMap<String, usize>,
    /// How many tables each `[[header]]` has so far.
    lists: BTreeMap<String, usize>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        if is_there {
            self.at += wanted.len_utf8();
        }
        is_there
    }

    fn line(&self) -> usize {
        self.lines.partition_point(|begin| *begin <= self.at)
    }

    /// What is left of the line.
    fn rest_of_line(&self) -> &'a str {
        self.rest().lines().next().unwrap_or_default()
    }

    fn whole_line(&self, number: usize) -> &'a str {
        let begin = self.lines.get(number - 1).copied().unwrap_or(self.text.len());
        self.text[begin..].lines().next().unwrap_or_default()
    }

    fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
    }

    fn is_at_end_of_line(&self) -> bool {
        matches!(self.peek(), None | Some('\n' | '\r'))
    }

    fn skip_comment(&mut self) {
        if self.peek() == Some('#') {
            self.at += self.rest_of_line().len();
        }
    }

    /// Over blanks, ends of lines and comments. Did it pass an end of a line?
    fn skip_lines(&mut self) -> bool {
        let before = self.line();
        loop {
            let start = self.at;
            self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\n', '\r']).len();
            self.skip_comment();
            if self.at == start {
                return self.line() != before;
            }
        }
    }

    fn skip_to_statement(&mut self) -> bool {
        self.skip_lines();
        self.at < self.text.len()
    }

    /// After a mistake: to the next line; out of a list or table in braces, to the next that begins something.
    fn recover(&mut self) {
        // A mistake that was found at the begin of a line was made before it.
        let begins_here = self.text[..self.at].ends_with('\n') && self.depth > 0;
        if !begins_here {
            self.skip_line();
        }
        while self.depth > 0 && self.at < self.text.len() && !begins_statement(self.rest_of_line()) {
            self.skip_line();
        }
    }

    fn skip_line(&mut self) {
        self.at += self.rest().find('\n').map_or(self.rest().len(), |end| end + 1);
    }

    fn mistake<T>(&self, line: usize, key: &str, what: impl Into<String>, fix: impl Into<String>) -> Read<T> {
        let _ = self;
        Err(Mistake {
            line,
            key: key.to_owned(),
            what: what.into(),
            fix: fix.into(),
        })
    }

    /// Quotes that do not pair explain whatever else seems wrong with a line.
    fn pair_quotes(&self, mistake: Mistake) -> Mistake {
        let line = self.whole_line(mistake.line);
        if line.contains("\"\"\"") || mistake.what.contains("quot") || quotes(line).is_multiple_of(2) {
            return mistake;
        }
        Mistake {
            what: "a quote is missing: the quotes in this line do not pair".to_owned(),
            fix: "Put one \" before each text and one after it".to_owned(),
            ..mistake
        }
    }

    fn statement(&mut self) -> Read<()> {
        self.foreign("")?;
        match self.peek() {
            Some('[') => self.header(),
            Some(_) | None => self.setting(),
        }
    }

    /// Characters that no TOML has outside quotes.
    fn foreign(&self, key: &str) -> Read<()> {
        let line = self.line();
        match self.peek() {
            Some(c) if is_smart_quote(c) => self.mistake(
                line,
                key,
                format!("{c} is a typographic quote, expected a straight one"),
                "Write \" in its place, before and after the text",
            ),
            Some('`') => self.mistake(
                line,
                key,
                "` is no quote, expected \"",
                "Write \" before and after the text",
            ),
            Some(c) if c.is_control() && !matches!(c, '\n' | '\r' | '\t') || is_invisible(c) => self.mistake(
                line,
                key,
                format!("an invisible character stands here (U+{:04X})", u32::from(c)),
                "Remove it, or type a blank in its place",
            ),
            Some(_) | None => Ok(()),
        }
    }

    fn header(&mut self) -> Read<()> {
        let line = self.line();
        let mut opened = 0;
        while self.take('[') {
            opened += 1;
        }
        self.skip_blanks();
        if self.peek() == Some(']') {
            return self.mistake(line, "", "the header has no name", "Write one, such as [bot]");
        }
        let Ok(parts) = self.name() else {
            self.foreign("")?;
            return self.mistake(
                line,
                "",
                "this is not a header, expected a name in brackets",
                "Write one, such as [bot] or [irc.libera]; a name with anything but letters, digits, - and _ stands in \
                 quotes: [people.\"…\"]",
            );
        };
        let key = path(&parts);
        // What follows belongs to it, whatever is wrong with it.
        self.section.clone_from(&parts);
        let is_list = matches!(keys::takes(&parts), Some(Takes::Tables(_)));
        let is_list = is_list || opened > 1 && keys::takes(&parts).is_none();
        let right = if is_list {
            format!("[[{key}]]")
        } else {
            format!("[{key}]")
        };
        self.skip_blanks();
        let mut closed = 0;
        while self.take(']') {
            closed += 1;
        }
        if closed == 0 {
            self.foreign("")?;
            if !self.is_at_end_of_line() && self.peek() != Some('#') {
                return self.mistake(
                    line,
                    "",
                    "the name of this header goes on with something else, expected ] or a dot",
                    "Join the parts of a name by dots, and put one with anything but letters, digits, - and _ in quotes: \
                     [people.\"…\"]",
                );
            }
        }
        if closed != opened || opened > 2 {
            let missing = if closed < opened {
                "]".repeat(opened - closed)
            } else {
                "[".repeat(closed - opened)
            };
            let what = if missing.is_empty() {
                "this header has too many brackets".to_owned()
            } else {
                format!("the header is not closed on both sides, expected {missing}")
            };
            return self.mistake(line, &key, what, format!("Write {right}"));
        }
        self.skip_blanks();
        if !self.is_at_end_of_line() && self.peek() != Some('#') {
            return self.mistake(
                line,
                &key,
                "something stands after the header, expected the end of the line",
                "Begin a new line after the ]",
            );
        }
        self.skip_comment();
        if opened == 2 {
            let number = self.lists.entry(key.clone()).or_default();
            let parts_here = with_number(&parts, *number);
            *number += 1;
            if *number == 1 {
                self.once(&key, line, &right)?;
            }
            self.section = parts_here;
            return Ok(());
        }
        self.once(&key, line, &right)
    }

    /// Each key and each header stands once.
    fn once(&mut self, key: &str, line: usize, written: &str) -> Read<()> {
        if let Some(first) = self.stands.get(key) {
            let first = *first;
            let fix = if written.starts_with("[[") {
                format!("Write {written} each time")
            } else if written.starts_with('[') {
                "Make one section of both".to_owned()
            } else {
                "Remove one of them".to_owned()
            };
            return self.mistake(
                line,
                key,
                format!("{written} stands here a second time; the first is on line {first}"),
                fix,
            );
        }
        self.stands.insert(key.to_owned(), line);
        Ok(())
    }

    fn setting(&mut self) -> Read<()> {
        let line = self.line();
        let start = self.rest_of_line();
        if ["//", ";", "--", "/*", "<!--", "%"]
            .iter()
            .any(|sign| start.starts_with(sign))
        {
            return self.mistake(
                line,
                "",
                "this is no setting, expected a comment or NAME = VALUE",
                "Begin a comment with #",
            );
        }
        let Ok(parts) = self.name() else {
            self.foreign("")?;
            let (what, fix) = match self.peek() {
                Some('=') => ("the name before the = is missing", "Write NAME = VALUE"),
                Some(']' | '}' | ',' | '"' | '\'') => (
                    "this belongs to no setting, expected NAME = VALUE or a header in brackets",
                    "Look at the line before: a list is closed by ], a table in braces by }, and each text stands between \
                     two \"",
                ),
                Some(_) | None => (
                    "this is no setting, expected NAME = VALUE or a header in brackets",
                    "Write NAME = VALUE, or begin the line with # if it explains something; a name with anything but \
                     letters, digits, - and _ stands in quotes",
                ),
            };
            return self.mistake(line, "", what, fix);
        };
        self.assigned(&self.section.clone(), &parts, line)?;
        self.skip_blanks();
        if self.is_at_end_of_line() || self.peek() == Some('#') {
            self.skip_comment();
            return Ok(());
        }
        let mut whole = self.section.clone();
        whole.extend(parts);
        self.left_over(&whole)
    }

    /// `= VALUE` after a name.
    fn assigned(&mut self, table: &[String], parts: &[String], line: usize) -> Read<()> {
        let mut whole = table.to_vec();
        whole.extend(parts.iter().cloned());
        let key = path(&whole);
        let name = path(parts);
        let wanted = keys::takes(&whole);
        // A word that is no name of a setting may be a part of a secret.
        let told = if wanted.is_some() { key.as_str() } else { "" };
        let example = keys::example(&whole);
        self.skip_blanks();
        match self.peek() {
            Some('=') => {}
            Some(':') => {
                return self.mistake(line, &key, "expected =, found :", format!("Write {example}"));
            }
            Some(']') if self.depth == 0 => {
                self.section = parts.to_vec();
                return self.mistake(
                    line,
                    "",
                    "this is neither a header nor a setting, expected [ before the name",
                    "Write a header as [NAME], and a setting as NAME = VALUE",
                );
            }
            Some(c)
                if c.is_ascii_alphanumeric()
                    && self
                        .rest_of_line()
                        .split(['"', '\''])
                        .next()
                        .is_some_and(|head| head.contains('=')) =>
            {
                return self.mistake(
                    line,
                    "",
                    "a name with a blank stands here, expected one word before the =",
                    near(self.rest_of_line(), &name, table),
                );
            }
            Some(_) | None => {
                if wanted.is_none() && self.is_at_end_of_line() {
                    return self.mistake(
                        line,
                        "",
                        "these are words without a =, expected NAME = VALUE or a header in brackets",
                        "Write NAME = VALUE, or begin the line with # if it explains something",
                    );
                }
                self.foreign(told)?;
                return self.mistake(
                    line,
                    told,
                    "the = between name and value is missing",
                    match wanted {
                        Some(_) => format!("Write {example}"),
                        None => "Write NAME = VALUE, or begin the line with # if it explains something".to_owned(),
                    },
                );
            }
        }
        self.take('=');
        self.once(&key, line, &name)?;
        self.value(&whole, wanted)
    }

    fn value(&mut self, whole: &[String], wanted: Option<Takes>) -> Read<()> {
        let key = path(whole);
        let line = self.line();
        let example = keys::example(whole);
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

    /// A text between quotes, of one line or (three quotes) of several.
    fn quoted(&mut self, quote: char, key: &str) -> Read<()> {
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

    fn list(&mut self, whole: &[String], wanted: Option<Takes>) -> Read<()> {
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

    fn braces(&mut self, whole: &[String]) -> Read<()> {
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

    /// A number, a date, true or false: what stands without quotes.
    fn bare(&mut self, key: &str, example: &str, wanted: Option<Takes>) -> Read<()> {
        let line = self.line();
        let rest = self.rest_of_line();
        let end = rest.find([' ', '\t', ',', ']', '}', '#']).unwrap_or(rest.len());
        let mut word = &rest[..end];
        // A date may be followed by its time.
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
        } else if matches!(wanted, Some(Takes::Whole | Takes::Decimal | Takes::Flag | Takes::Date)) {
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

    /// What stands behind a value that was complete.
    fn left_over(&mut self, whole: &[String]) -> Read<()> {
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

    /// To the begin of this line, of which nothing was taken yet; at the end of the text there is nothing to go back for.
    fn back_to_line(&mut self) {
        if self.peek().is_some() {
            self.at = self.text[..self.at].rfind('\n').map_or(0, |end| end + 1);
        }
    }

    /// A name, in parts: bare or quoted words joined by dots. On failure, where the reading stopped is to blame.
    fn name(&mut self) -> Result<Vec<String>, ()> {
        let mut parts = Vec::new();
        loop {
            self.skip_blanks();
            parts.push(self.part()?);
            let before = self.at;
            self.skip_blanks();
            if !self.take('.') {
                self.at = before;
                return Ok(parts);
            }
        }
    }

    fn part(&mut self) -> Result<String, ()> {
        let rest = self.rest_of_line();
        if let Some(quote @ ('"' | '\'')) = self.peek() {
            let inner = &rest[1..];
            let end = inner.find(quote).ok_or(())?;
            self.at += end + 2;
            return Ok(inner[..end].to_owned());
        }
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))
            .unwrap_or(rest.len());
        self.at += end;
        if end == 0 { Err(()) } else { Ok(rest[..end].to_owned()) }
    }
}

/// Does a line begin a header or a setting?
fn begins_statement(line: &str) -> bool {
    let line = line.trim_start();
    if let Some(inner) = line.strip_prefix('[') {
        return inner
            .trim_start_matches('[')
            .starts_with(|c: char| c.is_ascii_alphanumeric());
    }
    let end = line
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')))
        .unwrap_or(line.len());
    end > 0 && line[end..].trim_start().starts_with(['=', ':'])
}

/// The quotes in a line, as far as its comment.
fn quotes(line: &str) -> usize {
    let mut number: usize = 0;
    let mut before = ' ';
    for c in line.chars() {
        match c {
            '"' if before != '\\' => number += 1,
            '#' if before.is_whitespace() && number.is_multiple_of(2) => break,
            _ => {}
        }
        before = c;
    }
    number
}

fn is_smart_quote(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '″' | '＂')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{2064}' | '\u{3000}' | '\u{feff}')
}

fn path(parts: &[String]) -> String {
    parts.iter().fold(String::new(), |path, part| {
        // A number of a list was added here, and is no part of the name.
        match part.rsplit_once('[') {
            Some((name, number)) if number.ends_with(']') => format!("{}[{number}", join(&path, name)),
            Some(_) | None => join(&path, part),
        }
    })
}

fn with_number(parts: &[String], number: usize) -> Vec<String> {
    let mut parts = parts.to_vec();
    if let Some(last) = parts.last_mut() {
        *last = format!("{last}[{number}]");
    }
    parts
}

/// How a list of texts is written.
fn list_example(parts: &[String]) -> String {
    let name = parts
        .last()
        .map_or("NAME", |last| last.split('[').next().unwrap_or_default());
    format!("{name} = {}", Takes::Texts.shape())
}

/// Which setting was meant by a name with a blank.
fn near(rest: &str, first: &str, table: &[String]) -> String {
    let second = rest.split('=').next().unwrap_or_default().trim();
    let meant = format!("{first}_{}", second.replace([' ', '\t'], "_"));
    match did_you_mean(&meant, keys::names(table)) {
        Some(near) => format!("Did you mean {near}?"),
        None => "Write each setting in a line of its own; names of settings have _ where words have blanks".to_owned(),
    }
}
