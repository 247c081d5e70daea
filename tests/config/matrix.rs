//! The section of Matrix.

use crate::{load, refused};
use rfrbot::wire::Place;

/// A `[matrix]` section with these lines beside what it needs.
fn matrix(lines: &str) -> String {
    format!("[matrix]\nhomeserver = \"https://m.example\"\nuser = \"@rfrbot:m.example\"\n{lines}\n")
}

#[test]
fn what_is_wrong_with_matrix_is_told_with_the_fix() {
    for (text, expected) in [
        (
            "[matrix]".to_owned(),
            "matrix.homeserver: it is not said which homeserver",
        ),
        ("[matrix]".to_owned(), "matrix.user: it is not said who the bot is"),
        (
            matrix("rooms = [\"#admin\"]"),
            "\"#admin\" is neither an alias nor an id of a room",
        ),
        (
            matrix("account_servers = [\"https://fedora.im\"]"),
            "is not the name of a homeserver",
        ),
        (matrix("bridge_ghosts = [\"*\"]"), "is no pattern of Matrix ids"),
        (matrix("password = \"secret\""), "matrix.password"),
        (
            matrix("[irc.matrix]\nhost = \"irc.example\""),
            "belongs to the [matrix] section",
        ),
        (
            matrix("rooms = [\"#a:b\"]\n[announce]\nplaces = [\"matrix/#c:d\"]"),
            "the bot does not sit in matrix/#c:d",
        ),
        (
            matrix("rooms = [\"#a:b\"]\n[[announce.bridged]]\nplaces = [\"matrix/#a:b\"]"),
            "a bridge joins at least two places",
        ),
    ] {
        let said = refused(&text);
        assert!(said.contains(expected), "{text}\n{said}");
        assert!(!said.contains("\"secret\""), "{said}");
    }
}

#[test]
fn matrix_rooms_are_places_and_check_says_what_is_missing() {
    // A room of version 12 has an id without a server.
    let text = matrix("rooms = [\"!kGkT9Xv4mB2\", \"#a:b\"]\nretry_seconds = [1, 2]");
    let config = load(&text).expect("this config is good");
    assert_eq!(
        config.announce,
        [
            Place::channel("matrix", "!kGkT9Xv4mB2"),
            Place::channel("matrix", "#a:b")
        ]
    );
    let said = config.describe().join("\n");
    assert!(
        said.contains("run `rfrbot login matrix`") && said.contains("`rfrbot matrix verify`"),
        "{said}"
    );
}

#[test]
fn a_homeserver_without_tls_is_on_this_machine_or_written_out() {
    let at = |address: &str, lines: &str| {
        format!("[matrix]\nhomeserver = \"{address}\"\nuser = \"@rfrbot:m.example\"\n{lines}\n")
    };
    for here in ["http://127.0.0.1:8008", "http://localhost", "http://[::1]:8008/"] {
        load(&at(here, "")).expect("it does not leave the machine");
    }
    for far in [
        "http://m.example",
        "http://127.0.0.1.m.example",
        "http://127.0.0.1:80@m.example",
    ] {
        let said = refused(&at(far, ""));
        assert!(
            said.contains("without https") && said.contains("plain = true"),
            "{said}"
        );
    }
    load(&at("http://m.example", "plain = true")).expect("it is written out");
}

#[test]
fn check_says_whether_a_reaction_signs_in_encrypted_rooms() {
    for (lines, expected) in [
        ("", "no ✅ signs off"),
        ("sign_by_reaction_in_encrypted_rooms = true", "a ✅ signs off, too"),
    ] {
        let said = load(&matrix(lines)).expect("this config is good").describe().join("\n");
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn a_name_that_bridges_use_on_every_homeserver_is_a_ghost_without_being_named() {
    let config = load(&matrix("bridge_ghosts = [\"@irc-*:m.example\"]")).expect("this config is good");
    let network = config.matrix.expect("it has a Matrix network");
    for ghost in [
        "@irc-kevin:m.example",
        "@_irc_kevin:m.example",
        "@_discord_1:elsewhere.example",
    ] {
        assert!(network.is_bridge_ghost(ghost), "{ghost}");
    }
    for person in ["@kevin:m.example", "@kevin_:m.example", "@irc-kevin:elsewhere.example"] {
        assert!(!network.is_bridge_ghost(person), "{person}");
    }
}
