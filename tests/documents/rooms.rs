//! What the rooms of `src` import from each other.

use crate::root;
use std::collections::{BTreeMap, BTreeSet};
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

/// The rooms that a room imports from, tests excluded.
pub(crate) fn known<'a>(room: &str, rooms: &'a BTreeSet<String>) -> BTreeSet<&'a str> {
    let mut known = BTreeSet::new();
    for program in programs(room) {
        let root_of_paths = if room == "main" { "rfrbot::" } else { "crate::" };
        for (at, _) in program.match_indices(root_of_paths) {
            let line = program[..at].rsplit('\n').next().unwrap_or_default();
            // Inside a string, or the end of a longer word.
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
    files.iter().map(|file| program(file)).collect()
}

/// The program text of one file.
fn program(file: &Path) -> String {
    let text = fs::read_to_string(file).expect("a source");
    let program = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = program.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
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

/// The sources in a folder, without pure test files.
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

/// Pairs of files or folders in one folder that know each other, directly or through others, each once.
pub(crate) fn circles() -> BTreeSet<(String, String)> {
    let mut folders = vec![PathBuf::new()];
    let mut found = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        let arrows = arrows(&folder);
        folders.extend(arrows.keys().map(|name| folder.join(name)));
        let reached = |from: &str| {
            let mut reached: BTreeSet<&str> = BTreeSet::new();
            let mut next = vec![from];
            while let Some(name) = next.pop() {
                let known = arrows[name].iter().map(String::as_str);
                next.extend(known.filter(|other| reached.insert(other)).collect::<Vec<_>>());
            }
            reached
        };
        // Between rooms, the map is responsible.
        for (name, known) in arrows.iter().filter(|_| folder != Path::new("")) {
            let back = known.iter().filter(|other| reached(other).contains(name.as_str()));
            found.extend(back.map(|other| {
                let path = |name: &str| folder.join(name).display().to_string();
                let (one, other) = (path(name), path(other));
                if one < other { (one, other) } else { (other, one) }
            }));
        }
    }
    found
}

/// The modules in a folder of `src` (or in the file of that name beside it), and which of the others each names.
fn arrows(folder: &Path) -> BTreeMap<String, BTreeSet<String>> {
    let whole = root().join("src").join(folder);
    let Ok(entries) = fs::read_dir(&whole) else {
        return BTreeMap::new();
    };
    let paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    let stem = |path: &Path| path.file_stem().expect("a name").to_string_lossy().into_owned();
    let names: BTreeSet<String> = paths
        .iter()
        .map(|path| stem(path))
        .filter(|name| name != "tests")
        .collect();
    let names: BTreeSet<String> = names.into_iter().filter(|name| name != "mod").collect();
    // A re-export of the folder belongs to the module that defines it.
    let own = [whole.join("mod.rs"), whole.with_extension("rs")];
    let own: String = own.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    let mut handed_on = BTreeMap::new();
    for handing in own.split("use ").skip(1) {
        let handing = handing.split(';').next().unwrap_or_default();
        if let Some((module, what)) = handing.split_once("::")
            && names.contains(module)
        {
            for name in what
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .filter(|name| !name.is_empty())
            {
                handed_on.insert(name.to_owned(), module.to_owned());
            }
        }
    }
    let from_the_root: Vec<String> = folder.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    let from_the_root = format!("crate::{}::", from_the_root.join("::"));
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in &names {
        let known = arrows.entry(name.clone()).or_default();
        let below = whole.join(name);
        let file = below.with_extension("rs");
        let mut sources = if below.is_dir() { files(&below) } else { Vec::new() };
        sources.extend(file.exists().then_some(file));
        for source in sources {
            let depth = source
                .with_extension("")
                .strip_prefix(&whole)
                .expect("it is below")
                .iter()
                .count();
            let depth = depth - usize::from(stem(&source) == "mod");
            let program = program(&source);
            for path in ["super::".repeat(depth), from_the_root.clone()] {
                for (at, _) in program.match_indices(&path) {
                    if program[..at].ends_with(|c: char| c.is_alphanumeric() || c == ':' || c == '_') {
                        continue;
                    }
                    for word in first_names(&program[at + path.len()..]) {
                        let module = names.get(&word).or_else(|| handed_on.get(&word));
                        known.extend(module.filter(|module| *module != name).cloned());
                    }
                }
            }
        }
    }
    arrows
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
