use super::*;
use crate::command::parse;
use crate::sop::Phase;

/// A world with the RFRs badges (#4321) and koschei, and a few accounts.
struct Fixture;

impl Vocabulary for Fixture {
    fn rfr(&self, word: &str) -> Option<RfrId> {
        match word.to_lowercase().as_str() {
            "badges" | "#4321" => Some(RfrId(1)),
            "koschei" => Some(RfrId(2)),
            _ => None,
        }
    }
    fn names(&self) -> Vec<String> {
        vec!["badges".to_owned(), "koschei".to_owned()]
    }
    fn ticket_url(&self, number: &str) -> Option<String> {
        Some(format!("https://tickets.example.org/{number}"))
    }
    fn knows_account(&self, account: &Account) -> bool {
        ["kevin", "ralph", "smooge"].contains(&account.as_str())
    }
    fn today(&self) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date")
    }
}

#[test]
fn no_word_means_two_verbs() {
    let mut seen = Vec::new();
    for word in rows().flat_map(VerbRow::words) {
        assert!(!seen.contains(&word), "{word} stands twice");
        assert_eq!(word, word.to_lowercase());
        seen.push(word);
    }
}

#[test]
fn every_row_has_help_and_an_example_that_parses() {
    for row in rows() {
        assert!(!row.summary.is_empty() && !row.help.is_empty(), "{}", row.verb);
        let command = parse(row.example, &Fixture);
        assert!(command.is_ok(), "{}: {command:?}", row.example);
        assert!(row.example.starts_with(row.verb), "{}", row.example);
    }
}

#[test]
fn a_verb_whose_usage_begins_with_a_required_word_says_what_is_missing() {
    for row in rows() {
        let words: Vec<&str> = row.usage.split(' ').filter(|word| !word.is_empty()).collect();
        // `RFR` may be left out where the place talks about one, so the next word counts.
        // `link` alone asks for a code, and `prefs` shows what one chose.
        let required =
            !["link", "prefs"].contains(&row.verb) && words.iter().any(|word| !word.starts_with('[') && *word != "RFR");
        let parsed = parse(row.verb, &Fixture);
        if required {
            let said = matches!(&parsed, Err(ParseError::Missing { row: said, .. } | ParseError::NameIt { row: said, .. }) if *said == row);
            assert!(said, "{}: {parsed:?}", row.verb);
        } else {
            assert!(
                !matches!(parsed, Err(ParseError::Missing { .. })),
                "{}: {parsed:?}",
                row.verb
            );
        }
    }
}

#[test]
fn rfr_and_phase_are_told_apart_by_what_they_are() {
    let expected = parse("signoff staging badges -- fine by me", &Fixture).expect("reads");
    for text in [
        "signoff badges staging -- fine by me",
        "Sign Off STG badges --- fine by me",
        "sign-off #4321 stage \u{2014} fine by me",
        "signoff staging badges \u{2014} fine by me",
    ] {
        assert_eq!(parse(text, &Fixture).expect("reads"), expected, "{text}");
    }
    let alone = parse("signoff staging", &Fixture).expect("reads");
    assert!(matches!(
        alone,
        Command::Change {
            which: Which::Omitted { word: None },
            change: Change::SignOff {
                phase: Phase::Staging,
                ..
            }
        }
    ));
}

#[test]
fn leftover_words_are_no_text_about_an_rfr_that_is_guessed() {
    for (text, line) in [
        ("signoff staging tahrir", "signoff RFR staging"),
        ("signoff staging no", "signoff RFR staging"),
        ("signoff staging not yet", "signoff RFR staging"),
        ("signoff staging when?", "signoff RFR staging"),
        ("unsign staging tahrir is broken", "unsign RFR staging REASON…"),
        ("unsponsor not yet", "unsponsor RFR"),
        ("hold the database", "hold RFR REASON…"),
        ("hold for koschei, the database moves", "hold koschei REASON…"),
        ("release when?", "release RFR"),
        ("mute tahrir noise", "mute RFR REASON…"),
        ("retitle tahrir Open badges", "retitle RFR TITLE…"),
        ("report tahrir works", "report RFR TEXT…"),
        ("schedule 2026-12-03 tahrir", "schedule RFR 2026-12-03"),
        ("schedule 2026-12-03 for koschei", "schedule koschei 2026-12-03"),
        ("done sops tahrir", "done RFR sops"),
        ("undone sops tahrir", "undone RFR sops REASON…"),
        ("note for koschei: it works", "note koschei TEXT…"),
        ("ask about koschei", "ask koschei QUESTION…"),
        ("answer 2 koschei no", "answer koschei 2 ANSWER…"),
    ] {
        let error = parse(text, &Fixture).expect_err(text);
        assert!(
            matches!(&error, ParseError::NoGuess { named, .. } if named == line),
            "{text}: {error:?}"
        );
    }
    for text in ["signoff badges staging production", "signoff staging badges fine by me"] {
        let error = parse(text, &Fixture).expect_err(text);
        assert!(
            matches!(&error, ParseError::NoteWithoutDashes { plain, with_note, .. }
                if parse(plain, &Fixture).is_ok() && parse(with_note, &Fixture).is_ok()),
            "{text}: {error:?}"
        );
    }
    for text in [
        "signoff staging -- all of it",
        "unsign staging -- tahrir is broken",
        "hold \u{2014} the database moves",
        "release -- it is done",
        "note waiting for the builders",
        "ask Which builders?",
        "schedule in 3 days",
        "schedule in 3 days -- after friday",
    ] {
        assert!(parse(text, &Fixture).is_ok(), "{text}: {:?}", parse(text, &Fixture));
    }
    for text in [
        "decline tahrir",
        "undo that",
        "focus tahrir",
        "snooze tahrir 2 weeks",
        "snooze 2 weeks tahrir",
        "unsponsor tahrir",
    ] {
        assert!(parse(text, &Fixture).is_err(), "{text}");
    }
}

#[test]
fn signoff_alone_has_no_default_phase() {
    for text in ["signoff", "signoff badges"] {
        let error = parse(text, &Fixture).expect_err("no phase");
        assert!(
            matches!(error, ParseError::Missing { argument: "PHASE", .. }),
            "{text}: {error:?}"
        );
    }
}

#[test]
fn slips_are_not_taken_for_text() {
    let error = parse("note badgse hello", &Fixture).expect_err("a slip");
    assert!(
        matches!(&error, ParseError::UnknownRfr { suggestions, .. } if suggestions == &["badges"]),
        "{error:?}"
    );
    let error = parse("signoff stagign badges", &Fixture).expect_err("a slip");
    assert!(
        matches!(
            &error,
            ParseError::UnknownPhase {
                suggestion: Some("staging"),
                ..
            }
        ),
        "{error:?}"
    );
    let error = parse("drop the bass", &Fixture).expect_err("must be named");
    assert!(
        matches!(&error, ParseError::NameIt { word: Some(word), .. } if word == "the"),
        "{error:?}"
    );
    let error = parse("new status 4 A name that is a verb", &Fixture).expect_err("reserved");
    assert!(
        matches!(&error, ParseError::ReservedName { word, .. } if word == "status"),
        "{error:?}"
    );
    let error = parse("rename badges status", &Fixture).expect_err("reserved");
    let example = row("rename").map(|row| row.example);
    assert!(
        matches!(&error, ParseError::ReservedName { example: of_it, .. } if Some(*of_it) == example),
        "{error:?}"
    );
}

#[test]
fn no_rfr_is_called_by_a_word_that_a_reader_takes() {
    for word in [
        "status",
        "sign",
        "off",
        "friday",
        "fri",
        "december",
        "dec",
        "may",
        "tomorrow",
        "two",
        "weeks",
        "end",
        "next",
        "for",
        "until",
        "on",
        "me",
        "add",
        "mine",
        "dm",
        "question",
        "rfrbot",
        "rfr",
        "hand",
        "start",
        "from",
        "to",
        "till",
        "through",
        "of",
        "as",
        "and",
        "about",
        "the",
        "myself",
        "none",
        "unsponsored",
        "staging",
        "caching",
        "load-balancing",
        "sops",
    ] {
        let error = parse(&format!("new {word} 4 A title"), &Fixture).expect_err(word);
        assert!(
            matches!(&error, ParseError::ReservedName { word: reserved, .. } if reserved == word),
            "{error:?}"
        );
    }
}

/// Whatever stands where: each word that a reader compares with, put before, behind and in place of each word of
/// each example, leads to no comparison with a word that an RFR may be called.
#[test]
fn every_word_that_any_reader_compares_with_is_reserved() {
    let found = RefCell::new(BTreeSet::new());
    for Verb { row, read } in verbs() {
        let example: Vec<&str> = row.example[row.verb.len()..].split_whitespace().collect();
        for at in 0..=example.len() {
            for word in TAKEN
                .iter()
                .map(String::as_str)
                .chain(["7", "badges", "2026-12-03", "--", "kevin"])
            {
                let (before, behind) = example.split_at(at);
                for behind in [behind, behind.get(1..).unwrap_or_default()] {
                    let rest = [before, &[word], behind].concat().join(" ");
                    let _ = read(&mut Reader::new(row, &rest, &Fixture).listening(&found));
                }
            }
        }
    }
    let found = found.into_inner();
    assert!(found.len() > 25, "{found:?}");
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '-';
    for word in found
        .iter()
        .filter(|word| word.starts_with(char::is_alphabetic) && word.chars().all(letters))
    {
        assert!(means_else(word, Fixture.today(), Edition::shipped()), "{word}");
    }
    for (verb, source) in [
        ("look", include_str!("look.rs")),
        ("request", include_str!("request.rs")),
        ("plan", include_str!("plan.rs")),
        ("work", include_str!("work.rs")),
        ("sign", include_str!("sign.rs")),
        ("moving", include_str!("moving.rs")),
        ("freeze", include_str!("freeze.rs")),
        ("remind", include_str!("remind.rs")),
        ("admin", include_str!("admin.rs")),
    ] {
        assert!(
            !source.contains("eq_ignore_ascii_case"),
            "{verb}: a comparison that nobody hears of"
        );
    }
}

#[test]
fn a_name_that_is_a_person_too_is_asked_back() {
    let error = parse("sponsor badges", &Confused).expect_err("two meanings");
    let ParseError::NameOrPerson { rfr, person, .. } = &error else {
        panic!("{error:?}");
    };
    assert_eq!(
        (rfr.as_str(), person.as_str()),
        ("sponsor badges me", "sponsor RFR badges")
    );
    assert!(parse(rfr, &Confused).is_ok());
}

/// A world in which somebody's account is called like an RFR.
struct Confused;

impl Vocabulary for Confused {
    fn rfr(&self, word: &str) -> Option<RfrId> {
        Fixture.rfr(word)
    }
    fn names(&self) -> Vec<String> {
        Fixture.names()
    }
    fn ticket_url(&self, number: &str) -> Option<String> {
        Fixture.ticket_url(number)
    }
    fn knows_account(&self, _: &Account) -> bool {
        true
    }
    fn today(&self) -> NaiveDate {
        Fixture.today()
    }
}

#[test]
fn a_name_alone_asks_for_its_status() {
    assert_eq!(
        parse("badges", &Fixture).expect("reads"),
        Command::Query(Query::Status(Which::Named(RfrId(1))))
    );
    assert!(matches!(parse("stats", &Fixture), Err(ParseError::UnknownVerb { lines, .. }) if lines == ["status"]));
}

#[test]
fn people_are_named_with_or_without_commas() {
    let plain = parse("people badges add ralph smooge as developer", &Fixture).expect("reads");
    for text in [
        "people badges add ralph, smooge as developer",
        "people badges add ralph and smooge as developer",
        "people add badges ralph,smooge as developer",
    ] {
        assert_eq!(parse(text, &Fixture).expect("reads"), plain, "{text}");
    }
}

#[test]
fn numbers_are_questions_where_questions_are_meant() {
    assert!(matches!(
        parse("answer 2 no", &Fixture).expect("reads"),
        Command::Change {
            which: Which::Omitted { .. },
            change: Change::Answer { number: 2, .. }
        }
    ));
}
