//! What holds for the source of the program as a whole.

use std::fs;
use std::path::{Path, PathBuf};

/// Every source file of the program, with its text up to the tests at its end.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a source");
                let program = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
                found.push((path, program.to_owned()));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 100, "the sources were read");
    found
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
