//! What every key of the file refuses, by its row.

use super::check::File;
use super::rows::{Key, Takes, Value, Without, every, of_text};
use super::{Config, ConfigError, Problem, Surroundings, sections};
use std::path::Path;

/// Every key of every section, with the section's key and the header above it.
fn all() -> Vec<(String, String, &'static Key)> {
    fn walk(path: &str, key: &'static Key, header: &str, found: &mut Vec<(String, String, &'static Key)>) {
        let (path, header) = if matches!(key.takes, Takes::List(Takes::Table(_) | Takes::TextOrTable(_))) {
            (format!("{path}[0]"), format!("[[{header}]]"))
        } else if matches!(key.takes, Takes::ByName(Takes::Table(_))) {
            (format!("{path}.some"), format!("[{header}.some]"))
        } else {
            (path.to_owned(), format!("[{header}]"))
        };
        let each = if let Takes::ByName(each) = key.takes {
            *each
        } else {
            key.takes
        };
        for key in each.keys().into_iter().flat_map(every) {
            let inner = header.trim_matches(['[', ']']);
            found.push((format!("{path}.{}", key.name), header.clone(), key));
            walk(
                &format!("{path}.{}", key.name),
                key,
                &format!("{inner}.{}", key.name),
                found,
            );
        }
    }
    let mut found = Vec::new();
    for key in every(File::KEYS) {
        walk(key.name, key, key.name, &mut found);
    }
    found
}

fn problems(text: &str) -> Vec<Problem> {
    match Config::from_text_in(text, Path::new("rfrbot.toml"), &Surroundings::given([])) {
        Ok(_) => Vec::new(),
        Err(ConfigError::Invalid(problems) | ConfigError::NotToml(problems)) => problems,
        Err(other) => panic!("{other}"),
    }
}

/// The key gets one problem, at its line, that says what was expected and what to write; else what there is.
fn one_problem(path: &str, header: &str, name: &str, value: &str) -> Option<String> {
    let text = format!("# a comment\n\n{header}\n{name} = {value}\n");
    let all = problems(&text);
    let is_here = |problem: &&Problem| {
        let within = problem.key.strip_prefix(path);
        within.is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
    };
    let here: Vec<&Problem> = all.iter().filter(is_here).collect();
    let is_good =
        matches!(here.as_slice(), [one] if one.line == Some(4) && !one.what.is_empty() && !one.fix.is_empty());
    (!is_good).then(|| format!("{text}{all:#?}"))
}

/// Each key gets one problem for each of these values, by what it takes.
fn each_refuses(values: impl Fn(&str, Takes) -> &'static [&'static str]) {
    let mut tried = 0;
    let mut bad: Vec<String> = Vec::new();
    for (path, header, key) in all() {
        for value in values(&path, key.takes) {
            tried += 1;
            bad.extend(one_problem(&path, &header, key.name, value));
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    assert!(tried > 7, "{tried}");
}

#[test]
fn each_key_refuses_another_kind_of_value_once() {
    each_refuses(|_, takes| match takes {
        Takes::Text | Takes::Path | Takes::Word(_) => &["5", "true", "[\"a\"]", "{}"],
        Takes::Whole(_) | Takes::Decimal(_) => &["\"5\"", "true", "[5]"],
        Takes::Flag => &["\"true\"", "1"],
        Takes::Date => &["\"2026-08-25\"", "2026"],
        Takes::List(Takes::Whole(_)) => &["5", "\"5\"", "[\"5\"]", "[1.5]"],
        Takes::List(_) => &["\"a\"", "5", "[5]"],
        Takes::Table(_) | Takes::ByName(_) => &["5", "\"a\""],
        Takes::TextOrTable(_) => &["5", "true"],
        Takes::Secret => &["\"hunter2\"", "5"],
    });
}

#[test]
fn each_key_refuses_an_empty_text_once() {
    each_refuses(|path, takes| {
        if path == "mail.subject_prefix" {
            &[]
        } else if matches!(
            takes,
            Takes::Text | Takes::Path | Takes::Word(_) | Takes::TextOrTable(_)
        ) {
            &["\"\""]
        } else if matches!(takes.member(), Takes::Text | Takes::Word(_) | Takes::TextOrTable(_)) {
            &["[\"\"]"]
        } else {
            &[]
        }
    });
}

#[test]
fn each_key_refuses_a_number_out_of_its_range_once() {
    each_refuses(|_, takes| {
        if matches!(takes, Takes::Whole(_)) {
            &[
                "-1",
                "9223372036854775807",
                "-9223372036854775808",
                "99999999999999999999",
            ]
        } else if matches!(takes, Takes::Decimal(_)) {
            &["-1.0", "inf", "nan", "1e300", "0", "99999999999999999999"]
        } else if matches!(takes.member(), Takes::Whole(_)) {
            &["[-1]", "[9223372036854775807]", "[99999999999999999999]"]
        } else {
            &[]
        }
    });
}

#[test]
fn each_key_that_takes_a_few_words_refuses_another_once() {
    each_refuses(|_, takes| {
        if matches!(takes, Takes::Word(_)) {
            &["\"no-such-word\""]
        } else if matches!(takes.member(), Takes::Word(_)) {
            &["[\"no-such-word\"]"]
        } else {
            &[]
        }
    });
}

#[test]
fn each_path_refuses_what_only_a_shell_understands() {
    each_refuses(|_, takes| {
        if matches!(takes, Takes::Path) {
            &["\"~/x\"", "\"~bot/x\"", "\"$HOME/x\"", "\"${HOME}/x\"", "\"x \""]
        } else {
            &[]
        }
    });
}

#[test]
fn each_key_has_a_meaning_and_a_default() {
    for (path, _, key) in all() {
        let is_section = matches!(key.takes, Takes::Table(_));
        assert!(key.means.ends_with('.'), "{path}");
        assert!(is_section || !key.default.text().is_empty(), "{path}");
    }
    let sections = sections();
    assert!(sections.iter().any(|section| section.header == "[irc.NETWORK.login]"));
    assert!(sections.iter().any(|section| section.header == "[[posts]]"));
    assert!(sections.iter().all(|section| !section.means.is_empty()));
}

/// A default that no type could read would silently be another one.
#[test]
fn each_default_is_a_value_that_its_key_takes() {
    fn reads<T: Value>(text: &str) -> bool {
        of_text::<T>(text).is_some()
    }
    for (path, header, key) in all() {
        let Without::Value(value) = key.default else { continue };
        let good = match key.takes {
            Takes::Whole(_) | Takes::Decimal(_) => {
                let range = key.takes.range();
                of_text::<f64>(value)
                    .is_some_and(|number| range.is_none_or(|(least, most)| (least..=most).contains(&number)))
            }
            Takes::Flag => reads::<bool>(value),
            Takes::Word(words) => of_text::<String>(value).is_some_and(|word| words().contains(&word.as_str())),
            Takes::List(Takes::Whole(_)) => reads::<Vec<i64>>(value),
            Takes::List(_) => reads::<Vec<String>>(value),
            Takes::Text | Takes::Path => reads::<String>(value),
            // It is compared with what holds without it by the test of the example.
            Takes::TextOrTable(_) => true,
            Takes::Date | Takes::Table(_) | Takes::ByName(_) | Takes::Secret => false,
        };
        assert!(good, "{header} {path} = {value}");
    }
}
