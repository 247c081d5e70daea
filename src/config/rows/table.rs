//! Looking up rows.

use super::key::{Key, Keys, Takes};
use super::kinds::of_text;

/// Every row of a table.
pub(in crate::config) fn all(keys: Keys) -> impl Iterator<Item = &'static Key> {
    keys.iter().copied().flatten()
}

/// Every row of a table that may be in the file.
pub(in crate::config) fn open(keys: Keys) -> impl Iterator<Item = &'static Key> {
    all(keys).filter(|key| !matches!(key.takes, Takes::Secret))
}

/// The row of that name in a table.
pub(in crate::config) fn named(keys: Keys, name: &str) -> Option<&'static Key> {
    all(keys).find(|key| key.name == name)
}

/// The new spelling of a key that an earlier version had elsewhere, or in another form; empty if it never did.
pub(in crate::config) fn moved(key: &str) -> &'static str {
    match key {
        "calendar" => "Write it as import = [\"FILE\"] under [freezes]",
        "freezes" => "Write each freeze under a header [[freezes.windows]]",
        key if key.starts_with("irc.") && key.ends_with(".login.nickserv") => {
            "Say on which server the services are, because elsewhere anybody may take the nick NickServ: nickserv = \
             \"NickServ@services.libera.chat\", with the server that /whois NickServ shows"
        }
        _ => "",
    }
}

/// The keys of a table of the file. Numbers in brackets are list indexes.
pub(in crate::config) fn table(file: Keys, parts: &[String]) -> Option<Keys> {
    let mut keys = file;
    let mut parts = parts.iter();
    while let Some(part) = parts.next() {
        let takes = named(keys, without_number(part))?.takes;
        keys = if let Takes::ByName(each) = takes {
            parts.next()?;
            each.keys()?
        } else {
            takes.keys()?
        };
    }
    Some(keys)
}

fn without_number(part: &str) -> &str {
    part.split('[').next().unwrap_or_default()
}

/// The row of a key, by its full path.
pub(in crate::config) fn row(file: Keys, parts: &[String]) -> Option<&'static Key> {
    let (last, around) = parts.split_last()?;
    named(table(file, around)?, without_number(last))
}

/// The values of a key, by its full path; `None` if the file has no such key.
pub(in crate::config) fn takes(file: Keys, parts: &[String]) -> Option<Takes> {
    if let Some(row) = row(file, parts) {
        return Some(row.takes);
    }
    // A name chosen by the operator.
    let (_, around) = parts.split_last()?;
    if let Takes::ByName(each) = row(file, around)?.takes {
        Some(*each)
    } else {
        None
    }
}

/// How a setting is written: with its default, if that is a number or the like.
pub(in crate::config) fn setting(file: Keys, parts: &[String]) -> String {
    let name = parts.last().map_or("NAME", |last| without_number(last));
    let takes = takes(file, parts);
    let default = row(file, parts).map_or("", |row| row.default.text());
    let default = if default.starts_with('[') {
        default
    } else {
        default.split([' ', ',']).next().unwrap_or_default()
    };
    let has_one = match takes.map(Takes::member) {
        Some(Takes::Whole(_)) if default.starts_with('[') => of_text::<Vec<i64>>(default).is_some(),
        Some(Takes::Whole(_) | Takes::Decimal(_)) => of_text::<f64>(default).is_some(),
        Some(Takes::Flag) => of_text::<bool>(default).is_some(),
        Some(_) | None => false,
    };
    let value = if has_one {
        default
    } else {
        takes.map_or("\"…\"", Takes::shape)
    };
    format!("{name} = {value}")
}
