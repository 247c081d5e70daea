//! The form of the file: is it TOML, are its keys known, has each a value of the right kind and in range? Finds all
//! mistakes at once, and records the line of each key.

mod findings;

pub(super) use findings::Findings;

use super::rows::{self, Key, Keys, Takes, did_you_mean, join, last, parts};
use super::syntax::{self, SyntaxMistake};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Longest text, name or key in the file, in characters.
const LONGEST_TEXT: usize = 1000;

/// Texts that may be empty.
const MAY_BE_EMPTY: [&str; 1] = ["mail.subject_prefix"];

/// Checks the form of a whole file with these keys. The result lacks whatever is wrong, so the rest can be checked
/// further; `None` if the text is not TOML.
pub(super) fn read<'t>(text: &'t str, file: Keys, found: &mut Findings<'_>) -> Option<DeTable<'t>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let Some(first) = errors.first() else {
        let mut table = table.into_inner();
        let mut form = FormCheck { text, file, found };
        form.table("", &mut table, file);
        return Some(table);
    };
    let mistakes = syntax::mistakes(text, file);
    if mistakes.is_empty() {
        // Only the description: the parser's full message quotes the line, which may contain a secret.
        let line = first.span().map(|span| line_of(text, span.start));
        let what = format!("this is not TOML: {}", first.message());
        let fix = "Compare the line with the example, which `rfrbot config` prints; https://toml.io has the rules";
        found.add(line, "", what, fix);
    }
    for SyntaxMistake { line, key, what, fix } in mistakes {
        found.add(Some(line), &key, what, fix);
    }
    None
}

/// Reports empty texts about which nothing was said so far.
pub(super) fn name_the_empty(file: Keys, found: &mut Findings<'_>) {
    for key in std::mem::take(&mut found.empty) {
        if !found.problems.iter().any(|problem| problem.key == key) {
            let takes = rows::takes(file, &parts(&key)).map_or(Takes::Text, Takes::member);
            let what = format!("the text is empty, expected {}", takes.expected());
            found.problem(&key, what, "Write one, or leave it out");
        }
    }
}

/// A word that is not one of the allowed ones.
pub(super) fn not_one_of(found: &mut Findings<'_>, key: &str, word: &str, known: &[&str]) {
    let quoted: Vec<String> = known.iter().map(|name| format!("{name:?}")).collect();
    let fix = match did_you_mean(word, known.iter().copied()) {
        Some(near) => format!("Did you mean {near:?}?"),
        None => "Write one of these words, in quotes".to_owned(),
    };
    found.problem(key, format!("expected {}, found {word:?}", quoted.join(" or ")), fix);
}

/// A file whose form is being checked.
struct FormCheck<'t, 'a, 'f> {
    text: &'t str,
    file: Keys,
    found: &'a mut Findings<'f>,
}

impl FormCheck<'_, '_, '_> {
    fn stands(&mut self, key: &str, at: usize) {
        self.found.stands(key, line_of(self.text, at));
    }

    /// Removes whatever is wrong from a table.
    fn table(&mut self, path: &str, table: &mut DeTable<'_>, keys: Keys) {
        let mut meant = Vec::new();
        for (name, mut value) in std::mem::take(table) {
            if !self.is_short(path, "a key in it", name.get_ref()) {
                continue;
            }
            let key = join(path, name.get_ref());
            self.stands(&key, name.span().start);
            if let Some(known) = rows::named(keys, name.get_ref()) {
                if self.value(&key, &mut value, known.takes) {
                    table.insert(name, value);
                }
            } else if let Some(near) = self.unknown(&key, name.get_ref(), path, keys) {
                meant.push((near, name.span(), value));
            }
        }
        // Uses the probably intended key, so that it is not also reported as missing.
        for (near, span, mut value) in meant {
            let key = join(path, near.name);
            if !table.contains_key(near.name) {
                self.found.mistaken.push(key.clone());
                if self.value(&key, &mut value, near.takes) {
                    table.insert(Spanned::new(span, near.name.into()), value);
                }
            }
        }
    }

    /// The key that was probably intended, if any.
    fn unknown(&mut self, key: &str, name: &str, path: &str, keys: Keys) -> Option<&'static Key> {
        let known = || rows::open(keys).map(|key| key.name);
        let place = if path.is_empty() {
            "the file".to_owned()
        } else {
            format!("[{path}]")
        };
        let near = did_you_mean(name, known());
        let fix = match near {
            _ if !rows::moved(key).is_empty() => rows::moved(key).to_owned(),
            Some(near) => format!("Did you mean {near}?"),
            None => format!("Known in {place}: {}", known().collect::<Vec<_>>().join(", ")),
        };
        self.found.problem(key, "unknown key", fix);
        rows::named(keys, near?)
    }

    /// Is a text in the file, or a name chosen by the operator, within the length limit?
    fn is_short(&mut self, key: &str, what: &str, found: &str) -> bool {
        let length = found.chars().count();
        if length > LONGEST_TEXT {
            let what = format!("{what} has {length} characters, and at most {LONGEST_TEXT} are taken");
            self.found.problem(key, what, "Shorten it");
        }
        length <= LONGEST_TEXT
    }

    /// Can the value be checked further?
    fn value(&mut self, key: &str, value: &mut Spanned<DeValue<'_>>, takes: Takes) -> bool {
        let kind = kind(value.get_ref());
        match (takes, value.get_mut()) {
            (Takes::Text | Takes::Path | Takes::Word(_) | Takes::TextOrTable(_), DeValue::String(found)) => {
                self.text(key, found, takes)
            }
            (Takes::Whole(_) | Takes::Decimal(_), DeValue::Integer(number)) => {
                let whole = i64::from_str_radix(number.as_str(), number.radix());
                self.number(key, whole.ok(), takes)
            }
            (Takes::Decimal((least, most)), DeValue::Float(number)) => {
                let fits = number
                    .as_str()
                    .parse()
                    .is_ok_and(|number: f64| (least..=most).contains(&number));
                fits || self.out_of_range(key, number.as_str(), takes)
            }
            (Takes::Flag, DeValue::Boolean(_)) => true,
            (Takes::Date, DeValue::Datetime(date)) if date.date.is_some() && date.time.is_none() => true,
            (Takes::Table(keys) | Takes::TextOrTable(keys), DeValue::Table(table)) => {
                self.table(key, table, keys);
                true
            }
            (Takes::ByName(each), DeValue::Table(table)) => {
                self.named(key, table, *each);
                true
            }
            (Takes::List(each), DeValue::Array(members)) => {
                let mut all_fit = true;
                for (index, member) in members.iter_mut().enumerate() {
                    let key = format!("{key}[{index}]");
                    self.stands(&key, member.span().start);
                    if !self.value(&key, member, *each) {
                        all_fit = false;
                        // Replaced, not removed, so that the others keep their indexes.
                        *member.get_mut() = if matches!(each, Takes::Table(_)) {
                            DeValue::Table(DeTable::new())
                        } else {
                            DeValue::String("".into())
                        };
                    }
                }
                all_fit || !matches!(each, Takes::Whole(_))
            }
            (Takes::Secret, _) => {
                let name = last(key);
                self.wrong(
                    key,
                    "a secret must not stand in the config file",
                    format!(
                        "Put it alone into a file that only the bot's user can read (chmod 600) and write \
                         {name}_file = \"FILE\", or name an environment variable with {name}_env = \"VARIABLE\""
                    ),
                )
            }
            (
                Takes::Text
                | Takes::Path
                | Takes::Word(_)
                | Takes::Whole(_)
                | Takes::Decimal(_)
                | Takes::Flag
                | Takes::Date
                | Takes::List(_)
                | Takes::Table(_)
                | Takes::TextOrTable(_)
                | Takes::ByName(_),
                _,
            ) => {
                let fix = match rows::moved(key) {
                    "" if key.ends_with(']') => format!("Write each member as {}", takes.shape()),
                    "" if matches!(takes, Takes::Table(_) | Takes::ByName(Takes::Table(_))) => {
                        format!("Write a header [{key}]")
                    }
                    "" => self.setting(key),
                    moved => moved.to_owned(),
                };
                self.wrong(key, format!("expected {}, found {kind}", takes.expected()), fix)
            }
        }
    }

    /// Reports a value that cannot be checked further.
    fn wrong(&mut self, key: &str, what: impl Into<String>, fix: impl Into<String>) -> bool {
        self.found.problem(key, what, fix);
        self.found.mistaken.push(key.to_owned());
        false
    }

    /// What to write for a key.
    fn setting(&self, key: &str) -> String {
        format!("Write {}", rows::setting(self.file, &parts(key)))
    }

    /// A text: is it short enough, one of the allowed words, a path that not only a shell understands, not empty?
    fn text(&mut self, key: &str, found: &str, takes: Takes) -> bool {
        if !self.is_short(key, "this text", found) {
            self.found.mistaken.push(key.to_owned());
            return true;
        }
        if let Takes::Word(known) = takes {
            let known = known();
            if !known.contains(&found) {
                not_one_of(self.found, key, found, &known);
                self.found.mistaken.push(key.to_owned());
            }
            return known.contains(&found);
        }
        if found.trim().is_empty() && !MAY_BE_EMPTY.contains(&key) {
            self.found.empty.push(key.to_owned());
        }
        if matches!(takes, Takes::Path)
            && let Some((what, fix)) = not_a_path(found)
        {
            self.wrong(key, what, fix);
        }
        true
    }

    fn number(&mut self, key: &str, number: Option<i64>, takes: Takes) -> bool {
        let Some(number) = number else {
            let what = format!(
                "expected {}, found one of more digits than anybody needs",
                takes.expected()
            );
            let fix = self.setting(key);
            return self.wrong(key, what, fix);
        };
        // Numbers beyond a decimal's precision are out of range in any case.
        #[expect(clippy::cast_precision_loss, reason = "only the range is looked at")]
        let decimal = number as f64;
        let fits = takes
            .range()
            .is_none_or(|(least, most)| (least..=most).contains(&decimal));
        fits || self.out_of_range(key, &number.to_string(), takes)
    }

    fn out_of_range(&mut self, key: &str, number: &str, takes: Takes) -> bool {
        let (least, most) = takes.range().unwrap_or_default();
        let default = rows::row(self.file, &parts(key)).map_or("", |row| row.default.text());
        let what = format!("expected {} from {least} to {most}, found {number}", takes.expected());
        self.wrong(key, what, format!("Without this key it is {default}"))
    }

    fn named(&mut self, path: &str, table: &mut DeTable<'_>, each: Takes) {
        for (name, mut value) in std::mem::take(table) {
            // Reported under the surrounding table, since the name itself would fill the screen.
            if !self.is_short(path, "a name in it", name.get_ref()) {
                continue;
            }
            let key = join(path, name.get_ref());
            self.stands(&key, name.span().start);
            if self.value(&key, &mut value, each) {
                table.insert(name, value);
            }
        }
    }
}

/// Why a path would work only in a shell.
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
