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
        "the README's table of commands is not that of src/command/table.rs: run this test with RFRBOT_REWRITE=1"
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
