//! Hostile mails: whatever the bytes, reading them ends soon, with a bounded result.

use super::{corpus, rules};
use chrono::Utc;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rfrbot::mail::inbox::questions::{Statement, said};
use rfrbot::mail::inbox::{LARGEST_MAIL, Skipped, parse};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Reading the worst mail of full size takes a second or two, unoptimised, on an old machine. Unbounded work takes
/// minutes, so this distinguishes it from a busy machine.
const BUDGET: Duration = Duration::from_secs(30);

/// What the desk relies on, for any bytes.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let begin = Instant::now();
    let read = parse(bytes, &rules(), Utc::now());
    if let Ok(mail) = &read {
        prop_assert!(mail.text.len() <= 64 * 1024);
        prop_assert!(mail.subject.chars().count() <= 200 && mail.name.chars().count() <= 80);
        prop_assert!(mail.references.len() <= 100 && !mail.references.contains(&mail.message_id));
        let one_line = |text: &str| !text.contains(|c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}'));
        prop_assert!(one_line(&mail.subject) && one_line(&mail.name), "{mail:?}");
        prop_assert!(
            mail.text.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()),
            "{mail:?}"
        );
        prop_assert!(mail.at <= Utc::now());
        if let Some(address) = &mail.address {
            prop_assert!(one_line(address) && address.contains('@') && !address.contains(char::is_whitespace));
        }
        let all = said(&mail.text);
        prop_assert!(all.len() <= 10);
        for one in all {
            let (Statement::Question { text, .. } | Statement::Numbered { text, .. } | Statement::Answer { text, .. }) =
                one
            else {
                continue;
            };
            prop_assert!(
                !text.is_empty() && text.chars().count() <= 300 && !text.contains('\n'),
                "{text:?}"
            );
        }
    }
    prop_assert!(begin.elapsed() < BUDGET, "it took {:?}", begin.elapsed());
    Ok(())
}

/// One mutation of a mail.
#[derive(Clone, Debug)]
enum Damage {
    Flip(usize, u8),
    Cut(usize),
    Remove(usize, usize),
    Repeat(usize, usize, usize),
    Insert(usize, String),
    /// A piece of another mail.
    Splice(usize, usize, usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    const PIECES: &[&str] = &[
        "\n\n",
        "\r\n",
        "\0",
        "\u{202e}",
        "=?utf-8?B?",
        "?=",
        "=?x?q?=00=FF",
        "<",
        ">",
        "\"",
        "(",
        "--b\n",
        "--",
        "Content-Type: message/rfc822\n\n",
        "Content-Type: multipart/mixed; boundary=\"\"\n\n",
        "boundary=b;",
        "Content-Transfer-Encoding: base64\n",
        "charset=iso-2022-jp",
        "charset*0*=utf-8''%FF",
        ">>>>>>",
        "> ",
        "wrote:\n> ",
        "-- \n",
        "<blockquote>",
        "</blockquote>",
        "<!--",
        "&#xFFFFFFFF;",
        "&",
        "Q: ",
        "???",
        "`",
        "format=flowed",
        " \n",
        "_______________________________________________\n",
        "\u{1b}[2J",
        "\u{fffd}",
        "é",
    ];
    let piece = proptest::sample::select(PIECES).prop_map(str::to_owned);
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Damage::Flip(at, byte)),
        any::<usize>().prop_map(Damage::Cut),
        (any::<usize>(), 0..200_usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        (any::<usize>(), 1..120_usize, 1..40_usize).prop_map(|(at, length, times)| Damage::Repeat(at, length, times)),
        (any::<usize>(), prop_oneof![piece, "\\PC{0,12}"]).prop_map(|(at, text)| Damage::Insert(at, text)),
        (any::<usize>(), any::<usize>(), any::<usize>(), 1..800_usize)
            .prop_map(|(at, mail, from, length)| Damage::Splice(at, mail, from, length)),
    ]
}

fn apply(bytes: &mut Vec<u8>, damage: &Damage, corpus: &[Vec<u8>]) {
    let length = bytes.len().max(1);
    match damage {
        Damage::Flip(at, byte) => {
            if let Some(found) = bytes.get_mut(at % length) {
                *found ^= byte;
            }
        }
        Damage::Cut(at) => bytes.truncate(length - at % length.min(400)),
        Damage::Remove(at, count) => {
            let at = (at % length).min(bytes.len());
            bytes.drain(at..(at + count).min(bytes.len()));
        }
        Damage::Repeat(at, count, times) => {
            let at = (at % length).min(bytes.len());
            let piece = bytes[at..(at + count).min(bytes.len())].repeat(*times);
            bytes.splice(at..at, piece);
        }
        Damage::Insert(at, text) => {
            let at = (at % length).min(bytes.len());
            bytes.splice(at..at, text.bytes());
        }
        Damage::Splice(at, mail, from, count) => {
            let other = &corpus[mail % corpus.len()];
            let from = from % other.len();
            let piece = other[from..(from + count).min(other.len())].to_vec();
            let at = (at % length).min(bytes.len());
            bytes.splice(at..at, piece);
        }
    }
}

/// The same cases in every run; `RFRBOT_PROPERTY_SEED` selects others, `PROPTEST_CASES` more.
fn config() -> ProptestConfig {
    let seed = std::env::var("RFRBOT_PROPERTY_SEED").map_or(1, |seed| seed.parse().unwrap());
    let cases = std::env::var("PROPTEST_CASES").map_or(3000, |cases| cases.parse().unwrap());
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn damaged_mails_are_read_or_skipped(
        which in any::<usize>(),
        damages in proptest::collection::vec(damage(), 1..12),
    ) {
        let corpus: Vec<Vec<u8>> = corpus().into_iter().map(|(_, bytes)| bytes).collect();
        let mut bytes = corpus[which % corpus.len()].clone();
        for damage in &damages {
            apply(&mut bytes, damage, &corpus);
        }
        holds(&bytes)?;
    }

    #[test]
    fn any_bytes_are_read_or_skipped(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        holds(&bytes)?;
    }

    #[test]
    fn any_text_has_bounded_questions(
        text in proptest::collection::vec(prop_oneof![any::<char>(), proptest::sample::select(&['?', '.', ':', '`', '"', ' ', '\n', 'Q', 'A', '1'][..])], 0..300)
            .prop_map(String::from_iter),
    ) {
        prop_assert!(said(&text).len() <= 10);
    }
}

const HEAD: &str =
    "From: a@example.org\nMessage-ID: <m@example.org>\nList-Id: <infrastructure.lists.fedoraproject.org>\n";

#[test]
fn mails_made_to_be_expensive_are_not() {
    let fill = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    let room = LARGEST_MAIL - 2000;
    let html = format!("{HEAD}Content-Type: text/html\n\n");
    let mixed = format!("{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\n");
    let mut deep = HEAD.to_owned();
    let mut boundaries = HEAD.to_owned();
    let nested = "Content-Type: message/rfc822\n\n".repeat(20_000);
    for level in 0..20_000 {
        deep.push_str("Content-Type: message/rfc822\n\n");
        if boundaries.len() < room {
            writeln!(
                boundaries,
                "Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}"
            )
            .unwrap();
        }
    }
    let mails = [
        // Headers that do not end where they seem to.
        format!("{HEAD}Content-Type: text/plain; x=\"y\n\n{nested}"),
        format!("{HEAD}Content-Type: text/plain (\n\n{nested}"),
        format!("{HEAD}Subject: =?utf-8?q?\n\n{nested}"),
        format!("{HEAD}Content-Type: text/plain\nTo: \"\n\n{nested}"),
        format!("{HEAD}Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{nested}"),
        deep,
        boundaries,
        format!("{mixed}{}", fill("--b\n\nx\n", room)),
        format!("{mixed}{}", fill("--bb\n", room)),
        format!("{HEAD}Subject: {}\n\nx", fill("=?utf-8?q?", room)),
        format!("{HEAD}Subject: {}\n\nx", fill("=?utf-8?q?x?=", 8000)),
        format!("{HEAD}To: {}\n\nx", fill("(", 8000)),
        format!("{HEAD}Cc: {}\n\nx", fill("\"<,:;", 8000)),
        format!("{HEAD}References: {}\n\nx", fill("<a@b> ", 32_000)),
        format!("{HEAD}References: {}\n\nx", fill("<", room)),
        format!("{HEAD}Content-Type: text/plain; {}\n\nx", fill("a*0*=b;", 8000)),
        format!("{HEAD}{}\n\nx", fill("X: y\n", room)),
        format!("{HEAD}{}\n\nx", fill("List-Id: <x>\n", room)),
        format!("{HEAD}\n{}", fill(">", room)),
        format!("{HEAD}\n{}", fill("> \n", room)),
        format!("{HEAD}\n{}", fill("x:\n", room)),
        format!("{HEAD}\n{}", fill("From: x\n", room)),
        format!("{HEAD}\n{}", fill("On 2026 wrote:\n>\n", room)),
        format!("{HEAD}\n{}", fill("? ", room)),
        format!("{HEAD}\n{}", fill("Is it so? ", room)),
        format!("{HEAD}\n{}", fill("？", room)),
        format!("{HEAD}\n{}", fill("Q: why\n", room)),
        format!("{HEAD}\n{}", "x".repeat(room)),
        format!(
            "{HEAD}Content-Type: text/plain; format=flowed\n\n{}",
            fill("x \n", room)
        ),
        format!("{HEAD}Content-Type: text/plain; format=flowed\n\n{}", fill(">", room)),
        format!("{HEAD}Content-Transfer-Encoding: base64\n\n{}", fill("!", room)),
        format!(
            "{HEAD}Content-Transfer-Encoding: quoted-printable\n\n{}",
            fill("=", room)
        ),
        format!("{html}{}", fill("<blockquote>", room)),
        format!("{html}{}", fill("<", room)),
        format!("{html}{}", fill("<!--", room)),
        format!("{html}{}", fill("&", room)),
        format!("{html}{}", fill("<p>x", room)),
    ];
    for mail in mails {
        assert!(mail.len() <= LARGEST_MAIL, "{}", mail.len());
        let begin = Instant::now();
        let beginning = mail.get(HEAD.len()..HEAD.len() + 60).unwrap_or_default().to_owned();
        holds(mail.as_bytes()).unwrap();
        println!("{:>6} ms: {beginning:?}", begin.elapsed().as_millis());
    }
    let too_large = vec![b'x'; LARGEST_MAIL + 1];
    assert_eq!(parse(&too_large, &rules(), Utc::now()), Err(Skipped::TooLarge));
}
