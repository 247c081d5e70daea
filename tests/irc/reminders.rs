//! Reminders over a real network. The clock is real: the store contains what happened days ago, and the quiet hours are
//! set to include the present hour, or not.

use crate::bot::{Bot, ROOM, ask, hears, lab, meets_bot, person_with_account, said_by_bot};
use crate::servers::client::Client;
use crate::servers::inspircd::{InspIrcd, Profile};
use chrono::{DateTime, Datelike, Duration, Utc};
use rfrbot::calendar::Calendar;
use rfrbot::desk::{Desk, Settings};
use rfrbot::people::{Account, Directory, Identity};
use rfrbot::sop::Edition;
use rfrbot::store;
use rfrbot::wire::{Incoming, Place};
use std::collections::HashMap;
use std::path::Path;

/// People may be reminded at any time.
const ALWAYS: &str = "[reminders]\nhours = [0, 24]\n\
                      working_days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n";

fn bot(irc: &InspIrcd, reminders: &str) -> Bot {
    let network = lab(
        irc.address().port(),
        &format!("[announce]\nplaces = [\"lab/{ROOM}\"]\n{reminders}"),
    );
    Bot::new(&network, &["ralph", "kevin"], &["kevin"])
}

/// Ralph and Kevin said these things in the room, at these times; the answers have long been delivered.
fn happened(folder: &Path, told: &[(DateTime<Utc>, &str, &str)]) {
    let mut opened = store::open(folder).expect("a new store");
    let mut directory = Directory::new();
    let proof = |name: &str| Identity::IrcAccount {
        network: "lab".to_owned(),
        account: name.to_owned(),
    };
    for name in ["ralph", "kevin"] {
        directory.add_identity(&Account::new(name), proof(name));
    }
    directory.add_member("sysadmin-main", &Account::new("kevin"));
    let settings = Settings {
        prefix: "!rfr".to_owned(),
        ascii: false,
        board: None,
        edition: Edition::classic(),
        own_edition: None,
        ticket_base: Some("https://tickets.example.org/".to_owned()),
        undo_within: Duration::minutes(60),
        announce: Vec::new(),
        mail: None,
        told: std::collections::BTreeMap::new(),
        bridged: Vec::new(),
        calendars: Vec::new(),
        absences: Vec::new(),
        automatic: rfrbot::calendar::Automatic::default(),
        reminders: None,
        reply_lines: HashMap::new(),
        tracker: None,
        bus: None,
        remembered: Duration::minutes(10),
    };
    let mut desk = Desk::open(settings, directory, Calendar::default(), opened.database).expect("the desk opens");
    for (at, name, text) in told {
        let incoming = Incoming {
            id: None,
            place: Place::channel("lab", ROOM),
            name: (*name).to_owned(),
            identity: proof(name),
            own_name: "rfrbot".to_owned(),
            text: (*text).to_owned(),
            at: *at,
            quoted: None,
        };
        let mut commit = desk.hear(&incoming, *at).commit.expect("it happens");
        commit.effects.clear();
        opened.journal.commit(&[commit]).expect("the disk takes it");
        desk.committed();
    }
}

/// All lines of reminders that this person in the room has seen.
fn reminders_heard(who: &Client) -> Vec<String> {
    let said = said_by_bot(who).into_iter();
    said.filter(|line| line.contains("has had no sponsor") || line.contains("has been open for"))
        .collect()
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn a_day_of_downtime_brings_one_digest_and_a_restart_none() {
    let irc = InspIrcd::start(Profile::LiberaLike);
    let mut ralph = person_with_account(&irc, "ralph");
    let mut bot = bot(&irc, ALWAYS);
    // Each became due at a different hour of the last day, while the bot was down.
    let ago = |days: i64, hours: i64| Utc::now() - Duration::days(days) - Duration::hours(hours);
    happened(
        &bot.path("store"),
        &[
            (ago(14, 20), "ralph", "!rfr new badges 4321 Badges for everyone"),
            (ago(14, 12), "ralph", "!rfr new koschei 4322 Continuous rebuilds"),
            (ago(14, 4), "ralph", "!rfr ask badges Who pays?"),
        ],
    );
    bot.start();
    meets_bot(&mut ralph, ROOM);
    // Days are calendar days: at some hours the day of 15 days ago has passed.
    let mut last = None;
    for words in [
        "question 1 has been open for",
        "badges has had no sponsor for",
        "koschei has had no sponsor for",
    ] {
        let line = hears(&mut ralph, words);
        let days = ["14 days", "15 days"].map(|days| format!("{words} {days}"));
        assert!(days.iter().any(|said| line.text().contains(said)), "{line}");
        last = Some(line);
    }
    let last = last.expect("three reminders");
    assert_eq!(last.command, "NOTICE");
    assert!(!last.text().contains("ralph"), "nobody is called: {last}");
    let heard = reminders_heard(&ralph);
    assert_eq!(heard.len(), 3, "each once: {heard:?}");

    // Stopped normally, killed, and without its database: nothing is repeated after the next tick.
    for ending in 0..3 {
        match ending {
            0 => bot.stop(),
            1 => bot.kill(),
            _ => {
                bot.stop();
                std::fs::remove_dir_all(bot.path("store").join("database")).expect("the database can be lost");
            }
        }
        bot.start();
        bot.logs("the clock strikes");
        meets_bot(&mut ralph, ROOM);
        ask(
            &mut ralph,
            "!rfr reminders koschei",
            "Coming, unless somebody acts before",
        );
        let heard: Vec<String> = reminders_heard(&ralph);
        let answers = heard.iter().filter(|line| line.contains("UTC: ")).count();
        assert_eq!(heard.len() - answers, 3, "{heard:?}");
    }
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn quiet_hours_are_kept() {
    let irc = InspIrcd::start(Profile::LiberaLike);
    let mut ralph = person_with_account(&irc, "ralph");
    // The only working day is neither today nor tomorrow, so midnight may pass meanwhile.
    let day = (Utc::now() + Duration::days(3)).weekday().to_string().to_lowercase();
    let mut bot = bot(
        &irc,
        &format!("[reminders]\nworking_days = [\"{day}\"]\nhours = [9, 17]\n"),
    );
    happened(
        &bot.path("store"),
        &[(
            Utc::now() - Duration::days(20),
            "ralph",
            "!rfr new badges 4321 Badges for everyone",
        )],
    );
    bot.start();
    bot.logs("the clock strikes");
    meets_bot(&mut ralph, ROOM);
    let coming = ask(&mut ralph, "!rfr reminders badges", "has had no sponsor");
    assert!(coming.text().contains("09:00 UTC: badges"), "{coming}");
    assert!(coming.text().to_lowercase().contains(&day), "{coming}");
    assert_eq!(reminders_heard(&ralph).len(), 1, "the answer, and no reminder");

    // The same store at an open hour.
    bot.stop();
    bot.edit_config(|config| {
        config
            .replace(&format!("working_days = [\"{day}\"]\nhours = [9, 17]\n"), "")
            .replace("[reminders]\n", ALWAYS)
    });
    bot.start();
    meets_bot(&mut ralph, ROOM);
    let reminder = hears(&mut ralph, "badges has had no sponsor for 20 days");
    assert_eq!(reminder.command, "NOTICE");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn who_is_asked_by_name_is_called_at_once_without_having_said_anything() {
    let irc = InspIrcd::start(Profile::LiberaLike);
    let mut ralph = person_with_account(&irc, "ralph");
    let mut kevin = person_with_account(&irc, "kevin");
    kevin.take_nick("kevin_lunch");
    let mut bot = bot(&irc, "");
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(
        &mut ralph,
        "!rfr new badges #4321 Badges for everyone",
        "New RFR badges",
    );
    ask(&mut ralph, "!rfr sponsor badges kevin", "was asked to sponsor it");
    hears(&mut kevin, "to sponsor it");
    hears(&mut kevin, "For kevin_lunch");
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run irc"]
fn those_who_want_it_are_called_by_their_nick_or_told_alone() {
    let irc = InspIrcd::start(Profile::LiberaLike);
    let mut ralph = person_with_account(&irc, "ralph");
    let mut kevin = person_with_account(&irc, "kevin");
    let mut bot = bot(&irc, ALWAYS);
    bot.start();
    meets_bot(&mut ralph, ROOM);
    meets_bot(&mut kevin, ROOM);
    ask(
        &mut ralph,
        "!rfr new badges #4321 Badges for everyone",
        "New RFR badges",
    );
    ask(&mut kevin, "!rfr sponsor badges", "sponsored by");
    ask(&mut ralph, "!rfr people badges add ralph", "recorded as maintainer");
    ask(&mut ralph, "!rfr remind me on", "call you by name");
    ask(&mut kevin, "!rfr remind me dm", "in private");
    // What counts is the account, not the present nick.
    ralph.take_nick("ralph_lunch");
    ask(&mut kevin, "!rfr schedule badges today", "production deployment on");
    hears(&mut ralph, "badges is to be deployed today");
    let called = hears(&mut ralph, "For ralph_lunch");
    assert_eq!((called.command.as_str(), called.param(0)), ("NOTICE", ROOM));
    let alone = kevin.expect("the private reminder", |line| {
        line.command == "PRIVMSG" && line.param(0) == "kevin" && line.text().contains("badges is to be deployed today")
    });
    assert!(alone.nick().starts_with("rfrbot"));
    kevin.expect("the way out of it", |line| {
        line.param(0) == "kevin" && line.text().contains("remind me off")
    });
}
