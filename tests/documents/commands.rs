//! The commands that the pages tell people to type.

use crate::{pages, read};
use chrono::NaiveDate;
use clap::Parser;
use rfrbot::command::{Vocabulary, lacks_words, parse, rows};
use rfrbot::command_line::CommandLine;
use rfrbot::people::Account;
use rfrbot::rfr::RfrId;

/// A world in which badges is an RFR, and vera, otto, ida, hugo, ralph and smooge are people.
struct World;

impl Vocabulary for World {
    fn rfr(&self, word: &str) -> Option<RfrId> {
        (word == "badges").then_some(RfrId(1))
    }

    fn names(&self) -> Vec<String> {
        vec!["badges".to_owned()]
    }

    fn ticket_url(&self, number: &str) -> Option<String> {
        Some(format!("https://forge.example.org/infra/tickets/issues/{number}"))
    }

    fn knows_account(&self, account: &Account) -> bool {
        ["vera", "otto", "ida", "hugo", "ralph", "smooge"].contains(&account.as_str())
    }

    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date")
    }
}

/// Text between single backticks, outside fenced blocks.
fn quoted(text: &str) -> Vec<String> {
    let prose: Vec<&str> = text.split("```").step_by(2).collect();
    let prose = prose.join(" ");
    let quoted = prose.split('`').skip(1).step_by(2);
    quoted
        .map(|words| {
            words
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .replace("\\|", "|")
        })
        .collect()
}

/// A command with values in place of its words in capitals.
fn filled(command: &str) -> String {
    let words = command.split(' ').map(|word| {
        let word = word.trim_matches(['[', ']']);
        match word {
            "RFR" => "badges",
            "NAME" if command.starts_with("!rfr new") => "tahrir",
            "NAME" => "ida",
            "PHASE" if command.starts_with("!rfr revert") => "planning",
            "PHASE" => "staging",
            "DATE" => "2026-12-03",
            "N" => "1",
            "ITEM" => "testing",
            "TICKET" => "4321",
            "URL" => "https://lists.example.org/1",
            "VERB" => "status",
            "MATRIX-ID" => "@ida:fedora.im",
            "WHY" | "REASON" => "some words",
            _ if word.ends_with('…') => "some words",
            _ => word,
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_command_that_a_page_names_can_be_read() {
    let mut tried = 0;
    for page in pages() {
        for command in quoted(&read(&page)) {
            let Some(words) = command.strip_prefix("!rfr ").filter(|words| *words != "…") else {
                continue;
            };
            let filled = filled(&format!("!rfr {words}"));
            let words = filled.trim_start_matches("!rfr ");
            // A lone verb is a name; anything else must be typeable as it is.
            let is_verb = rows().any(|row| row.words().any(|word| word == words));
            let read = parse(words, &World);
            // A reply brings the text that it takes.
            let is_reply = read.as_ref().is_err_and(lacks_words);
            assert!(is_verb || is_reply || read.is_ok(), "{page}: {command}: {read:?}");
            tried += 1;
        }
    }
    assert!(tried > 60, "only {tried} commands were found");
}

#[test]
fn every_command_line_that_a_page_names_can_be_read() {
    let mut tried = 0;
    for page in pages() {
        let text = read(&page);
        let shell = text
            .split("```sh\n")
            .skip(1)
            .filter_map(|rest| rest.split("```").next());
        let lines: Vec<String> = shell.flat_map(str::lines).map(str::to_owned).collect();
        for line in quoted(&text).into_iter().chain(lines) {
            let Some(words) = line.strip_prefix("rfrbot ") else {
                continue;
            };
            // The rest is for the shell.
            let words = words.split([' ']).take_while(|word| !matches!(*word, ">" | "#"));
            let mut arguments: Vec<String> = words.map(filled).collect();
            // A lone subcommand is a name.
            if arguments.len() == 1 {
                arguments.push("--help".to_owned());
            }
            let read = CommandLine::try_parse_from(["rfrbot".to_owned()].into_iter().chain(arguments));
            let is_read = match &read {
                Ok(_) => true,
                Err(error) => !error.use_stderr(),
            };
            assert!(
                is_read,
                "{page}: {line}: {}",
                read.err().map(|error| error.to_string()).unwrap_or_default()
            );
            tried += 1;
        }
    }
    assert!(tried > 20, "only {tried} command lines were found");
}
