//! What `[accounts]` refuses and notes.

use crate::{load, notes, refused};

#[test]
fn the_account_system_is_asked_with_tls_and_by_one_ticket() {
    let accounts = |body: &str| format!("[accounts]\n{body}");
    let fas = "fasjson = \"https://fas.example.org\"";
    for (text, words) in [
        (accounts(""), "accounts.fasjson: this is not an address of the web"),
        (
            accounts("fasjson = \"fas.example.org\""),
            "accounts.fasjson: this is not an address of the web",
        ),
        (
            accounts("fasjson = \"https://me:secret@fas.example.org\""),
            "accounts.fasjson: this is not an address of the web",
        ),
        (
            accounts("fasjson = \"http://fas.example.org\""),
            "anybody on the way could make members. Use https://",
        ),
        (
            accounts("fasjson = \"https://fas.example.org/v1/\""),
            "accounts.fasjson: the address ends in /v1, which the bot adds itself. Leave /v1 out",
        ),
        (
            accounts(&format!("{fas}\nkeytab = \"x\"\nticket_cache = \"FILE:/x\"")),
            "accounts.ticket_cache: keytab says by what tickets come. Keep one of them",
        ),
        (
            accounts(&format!("{fas}\nkeytab = \"/no/such/file\"")),
            "the file /no/such/file cannot be read",
        ),
        (
            accounts(&format!("{fas}\nkeytab = \"/etc/hostname\"")),
            "the file /etc/hostname is no keytab",
        ),
        (
            accounts(&format!("{fas}\ngroups = []")),
            "accounts.groups: no group is named",
        ),
        (
            accounts(&format!("{fas}\ngroups = [\"a/b\"]")),
            "\"a/b\" is not the name of a group",
        ),
    ] {
        let said = refused(&text);
        assert!(said.contains(words), "{text}\n{said}");
        assert!(!said.contains("secret"), "{said}");
    }
}

#[test]
fn where_groups_come_from_the_account_system_no_list_is_missed() {
    let text = "[accounts]\nfasjson = \"http://localhost:8080/\"\n";
    let config = load(text).expect("it is good");
    let said = config.describe().join("\n");
    assert!(
        said.contains("is asked of http://localhost:8080 by the default ticket cache"),
        "{said}"
    );
    assert!(
        said.contains("whose profile names somebody is asked there, too"),
        "{said}"
    );
    let without = load(&format!("{text}profiles = false\n")).expect("it is good");
    assert!(
        !without.describe().join("\n").contains("profile"),
        "no profile is asked for"
    );
    let noted = notes(text).join("\n");
    assert!(!noted.contains("sysadmin-main"), "{noted}");
    let both = format!("{text}[groups]\nsysadmin-main = [\"kevin\"]\n");
    let noted = notes(&both).join("\n");
    assert!(
        noted.contains("groups.sysadmin-main: this list does not count"),
        "{noted}"
    );
    assert!(
        load(&both).expect("it is good").groups.is_empty(),
        "nobody is a member by hand"
    );
}

#[test]
fn a_group_that_no_rule_asks_for_is_noted_with_what_was_meant() {
    let notes = notes("[accounts]\nfasjson = \"https://fas.example.org\"\ngroups = [\"sysadmin-mian\"]\n");
    let note = "accounts.groups[0]: no rule of the bot asks for this group. Did you mean sysadmin-main?";
    assert!(notes.iter().any(|said| said.contains(note)), "{notes:#?}");
}
