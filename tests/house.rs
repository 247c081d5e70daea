//! Rules for the program's source as a whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The most source files that a stored verb may stand in.
const MOST_FILES_OF_A_VERB: usize = 9;

/// Every source file of the program.
fn every_file() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a source");
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 100, "the sources were read");
    found
}

/// Every source file of the program, with its text up to the tests at its end.
fn sources() -> Vec<(PathBuf, String)> {
    let program = |text: String| text.split("#[cfg(test)]\nmod ").next().unwrap_or_default().to_owned();
    every_file()
        .into_iter()
        .map(|(path, text)| (path, program(text)))
        .collect()
}

/// A pattern that does not compile would be noticed only by whoever types what it should match.
#[test]
fn patterns_are_made_in_one_place_and_never_in_silence() {
    for (path, text) in sources() {
        let is_home = path.ends_with("command/patterns.rs");
        assert_eq!(text.contains("Regex::new"), is_home, "{}", path.display());
        if is_home {
            assert!(!text.contains(".ok()"), "{}", path.display());
        }
    }
}

/// A constant made at run time must fail loudly.
#[test]
fn no_lazy_constant_swallows_its_error() {
    for (path, text) in sources() {
        for made in text.split("LazyLock::new(").skip(1) {
            let until = made.split(";\n").next().unwrap_or_default();
            for silence in [".ok()", "unwrap_or", "if let Ok"] {
                assert!(!until.contains(silence), "{}: {until}", path.display());
            }
        }
    }
}

/// Somebody who adds a stored verb edits the files in which a plain one stands: docs/development.md names them.
#[test]
fn a_stored_verb_stands_in_few_files() {
    let names_it = |text: &str| text.to_ascii_lowercase().contains("retitle");
    let files: Vec<PathBuf> = every_file()
        .into_iter()
        .filter(|(_, text)| names_it(text))
        .map(|(path, _)| path)
        .collect();
    assert!(!files.is_empty(), "the verb is there");
    assert!(files.len() <= MOST_FILES_OF_A_VERB, "{}: {files:#?}", files.len());
}

/// One name for one thing: whoever reads a type's name need not ask which one it is.
#[test]
fn each_type_has_a_name_of_its_own() {
    let mut homes: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for (path, text) in sources() {
        for line in text.lines() {
            // `pub(in crate::config) struct Name`
            let plain = match line.strip_prefix("pub") {
                Some(rest) if rest.starts_with('(') => rest.split_once(") ").map_or("", |(_, rest)| rest),
                Some(rest) => rest.trim_start(),
                None => line,
            };
            let mut words = plain.split(|c: char| !(c.is_alphanumeric() || c == '_'));
            let (Some("struct" | "enum" | "trait" | "type"), Some(name)) = (words.next(), words.next()) else {
                continue;
            };
            homes.entry(name.to_owned()).or_default().push(path.clone());
        }
    }
    assert!(homes.len() > 500, "the types were read: {}", homes.len());
    homes.retain(|_, homes| homes.len() > 1);
    assert!(homes.is_empty(), "{homes:#?}");
}
