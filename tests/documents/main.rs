//! The README says what the program does.

use std::fs;
use std::path::Path;

const BEGIN: &str = "a test keeps both the same -->\n";
const END: &str = "<!-- end of commands -->";

/// `RFRBOT_REWRITE=1 cargo test --test readme` writes the table anew.
#[test]
fn the_readme_has_the_table_of_commands() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("there is a README");
    let (head, rest) = readme.split_once(BEGIN).expect("the table has a beginning");
    let (table, tail) = rest.split_once(END).expect("the table has an end");
    let expected = format!("\n{}\n", rfrbot::wording::readme_table());
    if std::env::var_os("RFRBOT_REWRITE").is_some() {
        fs::write(&path, format!("{head}{BEGIN}{expected}{END}{tail}")).expect("the README can be written");
        return;
    }
    assert!(
        table == expected,
        "the README's table of commands is not that of src/command/table/: run this test with RFRBOT_REWRITE=1"
    );
}

#[test]
fn the_readme_and_the_example_config_name_no_key_that_does_not_exist() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let example = fs::read_to_string(folder.join("config.example.toml")).expect("there is an example");
    let readme = fs::read_to_string(folder.join("README.md")).expect("there is a README");
    for key in [
        "password_file",
        "client_cert",
        "client_key",
        "sysadmin-main",
        "[people.",
        "data",
    ] {
        assert!(readme.contains(key) && example.contains(key), "{key}");
    }
}

/// A map that names what is no longer there leads the next reader astray.
#[test]
fn every_path_that_the_map_names_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut looked_at = 0;
    for page in ["ARCHITECTURE.md", "README.md"] {
        let text = fs::read_to_string(folder.join(page)).expect("the page is there");
        let quoted = text.split('`').skip(1).step_by(2);
        for path in quoted.filter(|word| ["src/", "tests/", "benches/"].iter().any(|room| word.starts_with(room))) {
            let path = path.split_whitespace().next().unwrap_or(path);
            assert!(folder.join(path).exists(), "{page} names {path}, which is not there");
            looked_at += 1;
        }
    }
    assert!(looked_at > 30, "only {looked_at} paths were found");
}
