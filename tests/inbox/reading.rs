//! The expected reading of each mail in the corpus is beside it, in `NAME.read`. `RFRBOT_REWRITE=1` rewrites those
//! files; read the diff.

use super::{corpus, rules};
use chrono::{DateTime, Utc};
use rfrbot::mail::inbox::{parse, questions};
use std::fmt::Write as _;
use std::fs;

/// The time at which the tests read.
fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

/// A mail as read, for people.
fn as_read(bytes: &[u8]) -> String {
    let mail = match parse(bytes, &rules(), now()) {
        Ok(mail) => mail,
        Err(skipped) => return format!("skipped: {skipped}\n"),
    };
    let mut out = String::new();
    let references: Vec<String> = mail.references.iter().map(ToString::to_string).collect();
    writeln!(out, "id: {}", mail.message_id).unwrap();
    writeln!(out, "references: {}", references.join(" ")).unwrap();
    writeln!(out, "subject: {:?}", mail.subject).unwrap();
    writeln!(out, "names: {:?}", questions::names_in_subject(&mail.subject)).unwrap();
    writeln!(out, "from: {:?} {:?}", mail.name, mail.address).unwrap();
    writeln!(out, "at: {}", mail.at).unwrap();
    for said in questions::said(&mail.text) {
        writeln!(out, "said: {said:?}").unwrap();
    }
    for line in mail.text.lines() {
        writeln!(out, "| {}", line.escape_debug()).unwrap();
    }
    out
}

#[test]
fn every_mail_of_the_corpus_is_read_as_it_should_be() {
    let mut differing = Vec::new();
    for (path, bytes) in corpus() {
        let read = as_read(&bytes);
        let expected = path.with_extension("read");
        if std::env::var_os("RFRBOT_REWRITE").is_some() {
            fs::write(&expected, &read).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        if read != wanted {
            differing.push(format!("{}:\n{read}instead of\n{wanted}", path.display()));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn line_ends_make_no_difference() {
    for (path, bytes) in corpus() {
        // Its lines with multi-byte encodings contain a bare line end.
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if text.as_bytes() != bytes {
            continue;
        }
        let unix = text.replace("\r\n", "\n");
        let network = unix.replace('\n', "\r\n");
        let (unix, network) = (as_read(unix.as_bytes()), as_read(network.as_bytes()));
        assert_eq!(unix, network, "{}", path.display());
    }
}

/// Programs write the same thing in many ways: the author's words are found, and others' are not.
#[test]
fn what_the_author_asks_is_told_from_what_others_asked() {
    let text = fs::read_to_string("tests/data/mail-variants.txt").unwrap();
    let mut wrong = Vec::new();
    let records: Vec<&str> = text.split("\n=== ").skip(1).collect();
    assert!(records.len() > 100, "the records are there");
    for record in records {
        let (name, mail) = record.split_once('\n').unwrap();
        let mail = format!(
            "From: Adam <adam@example.net>\nSubject: Re: [badges] New\nMessage-ID: <{name}@example.net>\n\
             List-Id: <infrastructure.lists.fedoraproject.org>\n{}",
            mail.replace("OWN", "ownword").replace("QUOTED", "quotedword")
        );
        let own = mail.matches("ownword").count();
        let read = parse(mail.as_bytes(), &rules(), now()).map(|mail| format!("{:?}", questions::said(&mail.text)));
        let said = read.unwrap_or_else(|skipped| skipped.to_string());
        if said.matches("ownword").count() != own || said.contains("quotedword") {
            wrong.push(format!("{name}: {said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
