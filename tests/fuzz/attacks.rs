//! Mutations of text by others.

use crate::dice::fuzz;
use rfrbot::calendar::import;
use rfrbot::chat::irc::lines;
use rfrbot::command::{self, Vocabulary};
use rfrbot::config::{Config, Surroundings};
use rfrbot::people::Account;
use rfrbot::rfr::RfrId;
use rfrbot::store;
use rfrbot::text::{Message, Paragraph};
use rfrbot::wire::{Beside, Manner, Outgoing, Place};
use std::fs;
use std::path::Path;

const ROUNDS: u64 = 3000;

struct World;

impl Vocabulary for World {
    fn rfr(&self, word: &str) -> Option<RfrId> {
        (word == "badges").then_some(RfrId(1))
    }
    fn names(&self) -> Vec<String> {
        vec!["badges".to_owned()]
    }
    fn ticket_url(&self, number: &str) -> Option<String> {
        Some(format!("https://tickets.example.org/{number}"))
    }
    fn knows_account(&self, account: &Account) -> bool {
        account.as_str() == "kevin"
    }
    fn today(&self) -> chrono::NaiveDate {
        chrono::NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day")
    }
}

#[test]
fn any_words_are_a_command_or_refused() {
    fuzz("commands", ROUNDS * 10, |input| {
        let text = String::from_utf8_lossy(input);
        let words = command::sanitise(command::addressed(&text, "!rfr", "rfrbot", false).unwrap_or(&text));
        assert!(!words.contains(['\r', '\n', '\0']));
        // Read or refused, either is fine.
        let _ = command::parse(&words, &World);
        // Everything said about it fits the wire.
        let outgoing = Outgoing {
            place: Place::channel("libera", "#fedora-admin"),
            manner: Manner::Reply,
            to: Some(words.chars().take(20).collect()),
            in_reply_to: None,
            message: Message::line(Paragraph::new().text(words.clone())),
            beside: Beside::default(),
        };
        for line in lines(&outgoing).unwrap_or_default() {
            assert!(line.len() <= 512 && !line.contains(['\r', '\n', '\0']), "{line:?}");
        }
    });
}

#[test]
fn damaged_calendars_are_read_or_refused() {
    fuzz("calendars", ROUNDS, |input| {
        let _ = import::ics(input);
        let _ = import::json(input);
    });
}

#[test]
fn a_damaged_config_is_read_or_refused_with_words() {
    fuzz("config", ROUNDS, |input| {
        let text = String::from_utf8_lossy(input);
        if let Err(error) =
            Config::from_text_in(&text, Path::new("config.toml"), &Surroundings::given([("HOME", "/h")]))
        {
            assert!(!error.to_string().is_empty());
        }
    });
}

/// An export is imported completely or leaves nothing; a mutated one that is accepted is a sound store.
#[test]
fn a_damaged_export_is_taken_whole_or_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fuzz("exports", ROUNDS / 3, |input| {
        let to = folder.path().join("store");
        if store::import(input, &to).is_ok() {
            store::verify(&to).expect("what was imported is sound");
            fs::remove_dir_all(&to).expect("removing it");
        }
        assert_eq!(
            folder.path().read_dir().expect("a folder").count(),
            0,
            "something is left behind"
        );
    });
}

/// A record with a right checksum and wrong contents: refused, or read; never a panic.
#[test]
fn a_false_record_with_a_right_checksum_is_read_or_refused() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fuzz("records", ROUNDS / 3, |input| {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&1_u64.to_be_bytes());
        hasher.update(input);
        let mut export = b"{\"rfrbot-export\":1,\"records\":1}\n".to_vec();
        export.extend_from_slice(format!("{{\"line\":1,\"crc\":\"{:08x}\",\"record\":", hasher.finalize()).as_bytes());
        export.extend_from_slice(input);
        export.extend_from_slice(b"}\n");
        let to = folder.path().join("store");
        if store::import(export.as_slice(), &to).is_ok() {
            fs::remove_dir_all(&to).expect("removing it");
        }
    });
}
