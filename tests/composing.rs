//! Composed mails: golden files, to be read like prose (`RFRBOT_REWRITE=1 cargo test --test composing` rewrites them),
//! and properties that hold whatever people write, checked with another parser.

use chrono::{TimeZone, Utc};
use mail_parser::{HeaderValue, MessageParser};
use proptest::prelude::*;
use rfrbot::config::{MailWay, MailingList};
use rfrbot::mail::compose::{LARGEST, compose, subject};
use rfrbot::wire::{Mail, MessageId};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn list() -> MailingList {
    MailingList {
        from_name: "RFR bot".to_owned(),
        from: "rfrbot@example.org".to_owned(),
        reply_to: None,
        list: "infrastructure@lists.example.org".to_owned(),
        list_id: "infrastructure.lists.example.org".to_owned(),
        archive: "https://lists.example.org/archives".to_owned(),
        way: MailWay::Sendmail(PathBuf::from("/usr/sbin/sendmail")),
        own_copy_wait: Duration::from_secs(900),
        subject_prefix: "Infrastructure".to_owned(),
        send: rfrbot::wire::MailKind::ALL.into(),
    }
}

fn id(text: &str) -> MessageId {
    MessageId::new(text).expect("a Message-ID")
}

fn mail(subject: &str, body: &str) -> Mail {
    Mail {
        message_id: id("rfrbot.12.1@example.org"),
        references: Vec::new(),
        about: Some("badges".to_owned()),
        subject: subject.to_owned(),
        body: body.to_owned(),
        at: Utc.with_ymd_and_hms(2026, 11, 22, 10, 0, 0).single().expect("a time"),
    }
}

fn composed(mail: &Mail) -> String {
    String::from_utf8(compose(mail, &list()).expect("a mail")).expect("ASCII")
}

fn golden(name: &str, mail: &Mail) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/outgoing")
        .join(name);
    let now = composed(mail).replace("\r\n", "\n");
    if std::env::var_os("RFRBOT_REWRITE").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of the golden mails");
        fs::write(&path, &now).expect("writing a golden mail");
    }
    assert_eq!(now, fs::read_to_string(&path).unwrap_or_default(), "{}", path.display());
}

#[test]
fn a_first_mail() {
    golden(
        "first.eml",
        &mail(
            "a new RFR: Open badges for contributors",
            "kevin asks for a new resource, badges: Open badges for contributors.\n\n\
             The ticket is https://forge.fedoraproject.org/infra/tickets/issues/4321, where everybody can follow what \
             happens to it.\n\n\
             What is missing before planning can begin:\n\
             - a sponsor from sysadmin-main who accepts the ticket, so that somebody looks after it all the way to production\n\
             - nothing else\n\nPlease comment by answering this mail.",
        ),
    );
}

#[test]
fn a_reply_in_a_thread_with_other_scripts() {
    let mut mail = mail(
        "Überblick: Auszeichnungen für alle",
        "Zuständig: Jürgen.\n\n> Ist das wirklich nötig, und wenn ja, wer kümmert sich darum, wenn Jürgen im Urlaub ist?\n\nJa.",
    );
    mail.references = vec![id("rfrbot.1.1@example.org"), id("CAF+answer@mail.example.com")];
    golden("reply.eml", &mail);
}

#[test]
fn commands_of_lists_are_not_given() {
    let mut about_nothing = mail("help", "help\n\nwho\nset my options please");
    about_nothing.about = None;
    assert_eq!(subject(&about_nothing), "RFR: help");
    let text = composed(&about_nothing);
    let (_, body) = text.split_once("\r\n\r\n").expect("a body");
    assert_eq!(body, "\"help\"\r\n\r\n\"who\"\r\n\"set my options please\"\r\n");
}

#[test]
fn what_is_too_long_is_cut_with_a_pointer_to_the_rest() {
    for line in [
        "The quick brown fox jumps over the lazy dog. ",
        "Съешь же ещё этих мягких французских булок. ",
    ] {
        let long = (0..3000)
            .map(|number| format!("{number} {line}\n"))
            .collect::<Vec<_>>()
            .concat();
        let text = composed(&mail("a long one", &long));
        assert!(text.len() <= LARGEST && text.len() > LARGEST - 400, "{}", text.len());
        let parsed = MessageParser::default().parse(text.as_bytes()).expect("a mail");
        let body = parsed.body_text(0).expect("a text");
        assert!(body.contains("\n[The rest is left out:"), "{body}");
        assert!(
            body.contains("status or the history of\nbadges.]") || body.contains("badges.]"),
            "{body}"
        );
    }
}

/// The names of headers as they stand in the bytes.
fn header_names(bytes: &str) -> Vec<String> {
    let (head, _) = bytes.split_once("\r\n\r\n").expect("a head and a body");
    head.split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap_or_default().to_owned())
        .collect()
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(any::<char>(), 0..400).prop_map(|chars| chars.into_iter().collect()),
        proptest::collection::vec(
            prop_oneof![
                Just("\r\n".to_owned()),
                Just("\n".to_owned()),
                Just("\r".to_owned()),
                Just("\0".to_owned()),
                Just("\u{202E}".to_owned()),
                Just("\u{2028}".to_owned()),
                Just("Bcc: everybody@example.org".to_owned()),
                Just("\r\n.\r\n".to_owned()),
                Just("=?utf-8?q?=0D=0ABcc:_x?=".to_owned()),
                Just("help".to_owned()),
                Just("x".repeat(1200)),
                "[a-z ]{0,60}",
                "\\PC{0,30}",
            ],
            0..20
        )
        .prop_map(|parts| parts.concat()),
    ]
}

mod attacks {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nobodys_words_make_a_header(words in any_text(), body in any_text(), about in proptest::option::of(any_text())) {
            let mut mail = mail(&words, &body);
            mail.about = about;
            mail.references = vec![id("first@example.org"), id(&"x".repeat(250))];
            let text = composed(&mail);
            prop_assert_eq!(
                header_names(&text),
                ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Type", "In-Reply-To", "References",
                 "Content-Transfer-Encoding"]
            );
            prop_assert!(text.is_ascii());
            prop_assert!(text.len() <= LARGEST);
            prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n', '\0']));
            prop_assert!(text.split("\r\n").all(|line| line.len() <= 998), "{}", text);
            let parsed = MessageParser::default().parse(text.as_bytes()).expect("a mail");
            prop_assert_eq!(parsed.message_id(), Some("rfrbot.12.1@example.org"));
            prop_assert_eq!(parsed.from().and_then(|from| from.first()).and_then(|from| from.address()), Some("rfrbot@example.org"));
            let HeaderValue::TextList(references) = parsed.references() else {
                panic!("{text}")
            };
            prop_assert_eq!(references.len(), 2);
            let plain = parsed.body_text(0).expect("a text");
            let clean = !plain.contains(['\u{202E}', '\0']);
            prop_assert!(clean, "{}", text);
            let read = parsed.subject().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(read, subject(&mail).split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
