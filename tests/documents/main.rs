//! The documents say what the program does.
//!
//! Whatever is between `<!-- made from … -->` and `<!-- end -->` in a page, and the pictures in `docs`, is generated
//! here: `RFRBOT_REWRITE=1 cargo test --test documents` regenerates it; read the diff like prose.

mod commands;
mod made;
mod pictures;
mod rooms;
#[path = "../shipped/mod.rs"]
mod shipped;
mod transcript;

#[path = "../../examples/three_lines.rs"]
#[expect(dead_code, reason = "an example has a main of its own")]
mod three_lines;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The root of the package.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every page that people read, by its path from the root.
fn pages() -> Vec<String> {
    let mut pages: Vec<String> = ["", "docs"]
        .iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).expect("a folder of documents"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .map(|path| path.strip_prefix(root()).expect("it is below").display().to_string())
        .collect();
    pages.sort();
    assert!(pages.len() > 10, "{pages:?}");
    pages
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Compares a file with its expected contents; with `RFRBOT_REWRITE`, writes them.
fn hold(path: &str, expected: &str) {
    let whole = root().join(path);
    if std::env::var_os("RFRBOT_REWRITE").is_some() {
        fs::write(&whole, expected).expect("a document can be written");
    }
    let there = fs::read_to_string(&whole).unwrap_or_default();
    let line = there
        .lines()
        .zip(expected.lines())
        .position(|(there, expected)| there != expected);
    assert!(
        there == expected,
        "{path}, line {}, is not what the program does: run this test with RFRBOT_REWRITE=1 and read the diff",
        line.map_or_else(|| there.lines().count().min(expected.lines().count()), |line| line + 1)
    );
}

#[test]
fn what_is_made_from_the_program_is_what_the_program_does() {
    let mut made = 0;
    for page in pages() {
        let text = read(&page);
        let parts = text.matches(made::BEGIN).count();
        if parts > 0 {
            hold(&page, &made::anew(&page, &text));
        }
        made += parts;
    }
    assert!(made > 15, "only {made} parts are made");
}

#[test]
fn the_picture_of_the_dialogue_is_its_story() {
    let story = read("tests/conversations/documents/dialogue.story");
    hold("docs/dialogue.svg", &pictures::terminal(&transcript::lines(&story)));
}

#[test]
fn the_picture_of_the_phases_is_the_table_of_the_sop() {
    hold("docs/phases.svg", &pictures::phases());
}

#[test]
fn the_pages_that_newcomers_read_are_short() {
    for page in ["README.md", "ARCHITECTURE.md"] {
        let lines = read(page).lines().count();
        assert!(lines <= 150, "{page} has {lines} lines");
    }
}

/// The example prints the same for everybody.
#[test]
fn the_example_hears_three_lines_and_answers_each() {
    let said = three_lines::conversation().expect("the example runs");
    let asked: Vec<usize> = (0..said.len())
        .filter(|at| !said[*at].starts_with("<rfrbot> "))
        .collect();
    assert_eq!(asked.len(), 3, "{said:#?}");
    for at in asked {
        assert!(said[at + 1].starts_with("<rfrbot> "), "{} is not answered", said[at]);
    }
}

#[test]
fn the_documents_and_the_example_config_name_the_same_keys() {
    let example = read("config.example.toml");
    let operating = read("docs/operating.md");
    for key in [
        "password_file",
        "client_cert",
        "client_key",
        "sysadmin-main",
        "[people.",
        "data",
    ] {
        assert!(operating.contains(key) && example.contains(key), "{key}");
    }
}

/// A map that names missing things misleads its readers.
#[test]
fn every_path_that_a_page_names_is_there() {
    let mut looked_at = 0;
    // The changelog describes the past.
    for page in pages().into_iter().filter(|page| page != "CHANGELOG.md") {
        let text = read(&page);
        let quoted = text.split('`').skip(1).step_by(2);
        let rooms = ["src/", "tests/", "benches/", "examples/", "docs/"];
        for path in quoted.filter(|word| rooms.iter().any(|room| word.starts_with(room))) {
            let path = path.split_whitespace().next().unwrap_or(path);
            assert!(root().join(path).exists(), "{page} names {path}, which is not there");
            looked_at += 1;
        }
    }
    assert!(looked_at > 30, "only {looked_at} paths were found");
}

/// Links inside and between the pages: files, folders and headings.
#[test]
fn every_link_between_the_documents_leads_somewhere() {
    let mut followed = 0;
    for page in pages() {
        let folder = PathBuf::from(&page).parent().map(Path::to_owned).unwrap_or_default();
        for link in links(&read(&page)) {
            if link.contains("://") {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((&link, ""));
            let target = if file.is_empty() {
                PathBuf::from(&page)
            } else {
                folder.join(file)
            };
            assert!(root().join(&target).exists(), "{page}: {link} leads nowhere");
            if !heading.is_empty() {
                let there = headings(&read(&target));
                assert!(there.contains(heading), "{page}: {link}: there are {there:?}");
            }
            followed += 1;
        }
    }
    assert!(followed > 30, "only {followed} links were found");
}

/// Text between `](` and `)`, and in `src="…"`.
fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (begin, end) in [("](", ')'), ("src=\"", '"')] {
        found.extend(
            text.split(begin)
                .skip(1)
                .filter_map(|rest| Some(rest.split_once(end)?.0.to_owned())),
        );
    }
    found
}

/// The headings of a page as code forges name them in links.
fn headings(text: &str) -> BTreeSet<String> {
    let of_page = text.lines().filter(|line| line.starts_with('#'));
    of_page
        .map(|line| {
            let words = line.trim_start_matches('#').trim().to_lowercase();
            words
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
                .map(|c| if c == ' ' { '-' } else { c })
                .collect()
        })
        .collect()
}

/// The people in the documents and the example config are these, who are nobody in particular.
#[test]
fn the_people_of_the_documents_are_nobody() {
    const NOBODY: [&str; 5] = ["vera", "otto", "ida", "hugo", "rfrbot"];
    let mut named = BTreeSet::new();
    let mut texts: Vec<(String, String)> = pages().into_iter().map(|page| (page.clone(), read(&page))).collect();
    texts.push(("config.example.toml".to_owned(), read("config.example.toml")));
    for (page, text) in texts {
        // `<nick>`, `@id:server`, `[people.account]` and `/as nick`.
        for (begin, ends) in [("\n<", '>'), ("@", ':'), ("[people.", ']'), ("/as ", '`')] {
            for rest in text.split(begin).skip(1) {
                let Some((name, after)) = rest.split_once(ends) else {
                    continue;
                };
                // `<details>` is not a nick: nothing follows it on its line.
                let is_name = !name.is_empty()
                    && name.chars().all(|c| c.is_ascii_lowercase())
                    && (ends != '>' || after.starts_with(' '));
                if is_name {
                    assert!(NOBODY.contains(&name), "{page} names {name}");
                    named.insert(name.to_owned());
                }
            }
        }
    }
    assert!(named.len() == NOBODY.len(), "{named:?}");
}

/// Everything a story can say is in the table for authors of stories.
#[test]
fn every_directive_of_the_stories_is_in_the_table() {
    let development = read("docs/development.md");
    let happenings = read("tests/conversations/happenings.rs");
    let (_, arms) = happenings.split_once("match parts.as_slice() {").expect("the arms");
    let (arms, _) = arms.split_once("_ => panic!").expect("their end");
    let mut looked_at = 0;
    for arm in arms.lines().map(str::trim).filter(|line| line.starts_with('[')) {
        let Some((pattern, _)) = arm.split_once("] =>").or_else(|| arm.split_once("] if")) else {
            continue;
        };
        // The fixed words of the pattern, without its variable parts.
        let words: Vec<&str> = pattern
            .trim_start_matches('[')
            .split(", ")
            .filter_map(|part| part.split(" | ").next()?.strip_prefix('"')?.strip_suffix('"'))
            .collect();
        let is_there = development
            .lines()
            .filter(|line| line.starts_with("| `-- "))
            .any(|line| {
                words
                    .iter()
                    .all(|word| line.split(|c: char| !c.is_alphanumeric()).any(|there| there == *word))
            });
        assert!(is_there, "docs/development.md does not have: -- {}", words.join(" … "));
        looked_at += 1;
    }
    assert!(looked_at > 40, "only {looked_at} directives were found");
}

/// The last column of the map of rooms equals the imports in the sources, and no arrow points back up.
#[test]
fn the_map_says_which_room_knows_which() {
    let map = read("ARCHITECTURE.md");
    let rooms = rooms::all();
    let mut drawn: Vec<String> = Vec::new();
    let lines = map.lines().map(|line| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [room, holds, _] = cells.as_slice() else {
            return line.to_owned();
        };
        let Some(path) = room.strip_prefix("| `src/").and_then(|room| room.strip_suffix('`')) else {
            return line.to_owned();
        };
        let name = path.trim_end_matches('/').trim_end_matches(".rs");
        let known: Vec<&str> = rooms::known(name, &rooms).into_iter().collect();
        for other in &known {
            let is_above = drawn.iter().any(|above| above == other);
            assert!(is_above, "{name} knows {other}, which is not above it in the map");
        }
        drawn.push(name.to_owned());
        let known = if known.is_empty() {
            "nothing".to_owned()
        } else {
            known.join(", ")
        };
        format!("{room} | {holds} | {known} |")
    });
    let lines: Vec<String> = lines.collect();
    hold("ARCHITECTURE.md", &(lines.join("\n") + "\n"));
    drawn.sort();
    let drawn: Vec<&String> = drawn.iter().collect();
    let there: Vec<&String> = rooms.iter().filter(|room| *room != "lib").collect();
    assert_eq!(drawn, there, "the map has every room");
}

/// Files in a room know each other in one direction, except those that the map names.
#[test]
fn no_files_know_each_other_in_a_circle() {
    let map = read("ARCHITECTURE.md");
    let (_, named) = map.split_once("in a circle, except ").expect("the map names them");
    let (named, _) = named.split_once("\n\n").expect("the paragraph ends");
    let named: Vec<&str> = named.split('`').skip(1).step_by(2).collect();
    let is_named = |path: &str| named.contains(&format!("src/{path}.rs").as_str());
    let mut circles = rooms::circles();
    circles.retain(|(one, other)| !(is_named(one) && is_named(other)));
    assert!(circles.is_empty(), "these know each other: {circles:#?}");
}

/// Rooms that the map calls pure do no I/O, wait for nothing and read no clock.
#[test]
fn the_pure_rooms_are_pure() {
    let map = read("ARCHITECTURE.md");
    let (names, _) = map
        .split_once(" and the desk's decisions are **pure**")
        .expect("the map says so");
    let (_, names) = names.rsplit_once("\n\n").expect("a paragraph");
    let pure: Vec<&str> = names.split('`').skip(1).step_by(2).collect();
    assert!(pure.len() > 5, "{pure:?}");
    for room in pure.into_iter().chain(["desk"]) {
        for program in rooms::programs(room) {
            for impure in [
                "std::fs",
                "std::env",
                "std::net",
                "tokio",
                "async fn",
                "Utc::now",
                "Instant::now",
                "SystemTime",
            ] {
                assert!(!program.contains(impure), "{room} has {impure}");
            }
        }
    }
}

/// Events are stored as facts: whoever reads the journal words them.
#[test]
fn no_event_is_worded_where_it_is_decided() {
    let list = rooms::texts("src/desk")
        .into_iter()
        .filter(|(path, _)| path.ends_with("list.rs"));
    let programs = rooms::programs("rfr").into_iter().chain(list.map(|(_, text)| text));
    let mut looked_at = 0;
    for program in programs {
        for made in program.split("format!(\"").skip(1) {
            let literal = made.split('"').next().unwrap_or_default();
            let words: Vec<&str> = literal.split(['{', '}']).step_by(2).collect();
            let is_worded = words.iter().any(|words| words.contains(char::is_alphabetic));
            assert!(!is_worded, "“{literal}” is a sentence; wording says sentences");
            looked_at += 1;
        }
    }
    assert!(looked_at > 2, "only {looked_at} texts are made");
}

/// Everything that the table of threats names as tried is a story, a test, or a file of tests.
#[test]
fn every_test_that_the_table_of_threats_names_is_there() {
    let page = read("docs/trust.md");
    let (_, table) = page.split_once("<!-- tried and held -->").expect("the table begins");
    let (table, _) = table
        .split_once("<!-- end of tried and held -->")
        .expect("the table ends");
    let sources: Vec<(PathBuf, String)> = ["tests", "src"]
        .iter()
        .flat_map(|folder| rooms::texts(folder))
        .collect();
    let is_there = |name: &str| {
        let stories = ["tests/conversations/trust", "tests/conversations"];
        let is_story = stories
            .iter()
            .any(|folder| root().join(folder).join(format!("{name}.story")).exists());
        let is_file = root().join(name).exists()
            || root().join("tests").join(name).exists()
            || root()
                .join("src")
                .join(name.replace("::", "/"))
                .with_extension("rs")
                .exists()
            || sources
                .iter()
                .any(|(path, _)| path.file_stem().is_some_and(|stem| stem == name));
        let function = match name.strip_suffix('…') {
            Some(beginning) => format!("fn {beginning}"),
            None => format!("fn {name}("),
        };
        is_story || is_file || sources.iter().any(|(_, text)| text.contains(&function))
    };
    let mut looked_at = 0;
    for row in table.lines().filter(|line| line.starts_with("| ")) {
        let tried = row.split(" | ").nth(1).unwrap_or_default();
        // A name with a space is a command.
        for name in tried.split('`').skip(1).step_by(2).filter(|name| !name.contains(' ')) {
            assert!(is_there(name), "docs/trust.md names {name}, which is no test");
            looked_at += 1;
        }
    }
    assert!(looked_at > 50, "only {looked_at} tests were found");
}
