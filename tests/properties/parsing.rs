//! Whatever is said: no panic, an answer if the bot was addressed, silence otherwise.

use crate::for_all;
use crate::speech::{Step, looks, steps, words};
use crate::world::{Confirming, Speaker, World};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::{Index, select};
use rfrbot::command::{LONGEST_COMMAND, LONGEST_TEXT};
use rfrbot::sop::Edition;
use rfrbot::wire::Report;
use std::cell::Cell;

/// Characters that chat, terminals and other bots interpret specially.
const ODD: &[char] = &[
    '\u{0}',
    '\u{1}',
    '\u{2}',
    '\u{3}',
    '\u{f}',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{200b}',
    '\u{202e}',
    '\u{2028}',
    '\u{feff}',
    '\u{1f980}',
    'İ',
    'ß',
    'ﬁ',
    '`',
    '!',
    '#',
    '@',
    ':',
    '/',
    '<',
    '\t',
    '\r',
    '\n',
    ' ',
    '0',
    '٣',
];

fn mutated() -> impl Strategy<Value = String> {
    let odd = prop_oneof![2 => select(ODD), 1 => any::<char>()];
    (words(), vec((any::<Index>(), odd, 0..4u8), 1..5)).prop_map(|(words, changes)| {
        let mut letters: Vec<char> = words.chars().collect();
        for (at, odd, how) in changes {
            let at = at.index(letters.len() + 1);
            match how {
                0 if at < letters.len() => {
                    letters.remove(at);
                }
                1 if at < letters.len() => letters[at] = odd,
                2 => letters.extend(std::iter::repeat_n(odd, 600)),
                _ => letters.insert(at, odd),
            }
        }
        letters.into_iter().collect()
    })
}

fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => ".{0,80}",
        1 => "\\PC{0,400}",
        2 => vec(prop_oneof![select(ODD), any::<char>()], 0..60).prop_map(String::from_iter),
        4 => mutated(),
        1 => words(),
    ]
}

/// A line, and whether it is meant for the bot.
fn lines() -> impl Strategy<Value = (String, bool, bool)> {
    let to_us = select(vec!["!rfr ", "!RFR ", "!rfr: ", "  !rfr\t", "!rfr\u{a0}"]);
    prop_oneof![
        5 => (to_us, anything(), any::<bool>()).prop_map(|(prefix, text, direct)| (format!("{prefix}{text}"), true, direct)),
        1 => Just(("!rfr".to_owned(), true, false)),
        2 => (anything(), Just(true)).prop_filter("something is said", |(text, _)| !text.trim().is_empty())
            .prop_map(|(text, direct)| (text, true, direct)),
        2 => (select(vec!["!rfrs ", "hey rfrbot: ", "!topic ", "- ", "!r", "ﬁ", "I said !rfr "]), anything())
            .prop_map(|(prefix, text)| (format!("{prefix}{text}"), false, false)),
    ]
}

/// A world with a few RFRs in progress.
fn lived_in(edition: Edition, steps: &[Step]) -> World {
    let mut world = World::new(edition);
    for step in steps {
        world.step(step);
    }
    world.confirming = Confirming::Everything;
    world.set_network("libera", true);
    world.set_network("oftc", true);
    world.delivered();
    world
}

#[test]
fn who_speaks_to_the_bot_is_answered_and_nobody_else() {
    let changed = Cell::new(0);
    let case = (steps(60), vec((select(Speaker::ALL.to_vec()), lines()), 100..140));
    for_all(40, &case, |((edition, steps), lines)| {
        let mut world = lived_in(edition, &steps);
        for (speaker, (text, addressed, direct)) in lines {
            let incoming = world.incoming(speaker, &text, direct);
            let commits = world.hear(vec![Report::Heard(incoming)]);
            let answers = world.delivered();
            changed.set(changed.get() + commits.len());
            if addressed {
                assert!(!answers.is_empty(), "no answer to {text:?}");
            } else {
                assert!(
                    answers.is_empty() && commits.is_empty(),
                    "unasked, to {text:?}: {answers:?}"
                );
            }
            if !commits.is_empty() {
                assert!(speaker.account().is_some(), "nobody changed something: {text:?}");
            }
        }
        Ok(())
    });
    println!("{} lines changed something", changed.get());
}

/// The words of a command of that length in characters, with and without spaces.
fn command_of(verb: &str, filler: &str, length: usize) -> String {
    let words: String = verb
        .chars()
        .chain([' '])
        .chain(filler.chars().cycle())
        .take(length)
        .collect();
    // Trailing spaces are not part of a message.
    words.trim_end().to_owned()
        + "z"
            .repeat(words.chars().count() - words.trim_end().chars().count())
            .as_str()
}

#[test]
fn a_text_is_kept_whole_up_to_its_limit_and_refused_beyond() {
    let mut world = lived_in(Edition::classic(), &[]);
    world.say(Speaker::Ralph, "new longtexts 77 Texts").expect("a new RFR");
    world.delivered();
    for letter in ["x", "\u{e9}", "\u{1f980}"] {
        for verb in ["ask", "note"] {
            for (length, kept) in [(LONGEST_TEXT, true), (LONGEST_TEXT + 1, false)] {
                let text = letter.repeat(length);
                let incoming = world.incoming(Speaker::Ralph, &format!("!rfr {verb} longtexts {text}"), false);
                let commits = world.hear(vec![Report::Heard(incoming)]);
                let answers = format!("{:?}", world.delivered());
                assert_eq!(commits.len(), usize::from(kept), "{verb} {length}: {answers}");
                if kept {
                    assert!(format!("{:?}", commits[0].events).contains(&text), "{verb} {length}");
                } else {
                    assert!(
                        answers.contains(&format!("I keep at most {LONGEST_TEXT}")),
                        "{verb} {letter} {length}: {answers}"
                    );
                }
            }
        }
    }
}

#[test]
fn looking_writes_nothing() {
    let case = (
        steps(80),
        vec((select(Speaker::ALL.to_vec()), looks(), any::<bool>()), 60..100),
    );
    for_all(20, &case, |((edition, steps), looks)| {
        let mut world = lived_in(edition, &steps);
        let before = world.picture();
        for (speaker, words, direct) in looks {
            if words.starts_with("focus ") {
                continue;
            }
            let incoming = world.incoming(speaker, &format!("!rfr {words}"), direct);
            let commits = world.hear(vec![Report::Heard(incoming)]);
            assert!(commits.is_empty(), "{words} wrote {commits:?}");
            assert!(!world.delivered().is_empty(), "no answer to {words}");
        }
        assert_eq!(before, world.picture());
        Ok(())
    });
}

mod attacks {
    use super::*;

    #[test]
    fn what_is_longer_than_a_command_may_be_is_refused_with_the_limit_at_every_door() {
        let verbs: Vec<&str> = rfrbot::command::rows().map(|row| row.verb).collect();
        let fillers = vec![
            "x",
            "\u{e9}",
            "\u{1f980}",
            "ab ",
            "badges ",
            "1 ",
            "https://example.org/",
        ];
        // At the limit, one character more, and as long as a Matrix message may be.
        let lengths = prop_oneof![
            2 => Just(LONGEST_COMMAND),
            2 => Just(LONGEST_COMMAND + 1),
            1 => 1..=LONGEST_COMMAND,
            1 => LONGEST_COMMAND..65_536usize,
        ];
        let line = (
            select(Speaker::ALL.to_vec()),
            select(verbs),
            select(fillers),
            lengths,
            any::<bool>(),
        );
        let limit = format!("I keep at most {LONGEST_COMMAND}");
        let counted = Cell::new((0, 0));
        for_all(20, &(steps(20), vec(line, 40..60)), |((edition, steps), lines)| {
            let mut world = lived_in(edition, &steps);
            for (speaker, verb, filler, length, direct) in lines {
                let words = command_of(verb, filler, length);
                let incoming = world.incoming(speaker, &format!("!rfr {words}"), direct);
                let commits = world.hear(vec![Report::Heard(incoming)]);
                let answers = format!("{:?}", world.delivered());
                let (within, beyond) = counted.get();
                if words.chars().count() > LONGEST_COMMAND {
                    assert!(commits.is_empty(), "{verb} with {length} changed something");
                    // Somebody who may not change anything is told so before the text is read.
                    if answers.contains("outcome: Some(Refused)") && !answers.contains(&limit) {
                        continue;
                    }
                    assert!(answers.contains(&limit), "{verb} with {length}: {answers}");
                    assert!(answers.contains(&format!("has {length} characters")), "{answers}");
                    counted.set((within, beyond + 1));
                } else {
                    assert!(!answers.contains(&limit), "{verb} with {length}: {answers}");
                    counted.set((within + 1, beyond));
                }
                // The answer does not echo the whole message.
                assert!(commits.len() == 1 || answers.len() < 40_000, "{} bytes", answers.len());
            }
            Ok(())
        });
        let (within, beyond) = counted.get();
        assert!(
            within > 100 && beyond > 100,
            "{within} within the limit and {beyond} beyond"
        );
    }
}
