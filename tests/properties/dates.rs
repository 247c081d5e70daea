//! Dates as people type them: what the date parser leaves for a note contains no word of a date.

use crate::for_all;
use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::Strategy;
use proptest::sample::select;
use rfrbot::calendar::{AbsenceChange, FreezeChange};
use rfrbot::command::{Command, Order, Vocabulary, date, parse};
use rfrbot::people::Account;
use rfrbot::rfr::{Change, RfrId};
use std::cell::Cell;

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
    fn knows_account(&self, _: &Account) -> bool {
        false
    }
    fn today(&self) -> NaiveDate {
        // A Sunday.
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
    }
}

/// Words that dates are made of, in any order: some form a day, some do not, some nearly do.
const OF_DATES: [&str; 44] = [
    "monday",
    "Fri",
    "friday,",
    "sunday",
    "january",
    "Dec",
    "december",
    "may",
    "3",
    "3rd",
    "3rd,",
    "17th",
    "31",
    "2026",
    "2027",
    "2026-12-03",
    "2026-12-24",
    "2027-01-04",
    "12/3/2026",
    "3.12.",
    "2026-W50",
    "tomorrow",
    "today",
    "next",
    "this",
    "week",
    "weeks",
    "month",
    "day",
    "days",
    "2",
    "two",
    "a",
    "in",
    "on",
    "of",
    "the",
    "end",
    "from",
    "2w",
    "10d",
    "until",
    "after",
    "and",
];

const OTHERS: [&str; 8] = [
    "smooge", "stands", "builders", "database", "proxies", "koschei", "nobody", "slowly",
];

fn words(from: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    vec(select(from), 1..=most)
}

fn is_month(word: &str) -> bool {
    ["january", "dec", "december"].contains(&word.to_ascii_lowercase().as_str())
}

/// Is a word by itself a day, or part of one? `after` and `the` also start notes.
fn says_a_day(word: &str) -> bool {
    is_month(word) || !matches!(date::read(&[word], World.today()), Err(date::DateError::Unknown(_)))
}

#[test]
fn no_word_of_a_date_is_left_in_a_note() {
    let today = World.today();
    for other in OTHERS {
        assert!(!date::is_word(other, today), "{other}");
    }
    let read = Cell::new(0);
    let case = (words(&OF_DATES, 5), words(&OF_DATES, 4), words(&OTHERS, 3));
    for_all(20_000, &case, |(first, second, note)| {
        let (first, second, note) = (first.join(" "), second.join(" "), note.join(" "));
        let whole = |said: &str, line: &str| {
            read.set(read.get() + 1);
            let of_dates: Vec<&str> = said.split_whitespace().filter(|word| says_a_day(word)).collect();
            assert!(of_dates.is_empty(), "{line}: {of_dates:?} stand in the note {said:?}");
        };
        for line in [
            format!("schedule badges {first} {note}"),
            format!("schedule {first} -- {note}"),
            format!("schedule badges {first} -- {note}"),
        ] {
            if let Ok(Command::Change {
                change: Change::Schedule { note: said, .. },
                ..
            }) = parse(&line, &World)
            {
                whole(&said, &line);
            }
        }
        for line in [
            format!("away {first} to {second} {note}"),
            format!("away {first} {second} {note}"),
        ] {
            if let Ok(Command::Order(Order::Absence(AbsenceChange::Away(absence)))) = parse(&line, &World) {
                whole(&absence.note, &line);
            }
        }
        for line in [
            format!("freeze add {note} {first} {second}"),
            format!("freeze add {note} {first} to {second}"),
        ] {
            if let Ok(Command::Order(Order::Freeze(FreezeChange::Add { key, .. }))) = parse(&line, &World) {
                // A name may equal a month's; a day after it would be one that was not read.
                let name = key.to_string();
                let mut days = name
                    .split_whitespace()
                    .filter(|word| says_a_day(word) && !is_month(word));
                assert_eq!(days.next(), None, "{line}: a day stands in the name {name:?}");
            }
        }
        // A snooze takes no note: anything left over is refused.
        assert!(parse(&format!("snooze badges {first} {note}"), &World).is_err());
        Ok(())
    });
    println!("{} lines were read as dates with a note", read.get());
    assert!(read.get() > 1_000, "{} lines were read", read.get());
}
