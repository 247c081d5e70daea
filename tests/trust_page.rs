//! The table in docs/trust.md: what attackers tried, and what held. It is generated from the names of the tests that
//! try it (those in modules called `attacks`) and from the first lines of the stories in `tests/conversations/trust`.

use std::fs;
use std::path::{Path, PathBuf};

const BEGIN: &str = "<!-- tried and held: begin -->\n";
const END: &str = "<!-- tried and held: end -->";

/// What function names cannot spell.
const SPELT: [(&str, &str); 13] = [
    ("anothers", "another's"),
    ("somebodys", "somebody's"),
    ("elses", "else's"),
    ("nobodys", "nobody's"),
    ("a bridges ghost", "a bridge's ghost"),
    ("a sponsors nick", "a sponsor's nick"),
    ("the sponsors reaction", "the sponsor's reaction"),
    ("nickserv", "NickServ"),
    ("html", "HTML"),
    ("the servers tag", "the server's tag"),
    ("its owners alone", "its owner's alone"),
    ("one rfr", "one RFR"),
    ("a must missing", "a MUST missing"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The names of the tests in modules called `attacks`, and whether each needs servers.
fn attacks(path: &Path) -> Vec<(String, bool)> {
    let text = fs::read_to_string(path).expect("a source");
    // The line with which the module ends; none for a whole file.
    let mut inside = path.ends_with("attacks.rs").then(|| "(never)".to_owned());
    let (mut is_test, mut is_ignored) = (false, false);
    let mut found = Vec::new();
    for line in text.lines() {
        let words = line.trim_start();
        let indent = &line[..line.len() - words.len()];
        if words == "mod attacks {" {
            inside = Some(format!("{indent}}}"));
        } else if inside.as_deref() == Some(line) {
            inside = None;
        }
        match words.trim_start_matches("async ").strip_prefix("fn ") {
            Some(function) if is_test => {
                let name = function.split('(').next().unwrap_or_default();
                if inside.is_some() {
                    found.push((name.to_owned(), is_ignored));
                }
                (is_test, is_ignored) = (false, false);
            }
            _ => {
                is_test |= words == "#[test]" || words.starts_with("#[tokio::test");
                is_ignored |= words.starts_with("#[ignore");
            }
        }
    }
    found
}

fn sentence(name: &str) -> String {
    let mut words = format!("{} ", name.replace('_', " "));
    for (written, spelt) in SPELT {
        words = words.replace(&format!("{written} "), &format!("{spelt} "));
    }
    let mut letters = words.trim_end().chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

/// Where a test is: the target, or the program's module.
fn place(path: &Path) -> String {
    let path = path.strip_prefix(root()).expect("below the root");
    let mut parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    let first = parts.next().unwrap_or_default();
    let second = parts.next().unwrap_or_default();
    let third = parts.next().map(|third| third.trim_end_matches(".rs").to_owned());
    if first == "tests" {
        second.trim_end_matches(".rs").to_owned()
    } else {
        let parts = [
            Some(first.into_owned()),
            Some(second.trim_end_matches(".rs").to_owned()),
            third,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("/")
    }
}

fn table() -> String {
    let mut rows = Vec::new();
    for folder in ["tests", "src"] {
        for path in files(&root().join(folder), "rs") {
            for (name, needs_servers) in attacks(&path) {
                let servers = if needs_servers { ", with real servers" } else { "" };
                rows.push(format!("| {} | `{}`{servers} |\n", sentence(&name), place(&path)));
            }
        }
    }
    for path in files(&root().join("tests/conversations/trust"), "story") {
        let text = fs::read_to_string(&path).expect("a story");
        let first = text.lines().next().unwrap_or_default();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        rows.push(format!(
            "| {} | story `{name}` |\n",
            first.trim_start_matches("# ").replace('|', "\\|")
        ));
    }
    rows.sort();
    format!("\n| Tried and held | Tried by |\n|---|---|\n{}\n", rows.concat())
}

/// `RFRBOT_REWRITE=1 cargo test --test trust_page` rewrites the table.
#[test]
fn the_table_of_what_was_tried_is_made_from_the_names_of_the_tests() {
    let path = root().join("docs/trust.md");
    let page = fs::read_to_string(&path).expect("docs/trust.md is there");
    let (head, rest) = page.split_once(BEGIN).expect("the table has a beginning");
    let (found, tail) = rest.split_once(END).expect("the table has an end");
    let expected = table();
    if std::env::var_os("RFRBOT_REWRITE").is_some() {
        fs::write(&path, format!("{head}{BEGIN}{expected}{END}{tail}")).expect("the page is written");
        return;
    }
    assert!(
        found == expected,
        "the table of docs/trust.md is not that of the tests' names: RFRBOT_REWRITE=1 cargo test --test trust_page"
    );
}

#[test]
fn the_attacks_of_each_kind_are_found_and_read_as_sentences() {
    let rows = table();
    for kind in [
        "`irc`, with",
        "`irc_adaptor`",
        "`matrix`, with",
        "`operations`",
        "`inbox`",
        "`composing`",
        "`properties`",
        "`fuzz`",
        "`src/chat/",
        "story `twice`",
    ] {
        assert!(rows.contains(kind), "{kind}: {rows}");
    }
    for row in rows
        .lines()
        .filter(|row| row.starts_with("| ") && !row.starts_with("| Tried"))
    {
        let sentence = row.trim_start_matches("| ").split(" | ").next().unwrap_or_default();
        assert!(sentence.ends_with('.') && sentence.split(' ').count() > 4, "{row}");
    }
}
