//! Texts made from the rows: the manual of the file, and the shipped example.

use super::key::{Key, Keys, Shown, Takes, Without};
use super::table::{all, open};

/// Width of the shipped example.
const WIDTH: usize = 118;

/// A section of the file, for the manual.
pub struct Section {
    /// As it is written: `[irc.NETWORK]`.
    pub header: String,
    /// Its purpose.
    pub means: &'static str,
    /// Its keys: name, values, meaning, and what applies without it.
    pub keys: Vec<[String; 4]>,
}

/// The whole file, section by section.
pub(in crate::config) fn sections(file: Keys) -> Vec<Section> {
    let mut found = Vec::new();
    for key in all(file) {
        walk(key.name, key, &mut found);
    }
    found
}

fn walk(path: &str, key: &'static Key, found: &mut Vec<Section>) {
    let (path, each) = if let Takes::ByName(each) = key.takes {
        (format!("{path}.{}", chosen(path)), *each)
    } else {
        (path.to_owned(), key.takes)
    };
    let Some(keys) = each.keys() else {
        if let Takes::ByName(each) = key.takes {
            let group = ["GROUP", each.expected(), "The accounts in this group.", "none"];
            found.push(Section {
                header: format!("[{}]", key.name),
                means: key.means,
                keys: vec![group.map(str::to_owned)],
            });
        }
        return;
    };
    let is_list = matches!(each, Takes::List(_));
    found.push(Section {
        header: if is_list {
            format!("[[{path}]]")
        } else {
            format!("[{path}]")
        },
        means: key.means,
        keys: open(keys)
            .map(|key| {
                let takes = format!("{}{}", key.takes.expected(), range(key.takes));
                [key.name, &takes, key.means, key.default.text()].map(str::to_owned)
            })
            .collect(),
    });
    for key in all(keys) {
        walk(&format!("{path}.{}", key.name), key, found);
    }
}

/// The manual's placeholder for a name that the operator chooses.
fn chosen(path: &str) -> &'static str {
    if path == "irc" { "NETWORK" } else { "ACCOUNT" }
}

/// The range of a number, if it says anything.
fn range(takes: Takes) -> String {
    let range = takes.range().filter(|(_, most)| *most < 100_000_000.0);
    range.map_or_else(String::new, |(least, most)| format!(" from {least} to {most}"))
}

/// The shipped example: the head, then each key with its meaning.
pub(in crate::config) fn example(head: &str, file: Keys) -> String {
    let mut lines = vec![head.to_owned()];
    for key in all(file) {
        section(key.name, key, "", &mut lines);
    }
    lines.join("\n")
}

/// A section; commented out if the one around it is, or if its row does not activate it.
fn section(path: &str, key: &'static Key, around: &str, lines: &mut Vec<String>) {
    let (name, sign) = if let Shown::On(name) = key.shown {
        (name, around)
    } else {
        ("", "#")
    };
    let (path, each) = if let Takes::ByName(each @ Takes::Table(_)) = key.takes {
        (format!("{path}.{name}"), *each)
    } else {
        (path.to_owned(), key.takes)
    };
    lines.push("\n".to_owned());
    comment(&said(key), lines);
    let is_list = matches!(each, Takes::List(_));
    lines.push(if is_list {
        format!("{sign}[[{path}]]")
    } else {
        format!("{sign}[{path}]")
    });
    let (sections, keys): (Vec<&Key>, Vec<&Key>) = open(each.keys().unwrap_or_default())
        .partition(|key| matches!(key.takes, Takes::Table(_) | Takes::List(Takes::Table(_))));
    let mut before: Option<&Key> = None;
    for key in keys {
        // Keys with the same meaning share one explanation.
        let is_alike = before.is_some_and(|before| before.means == key.means);
        if before.is_some() && !is_alike && !matches!(key.shown, Shown::Aside(_)) {
            lines.push(String::new());
        }
        setting(key, is_alike, sign, lines);
        before = Some(key);
    }
    for key in sections {
        section(&format!("{path}.{}", key.name), key, sign, lines);
    }
    if !key.more.is_empty() {
        lines.push(key.more.to_owned());
    }
}

/// One key: its meaning, unless just stated, then how it is written.
fn setting(key: &Key, is_alike: bool, sign: &str, lines: &mut Vec<String>) {
    let (value, sign) = match (key.shown, key.default) {
        (Shown::On(value), _) => (value, sign),
        (Shown::Off(value), _) | (Shown::Default, Without::Value(value)) => (value, "#"),
        (Shown::Default, Without::Words(_)) => (key.takes.shape(), "#"),
        (Shown::Aside(value), _) => {
            comment(&format!("{} = {value}: {}", key.name, said(key)), lines);
            return;
        }
    };
    if !is_alike {
        comment(&said(key), lines);
        for inner in key.takes.keys().into_iter().flat_map(open) {
            comment(&format!("{}: {}", inner.name, said(inner)), lines);
        }
    }
    // A date has no quotes.
    let is_date = matches!(key.takes, Takes::Date);
    let value = if is_date { value.trim_matches('"') } else { value };
    let value: Vec<&str> = value.split_whitespace().collect();
    lines.push(format!("{sign}{} = {}", key.name, value.join(" ")));
}

/// A key's meaning, its range, and what applies without it.
fn said(key: &Key) -> String {
    let range = range(key.takes);
    let range = range.strip_prefix(" from").map(|range| format!(" From{range}."));
    let default = match (key.default, key.shown) {
        (Without::Words(""), _) | (Without::Value(_), Shown::Default) | (_, Shown::Aside(_)) => String::new(),
        (Without::Value(value), Shown::On(shown) | Shown::Off(shown)) if value == shown => String::new(),
        (Without::Value(value), Shown::On(_) | Shown::Off(_)) => format!(" Default: {value}."),
        (Without::Words(words), _) => match words.strip_prefix("needed") {
            Some(rest) => format!(" Needed{rest}."),
            None => format!(" Default: {words}."),
        },
    };
    format!("{}{}{default}", key.means, range.unwrap_or_default())
}

/// Lines of a comment.
fn comment(words: &str, lines: &mut Vec<String>) {
    let mut line = String::from("#");
    for word in words.split(' ') {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, String::from("#")));
        }
        line.push(' ');
        line.push_str(word);
    }
    lines.push(line);
}
