//! Every key of the manual, and what it refuses: wrong kind, range or word, and empty values.

use crate::{EXAMPLE, refused};
use rfrbot::config::{Section, sections};

/// A key of the manual.
struct Key {
    /// Its path in messages.
    path: String,
    /// The header above it.
    header: String,
    name: String,
    /// The values it takes, by the manual.
    takes: String,
    default: String,
}

/// Every key of every section, including those of secrets, which the manual omits.
fn all() -> Vec<Key> {
    let mut found = Vec::new();
    for Section { header, keys, .. } in sections() {
        let header = header.replace("NETWORK", "some").replace("ACCOUNT", "some");
        let is_list = header.starts_with("[[");
        let path = header.trim_matches(['[', ']']).to_owned() + if is_list { "[0]" } else { "" };
        let secrets: Vec<String> = keys
            .iter()
            .filter_map(|[name, ..]| name.strip_suffix("_env").map(str::to_owned))
            .collect();
        let open = keys.into_iter().map(|[name, takes, _, default]| (name, takes, default));
        let hidden = secrets
            .into_iter()
            .map(|name| (name, "nothing".to_owned(), "none".to_owned()));
        found.extend(open.chain(hidden).map(|(name, takes, default)| Key {
            path: format!("{path}.{name}"),
            header: header.clone(),
            name,
            takes,
            default,
        }));
    }
    assert!(found.len() > 150, "{}", found.len());
    found
}

/// Each key gets one problem for each of its values, at its line, saying what was expected and what to write.
fn each_refuses(values: impl Fn(&Key) -> &'static [&'static str]) {
    let mut tried = 0;
    let mut bad: Vec<String> = Vec::new();
    for key in all() {
        let Key { path, header, name, .. } = &key;
        for value in values(&key) {
            tried += 1;
            let text = format!("# a comment\n\n{header}\n{name} = {value}\n");
            let said = refused(&text);
            let begin = format!(": {path}");
            let here: Vec<&str> = said
                .lines()
                .filter(|line| {
                    let behind = line.split_once(&begin).map(|(_, behind)| behind);
                    behind.is_some_and(|behind| behind.starts_with([':', '[']))
                })
                .collect();
            let is_good = matches!(here.as_slice(), [one] if one.starts_with("rfrbot.toml:4: ") && one.contains(". "));
            if !is_good {
                bad.push(format!("{text}{said}"));
            }
        }
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
    assert!(tried > 20, "{tried}");
}

#[test]
fn each_key_refuses_another_kind_of_value_once() {
    each_refuses(|key| match key.takes.as_str() {
        "a text in quotes" | "a file or folder in quotes" => &["5", "true", "[\"a\"]", "{}"],
        "true or false" => &["\"true\"", "1"],
        "a date without quotes, such as 2026-08-25" => &["\"2026-08-25\"", "2026"],
        "a table" => &["5", "\"a\""],
        "a text in quotes or a table in braces" => &["5", "true"],
        "nothing" => &["\"hunter2\"", "5"],
        takes if takes.starts_with("a list of whole numbers") => &["5", "\"5\"", "[\"5\"]", "[1.5]"],
        takes if takes.starts_with("a whole number") || takes.starts_with("a number") => &["\"5\"", "true", "[5]"],
        takes if takes.starts_with("a list") || takes.starts_with("a table under") => &["\"a\"", "5", "[5]"],
        takes => panic!("{takes} is no kind of this test"),
    });
}

#[test]
fn each_key_refuses_an_empty_text_once() {
    each_refuses(|key| match key.takes.as_str() {
        _ if key.path == "mail.subject_prefix" => &[],
        "a text in quotes" | "a file or folder in quotes" | "a text in quotes or a table in braces" => &["\"\""],
        takes if takes.starts_with("a list of texts") => &["[\"\"]"],
        _ => &[],
    });
}

#[test]
fn each_key_refuses_a_number_out_of_its_range_once() {
    each_refuses(|key| match key.takes.as_str() {
        takes if takes.starts_with("a whole number") => &[
            "-1",
            "9223372036854775807",
            "-9223372036854775808",
            "99999999999999999999",
        ],
        takes if takes.starts_with("a number") => &["-1.0", "inf", "nan", "1e300", "0", "99999999999999999999"],
        takes if takes.starts_with("a list of whole numbers") => {
            &["[-1]", "[9223372036854775807]", "[99999999999999999999]"]
        }
        _ => &[],
    });
}

#[test]
fn each_path_refuses_what_only_a_shell_understands() {
    each_refuses(|key| match key.takes.as_str() {
        "a file or folder in quotes" => &["\"~/x\"", "\"~bot/x\"", "\"$HOME/x\"", "\"${HOME}/x\"", "\"x \""],
        _ => &[],
    });
}

/// A key with few allowed words lists them when it refuses another.
#[test]
fn each_key_that_takes_a_few_words_names_them() {
    for (setting, words) in [
        ("[log]\nlevel = \"inof\"", "found \"inof\". Did you mean \"info\"?"),
        (
            "[log]\nformat = \"xml\"",
            "expected \"text\" or \"json\", found \"xml\"",
        ),
        ("[freezes]\nin_force = \"now\"", "expected \"by-hand\" or \"by-itself\""),
        ("[mail]\nsend = [\"repport\"]", "mail.send[0]: expected \"request\" or"),
        ("[mail.smtp]\ntls = \"ssl\"", "expected \"starttls\" or \"tls\""),
        (
            "[irc.net.login]\nsasl = \"scram\"",
            "expected \"plain\" or \"external\"",
        ),
        ("[reminders]\noff = [\"hold\", \"hodl\"]", "reminders.off[1]: expected"),
        ("[reminders]\nto_list = [\"\"]", "reminders.to_list[0]: expected"),
    ] {
        assert!(refused(setting).contains(words), "{setting}: {}", refused(setting));
    }
}

/// Each default is accepted by its key, and every key is explained; the example names each.
#[test]
fn each_key_has_a_default_that_it_takes_and_stands_in_the_example() {
    // Groups are named by the operator.
    let is_named_here = |key: &Key| key.takes != "nothing" && key.name != "GROUP";
    for key in all().into_iter().filter(is_named_here) {
        let is_section = key.takes == "a table";
        assert!(is_section || !key.default.is_empty(), "{}", key.path);
        let shown = EXAMPLE.lines().any(|line| {
            let line = line.trim_start_matches(['#', ' ']);
            line.starts_with(&format!("{} = ", key.name)) || line.starts_with(&format!("{}: ", key.name))
        });
        let header = EXAMPLE.contains(&format!(".{}]", key.name));
        assert!(shown || header, "config.example.toml does not show {}", key.path);
        let is_value = key.default.starts_with(['[', '"', '{']) || key.default.chars().all(|c| c.is_ascii_digit());
        if is_value && !is_section {
            let value: Result<toml::Table, _> = toml::from_str(&format!("x = {}", key.default));
            assert!(value.is_ok(), "{} = {}", key.path, key.default);
        }
    }
    let sections = sections();
    assert!(sections.iter().any(|section| section.header == "[irc.NETWORK.login]"));
    assert!(sections.iter().any(|section| section.header == "[[posts]]"));
    assert!(sections.iter().all(|section| section.means.ends_with('.')));
    for Section { header, keys, .. } in sections {
        for [name, _, means, _] in keys {
            assert!(means.ends_with('.'), "{header} {name}");
        }
    }
}
