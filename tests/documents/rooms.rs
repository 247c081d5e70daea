//! What the rooms of `src` import from each other.

use crate::root;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every room: a folder or a file of `src`.
pub(crate) fn all() -> BTreeSet<String> {
    let entries = fs::read_dir(root().join("src")).expect("there are sources");
    entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            path.file_stem().expect("a name").to_string_lossy().into_owned()
        })
        .collect()
}

/// The rooms that a room imports from; not in its tests.
pub(crate) fn known<'a>(room: &str, rooms: &'a BTreeSet<String>) -> BTreeSet<&'a str> {
    let mut known = BTreeSet::new();
    for program in programs(room) {
        let root_of_paths = if room == "main" { "rfrbot::" } else { "crate::" };
        for (at, _) in program.match_indices(root_of_paths) {
            let line = program[..at].rsplit('\n').next().unwrap_or_default();
            // In a text, or the end of a longer word.
            if line.matches('"').count() % 2 == 1 || line.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let names = first_names(&program[at + root_of_paths.len()..]);
            known.extend(names.iter().filter_map(|name| rooms.get(name)).map(String::as_str));
        }
    }
    known.remove(room);
    known
}

/// The program text of a room's files: without comments and tests.
pub(crate) fn programs(room: &str) -> Vec<String> {
    let folder = root().join("src").join(room);
    let files = if folder.is_dir() {
        files(&folder)
    } else {
        vec![folder.with_extension("rs")]
    };
    let programs = files.iter().map(|file| {
        let text = fs::read_to_string(file).expect("a source");
        let program = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        let lines = program.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    });
    programs.collect()
}

/// `a` of `a::b::c`; `a` and `c` of `{a::b, c::{d, e}}`.
fn first_names(path: &str) -> Vec<String> {
    let word = |text: &str| -> String { text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let Some(group) = path.strip_prefix('{') else {
        return vec![word(path)];
    };
    let mut names = Vec::new();
    let (mut depth, mut begins) = (0, true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            c if begins && !c.is_whitespace() => {
                names.push(word(&group[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    names
}

/// The sources of a folder, without those of tests alone.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        let is_of_tests = path.file_stem().is_some_and(|name| name == "tests");
        if is_of_tests {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// Every source below a folder of the package, with its text.
pub(crate) fn texts(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("a source");
                found.push((path, text));
            }
        }
    }
    found
}
