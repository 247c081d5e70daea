//! What holds for the source of the program as a whole.

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

/// One that does not compile in the shipped program would be noticed only by who types what it reads.
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

/// A constant that is made at run time must be loud where it cannot be made.
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
