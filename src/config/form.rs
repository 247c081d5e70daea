//! The form of the file: is it TOML, are its keys known, has each the kind of value that it takes? Finds
//! everything that is wrong at once, and remembers on which line each key stands.

use super::error::Problem;
use super::key::{Key, Takes, did_you_mean, join, last};
use super::keys::{self, FILE, MAY_BE_EMPTY, moved};
use super::syntax::{self, Mistake};
use std::collections::BTreeMap;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The most characters that a text, a name or a key in the file may have.
const LONGEST_TEXT: usize = 1000;

/// On which line each key stands, and what was found wrong so far.
pub(super) struct Findings<'a> {
    file: &'a Path,
    lines: BTreeMap<String, usize>,
    /// What stops the bot.
    pub(super) problems: Vec<Problem>,
    /// What the operator should know, but may want.
    pub(super) notes: Vec<Problem>,
    /// Keys of empty texts.
    empty: Vec<String>,
    /// Keys of which it was said that something is wrong, and those that were probably meant by unknown ones: of
    /// what stands there, and of what follows from it, nothing more is said.
    mistaken: Vec<String>,
}

impl<'a> Findings<'a> {
    /// Nothing found yet.
    pub(super) fn new(file: &'a Path) -> Self {
        Self {
            file,
            lines: BTreeMap::new(),
            problems: Vec::new(),
            notes: Vec::new(),
            empty: Vec::new(),
            mistaken: Vec::new(),
        }
    }

    /// Reads the form of a whole file. What is left without what is wrong in it can be judged further; of a text that
    /// is not TOML nothing is left.
    pub(super) fn read_form<'t>(&mut self, text: &'t str) -> Option<Spanned<DeTable<'t>>> {
        let (mut table, errors) = DeTable::parse_recoverable(text);
        let mistakes = if errors.is_empty() {
            Vec::new()
        } else {
            syntax::mistakes(text)
        };
        if let (Some(first), true) = (errors.first(), mistakes.is_empty()) {
            // Only the description: the parser's full text quotes the line, which may hold a secret.
            let line = first.span().map(|span| line_of(text, span.start));
            let what = format!("this is not TOML: {}", first.message());
            let fix = "Compare the line with the example, which `rfrbot config` prints; https://toml.io has the rules";
            self.problems.push(self.finding(line, "", what, fix));
        }
        for mistake in mistakes {
            let Mistake { line, key, what, fix } = mistake;
            self.problems.push(self.finding(Some(line), &key, what, fix));
        }
        if !self.problems.is_empty() {
            return None;
        }
        self.table(text, "", table.get_mut(), FILE);
        Some(table)
    }

    /// Something that stops the bot.
    pub(super) fn problem(&mut self, key: &str, what: impl Into<String>, fix: impl Into<String>) {
        let of_members = format!("{key}[");
        let is_told = |mistaken: &String| covers(mistaken, key) || mistaken.starts_with(&of_members);
        if !self.mistaken.iter().any(is_told) {
            let problem = self.finding(self.line(key), key, what, fix);
            self.problems.push(problem);
        }
    }

    /// Something that stops the bot because something else is not there, under any of these keys. Where it stands there
    /// with a mistake, that was said.
    pub(super) fn lacking(
        &mut self,
        key: &str,
        needed: &[impl AsRef<str>],
        what: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let is_one = |mistaken: &String| {
            let mut needed = needed.iter().map(AsRef::as_ref);
            needed.any(|needed| covers(mistaken, needed) || covers(needed, mistaken))
        };
        if !self.mistaken.iter().any(is_one) {
            self.problem(key, what, fix);
        }
    }

    /// Something that the operator should know.
    pub(super) fn note(&mut self, key: &str, what: impl Into<String>, fix: impl Into<String>) {
        let note = self.finding(self.line(key), key, what, fix);
        self.notes.push(note);
    }

    fn finding(&self, line: Option<usize>, key: &str, what: impl Into<String>, fix: impl Into<String>) -> Problem {
        Problem {
            file: self.file.to_owned(),
            line,
            key: key.to_owned(),
            what: what.into(),
            fix: fix.into(),
        }
    }

    /// The line of a key, or of the nearest table around it.
    fn line(&self, key: &str) -> Option<usize> {
        let mut key = key;
        loop {
            if let Some(line) = self.lines.get(key) {
                return Some(*line);
            }
            key = &key[..key.rfind(['.', '['])?];
        }
    }

    /// What is wrong in a table is taken out of it.
    fn table(&mut self, text: &str, path: &str, table: &mut DeTable<'_>, keys: &'static [Key]) {
        let mut meant = Vec::new();
        for (name, mut value) in std::mem::take(table) {
            if !self.within(path, "a key in it", name.get_ref()) {
                continue;
            }
            let key = join(path, name.get_ref());
            self.lines.insert(key.clone(), line_of(text, name.span().start));
            if let Some(known) = keys.iter().find(|known| known.name == name.get_ref().as_ref()) {
                if self.value(text, &key, &mut value, known.takes) {
                    table.insert(name, value);
                }
            } else if let Some(near) = self.unknown(&key, name.get_ref(), path, keys) {
                meant.push((near, name.span(), value));
            }
        }
        // What was probably meant counts, so that nobody reads that it is missing.
        for (near, span, mut value) in meant {
            let key = join(path, near.name);
            if !table.contains_key(near.name) {
                self.mistaken.push(key.clone());
                if self.value(text, &key, &mut value, near.takes) {
                    table.insert(Spanned::new(span, near.name.into()), value);
                }
            }
        }
    }

    /// The key that was probably meant, if any.
    fn unknown(&mut self, key: &str, name: &str, path: &str, keys: &'static [Key]) -> Option<&'static Key> {
        let known = || {
            keys.iter()
                .filter(|key| !matches!(key.takes, Takes::Secret))
                .map(|key| key.name)
        };
        let place = if path.is_empty() {
            "the file".to_owned()
        } else {
            format!("[{path}]")
        };
        let near = did_you_mean(name, known());
        let fix = match near {
            _ if !moved(key).is_empty() => moved(key).to_owned(),
            Some(near) => format!("Did you mean {near}?"),
            None => format!("Known in {place}: {}", known().collect::<Vec<_>>().join(", ")),
        };
        self.problem(key, "unknown key", fix);
        near.and_then(|near| keys.iter().find(|key| key.name == near))
    }

    /// A text in the file, or a name that the operator chose, is no longer than anybody needs.
    fn within(&mut self, key: &str, what: &str, found: &str) -> bool {
        let length = found.chars().count();
        if length > LONGEST_TEXT {
            let what = format!("{what} has {length} characters, and at most {LONGEST_TEXT} are taken");
            self.problem(key, what, "Shorten it");
        }
        length <= LONGEST_TEXT
    }

    /// Can the value be judged further?
    fn value(&mut self, text: &str, key: &str, value: &mut Spanned<DeValue<'_>>, takes: Takes) -> bool {
        let found = kind(value.get_ref());
        let fits = match (takes, value.get_mut()) {
            (Takes::Text | Takes::Path | Takes::TextOrTable(_), DeValue::String(found)) => {
                if self.within(key, "this text", found) {
                    self.text(key, found, takes);
                } else {
                    self.mistaken.push(key.to_owned());
                }
                true
            }
            (Takes::Whole | Takes::Decimal, DeValue::Integer(number)) => {
                if i64::from_str_radix(number.as_str(), number.radix()).is_err() {
                    let what = format!(
                        "expected {}, found one of more digits than anybody needs",
                        takes.expected()
                    );
                    return self.wrong(key, what, format!("Write {}", keys::example(&keys::parts(key))));
                }
                true
            }
            (Takes::Decimal, DeValue::Float(_)) | (Takes::Flag, DeValue::Boolean(_)) => true,
            (Takes::Date, DeValue::Datetime(date)) => date.date.is_some() && date.time.is_none(),
            (Takes::Table(keys) | Takes::TextOrTable(keys), DeValue::Table(table)) => {
                self.table(text, key, table, keys);
                true
            }
            (Takes::TablesByName(keys), DeValue::Table(table)) => {
                self.named(text, key, table, Takes::Table(keys));
                true
            }
            (Takes::TextsByName, DeValue::Table(table)) => {
                self.named(text, key, table, Takes::Texts);
                true
            }
            (Takes::Texts | Takes::Wholes | Takes::TextsOrTables(_) | Takes::Tables(_), DeValue::Array(members)) => {
                let each = takes.member();
                let mut all_fit = true;
                for (index, member) in members.iter_mut().enumerate() {
                    let key = format!("{key}[{index}]");
                    self.lines.insert(key.clone(), line_of(text, member.span().start));
                    if !self.value(text, &key, member, each) {
                        all_fit = false;
                        // The others keep their places.
                        *member.get_mut() = match each {
                            Takes::Table(_) => DeValue::Table(DeTable::new()),
                            _ => DeValue::String("".into()),
                        };
                    }
                }
                return all_fit || !matches!(takes, Takes::Wholes);
            }
            (Takes::Secret, _) => {
                return self.wrong(
                    key,
                    "a secret must not stand in the config file",
                    format!(
                        "Put it alone into a file that only the bot's user can read (chmod 600) and write \
                         {name}_file = \"FILE\", or name an environment variable with {name}_env = \"VARIABLE\"",
                        name = last(key)
                    ),
                );
            }
            _ => false,
        };
        if fits {
            return true;
        }
        let fix = match moved(key) {
            "" if key.ends_with(']') => format!("Write each member as {}", takes.shape()),
            "" if matches!(takes, Takes::Table(_) | Takes::TablesByName(_)) => format!("Write a header [{key}]"),
            "" => format!("Write {}", keys::example(&keys::parts(key))),
            moved => moved.to_owned(),
        };
        self.wrong(key, format!("expected {}, found {found}", takes.expected()), fix)
    }

    /// A value that cannot be judged further.
    fn wrong(&mut self, key: &str, what: impl Into<String>, fix: impl Into<String>) -> bool {
        self.problem(key, what, fix);
        self.mistaken.push(key.to_owned());
        false
    }

    /// A text of the right length: is it empty, or a path that only a shell would understand?
    fn text(&mut self, key: &str, found: &str, takes: Takes) {
        if found.trim().is_empty() && !MAY_BE_EMPTY.contains(&key) {
            self.empty.push(key.to_owned());
        }
        if matches!(takes, Takes::Path)
            && let Some((what, fix)) = not_a_path(found)
        {
            self.wrong(key, what, fix);
        }
    }

    /// Texts without anything in them, of which nothing was said so far.
    pub(super) fn name_the_empty(&mut self) {
        for key in std::mem::take(&mut self.empty) {
            if self.problems.iter().any(|problem| problem.key == key) {
                continue;
            }
            let takes = keys::takes(&keys::parts(&key)).map_or(Takes::Text, Takes::member);
            let what = format!("the text is empty, expected {}", takes.expected());
            self.problem(&key, what, "Write one, or leave it out");
        }
    }

    fn named(&mut self, text: &str, path: &str, table: &mut DeTable<'_>, each: Takes) {
        for (name, mut value) in std::mem::take(table) {
            // Named by the table around it, since the name itself fills screens.
            if !self.within(path, "a name in it", name.get_ref()) {
                continue;
            }
            let key = join(path, name.get_ref());
            self.lines.insert(key.clone(), line_of(text, name.span().start));
            if self.value(text, &key, &mut value, each) {
                table.insert(name, value);
            }
        }
    }
}

/// Is the second key the first one, or within it?
fn covers(outer: &str, key: &str) -> bool {
    key.strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// What is wrong with a path that only a shell would understand.
pub(super) fn not_a_path(written: &str) -> Option<(String, &'static str)> {
    const WHOLE: &str = "Write the whole path, such as \"/home/bot/rfrbot.password\", or one that counts from the folder of \
                         the config file";
    if written.starts_with('~') {
        Some(("~ is not expanded to a home here".to_owned(), WHOLE))
    } else if written.contains('$') {
        Some(("variables ($) are not expanded in paths".to_owned(), WHOLE))
    } else if written.starts_with("file:") {
        Some(("this is an address, expected a path".to_owned(), WHOLE))
    } else if written.trim() != written && !written.trim().is_empty() {
        Some(("the path begins or ends with a blank".to_owned(), "Remove the blank"))
    } else {
        None
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or(text).matches('\n').count() + 1
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shipped example with everything that is switched off in it switched on.
    fn example_switched_on() -> String {
        let mut text = String::new();
        for line in include_str!("../../config.example.toml").lines() {
            let switched_off = line
                .strip_prefix('#')
                .filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase() || c == '['));
            text.push_str(switched_off.unwrap_or(line));
            text.push('\n');
        }
        text
    }

    /// Every key of the table, by a pattern in which `*` stands for a chosen name or an index.
    fn patterns(path: &str, keys: &'static [Key], found: &mut Vec<String>) {
        for key in keys {
            let path = join(path, key.name);
            match key.takes {
                Takes::Table(inner) | Takes::TextOrTable(inner) => patterns(&path, inner, found),
                Takes::TablesByName(inner) => patterns(&format!("{path}.*"), inner, found),
                Takes::Tables(inner) | Takes::TextsOrTables(inner) => patterns(&format!("{path}[*]"), inner, found),
                Takes::TextsByName => found.push(format!("{path}.*")),
                Takes::Text
                | Takes::Path
                | Takes::Whole
                | Takes::Decimal
                | Takes::Flag
                | Takes::Date
                | Takes::Texts
                | Takes::Wholes => {}
                Takes::Secret => continue,
            }
            if !matches!(key.takes, Takes::TextsByName) {
                found.push(path);
            }
        }
    }

    #[test]
    fn the_shipped_example_has_every_key() {
        let text = example_switched_on();
        let mut findings = Findings::new(Path::new("config.example.toml"));
        findings.read_form(&text);
        assert_eq!(findings.problems, []);
        let mut wanted = Vec::new();
        patterns("", FILE, &mut wanted);
        assert!(wanted.len() > 40, "the table was walked: {wanted:?}");
        for pattern in wanted {
            let regex = regex::escape(&pattern)
                .replace(r"\.\*", r"\.[^.]+")
                .replace(r"\[\*\]", r"\[\d+\]");
            let regex = regex::Regex::new(&format!("^{regex}$")).expect("a pattern");
            // One section cannot hold several ways to give one secret: its words name the others.
            let name = pattern.rsplit('.').next().unwrap_or_default();
            let has_other_ways = pattern.starts_with("matrix.") || pattern.starts_with("mail.");
            let other_way = has_other_ways
                && (name.ends_with("_env") || matches!(name, "token_file" | "maildir" | "sendmail"))
                || pattern == "mail.smtp.plain";
            let named = other_way && text.contains(&format!(" {name} "));
            assert!(
                named || findings.lines.keys().any(|key| regex.is_match(key)),
                "config.example.toml does not show {pattern}"
            );
        }
    }

    #[test]
    fn a_near_word_is_suggested_and_a_far_one_is_not() {
        assert_eq!(did_you_mean("chanels", ["channels", "host"]), Some("channels"));
        assert_eq!(did_you_mean("undo-minutes", ["undo_minutes"]), Some("undo_minutes"));
        assert_eq!(did_you_mean("zebra", ["channels", "host"]), None);
    }
}
