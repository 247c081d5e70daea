//! The bot's sending against the real list and the real server.

use crate::house::{House, LIST, LIST_ID};
use crate::mailman::Authors;
use crate::servers::ports::loopback;
use crate::waiting::{DEADLINE, holds_in_time};
use chrono::Utc;
use rfrbot::config::{MailWay, MailingList, Secret, SmtpServer, SmtpTls};
use rfrbot::mail::compose::{LARGEST, compose};
use rfrbot::mail::hash;
use rfrbot::mail::outgoing::{SenderHandle, spawn};
use rfrbot::mail::send::{SendResult, SendStep, send};
use rfrbot::wire::{Mail, MailDelivery, MailKind, MessageId, OutboxKey, Report};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::sync::mpsc;
use tokio::time::timeout;

/// The bot as a member that logs in at the submission port.
fn member(house: &House) -> MailingList {
    MailingList {
        from_name: "RFR bot".to_owned(),
        from: "rfrbot@example.org".to_owned(),
        reply_to: None,
        list: LIST.to_owned(),
        list_id: LIST_ID.to_owned(),
        archive: "https://lists.example.org/archives".to_owned(),
        way: MailWay::Smtp(server(house)),
        own_copy_wait: Duration::from_secs(900),
        subject_prefix: "Infrastructure".to_owned(),
        send: MailKind::ALL.into(),
    }
}

fn server(house: &House) -> SmtpServer {
    SmtpServer {
        host: "localhost".to_owned(),
        port: house.ports().submission,
        tls: SmtpTls::StartTls,
        ca_file: Some(house.authority().to_owned()),
        login: Some(("rfrbot".to_owned(), Secret::new("rfrbot-password"))),
        timeout: DEADLINE,
    }
}

fn with_server(house: &House, change: impl FnOnce(&mut SmtpServer)) -> MailingList {
    let mut server = server(house);
    change(&mut server);
    MailingList {
        way: MailWay::Smtp(server),
        ..member(house)
    }
}

fn id(name: &str) -> MessageId {
    MessageId::new(&format!("{name}@example.org")).expect("a Message-ID")
}

fn mail(name: &str, references: &[&str], body: &str) -> Mail {
    Mail {
        message_id: id(name),
        references: references.iter().map(|name| id(name)).collect(),
        about: Some("badges".to_owned()),
        subject: "Überblick über die Auszeichnungen".to_owned(),
        body: body.to_owned(),
        at: Utc::now(),
    }
}

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
}

fn try_once(list: &MailingList, mail: &Mail) -> (SendResult, Vec<SendStep>) {
    let bytes = compose(mail, list).expect("a mail");
    let mut steps = Vec::new();
    let outcome = runtime().block_on(send(list, &bytes, &mut |step| steps.push(step)));
    (outcome, steps)
}

fn assert_taken(list: &MailingList, mail: &Mail) {
    let (outcome, _) = try_once(list, mail);
    assert!(
        matches!(&outcome, SendResult::Taken(words) if words.starts_with("250")),
        "{outcome:?}"
    );
}

/// A header of a mail, unfolded.
fn header(mail: &str, name: &str) -> Option<String> {
    let (head, _) = mail.split_once("\n\n")?;
    let head = head.replace("\n ", " ").replace("\n\t", " ");
    head.lines()
        .find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned()))
}

fn has_id(name: &str) -> impl Fn(&str) -> bool {
    let id = id(name).to_string();
    move |mail| header(mail, "Message-ID").as_deref() == Some(&id)
}

#[test]
#[ignore = "needs Postfix, Dovecot and Mailman: tests/run mail"]
fn an_announcement_reaches_members_with_its_thread_also_after_the_list_was_away() {
    let mut house = House::with_list(Authors::Kept);
    let bot = member(&house);
    assert_taken(&bot, &mail("first", &[], "badges wants to be.\n\n- one\n- two"));
    let first = house.mail_in("member", "the first mail", has_id("first"));
    assert_eq!(
        header(&first, "Message-ID-Hash").as_deref(),
        Some(hash(&id("first")).as_str())
    );
    assert_eq!(
        header(&first, "From").as_deref(),
        Some("\"RFR bot\" <rfrbot@example.org>")
    );
    assert_eq!(header(&first, "Auto-Submitted").as_deref(), Some("auto-generated"));
    let parsed = mail_parser::MessageParser::default()
        .parse(first.as_bytes())
        .expect("a mail");
    let subject = parsed
        .subject()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>();
    assert_eq!(
        subject.join(" "),
        "[Infrastructure] [badges] Überblick über die Auszeichnungen"
    );
    assert!(
        parsed
            .body_text(0)
            .is_some_and(|text| text.contains("badges wants to be.\n\n- one\n- two\n")),
        "{first}"
    );
    // The bot is a member, so its own copy comes, too.
    house.mail_in("rfrbot", "the own copy", has_id("first"));

    // While Mailman is down, Postfix keeps what it accepted.
    house.stop_list();
    assert_taken(&bot, &mail("second", &["first"], "badges is in planning."));
    assert!(
        holds_in_time(|| house.postfix_log().contains("Connection refused")),
        "{}",
        house.postfix_log()
    );
    house.start_list();
    let second = house.mail_in("member", "the second mail", has_id("second"));
    assert_eq!(header(&second, "In-Reply-To"), Some(id("first").to_string()));
    assert_eq!(header(&second, "References"), Some(id("first").to_string()));

    // The composer's largest mail passes, and so does a body that starts with a command.
    let long = (0..3000)
        .map(|number| format!("Line {number} of a long report.\n"))
        .collect::<Vec<_>>()
        .concat();
    assert_taken(&bot, &mail("long", &["first"], &long));
    let long = house.mail_in("member", "the long mail", has_id("long"));
    assert!(
        long.len() > LARGEST && long.contains("[The rest is left out"),
        "{}",
        long.len()
    );
    assert_taken(&bot, &mail("command", &["first"], "help\n\nset this to that"));
    house.mail_in("member", "the mail that looked like a command", has_id("command"));

    // A non-member's mail is accepted by SMTP, and held.
    let stranger = MailingList {
        from: "stranger@example.org".to_owned(),
        ..with_server(&house, |server| {
            server.login = Some(("stranger".to_owned(), Secret::new("stranger-password")));
        })
    };
    assert_taken(&stranger, &mail("strange", &[], "Hello."));
    assert!(
        holds_in_time(|| house.list_log().contains("<strange@example.org>")),
        "{}",
        house.list_log()
    );
    let journal = house.list_log();
    let held = journal.lines().find(|line| line.contains("<strange@example.org>"));
    assert!(held.is_some_and(|line| line.contains("HOLD")), "{journal}");
    assert!(!house.mails_in("member").iter().any(|mail| has_id("strange")(mail)));
}

#[test]
#[ignore = "needs Postfix, Dovecot and Mailman: tests/run mail"]
fn a_list_that_hides_authors_keeps_the_thread() {
    let house = House::with_list(Authors::Munged);
    assert_taken(&member(&house), &mail("second", &["first"], "Hello."));
    let copy = house.mail_in("member", "the mail", has_id("second"));
    let from = header(&copy, "From").unwrap_or_default();
    assert!(from.contains("via") && from.contains(LIST), "{from}");
    assert_eq!(header(&copy, "In-Reply-To"), Some(id("first").to_string()));
    assert_eq!(
        header(&copy, "Message-ID-Hash").as_deref(),
        Some(hash(&id("second")).as_str())
    );
}

#[test]
#[ignore = "needs Postfix and Dovecot: tests/run mail"]
fn the_server_s_refusals_are_told_apart() {
    let mut house = House::without_list();
    let hello = mail("hello", &[], "Hello.");
    let (outcome, steps) = try_once(&member(&house), &hello);
    assert!(matches!(outcome, SendResult::Taken(_)), "{outcome:?}");
    assert!(
        steps.contains(&SendStep::Protected) && steps.contains(&SendStep::LoggedIn("rfrbot".to_owned())),
        "{steps:?}"
    );
    let implicit = with_server(&house, |server| {
        server.port = house.ports().tls;
        server.tls = SmtpTls::Implicit;
    });
    assert_taken(&implicit, &hello);

    let wrong = with_server(&house, |server| {
        server.login = Some(("rfrbot".to_owned(), Secret::new("wrong")));
    });
    let (outcome, _) = try_once(&wrong, &hello);
    assert!(
        matches!(&outcome, SendResult::LoginRefused(words) if words.contains("535")),
        "{outcome:?}"
    );

    let foreign = MailingList {
        from: "member@example.org".to_owned(),
        ..member(&house)
    };
    let (outcome, _) = try_once(&foreign, &hello);
    assert!(
        matches!(&outcome, SendResult::Never(words) if words.contains("553")),
        "{outcome:?}"
    );

    let unknown = MailingList {
        list: "nobody@lists.example.org".to_owned(),
        ..member(&house)
    };
    let (outcome, _) = try_once(&unknown, &hello);
    assert!(
        matches!(&outcome, SendResult::Never(words) if words.contains("550")),
        "{outcome:?}"
    );

    let readable = with_server(&house, |server| {
        server.tls = SmtpTls::Plain;
        server.login = None;
    });
    let (outcome, _) = try_once(&readable, &hello);
    assert!(
        matches!(&outcome, SendResult::LoginRefused(words) if words.contains("530")),
        "{outcome:?}"
    );

    let no_starttls = with_server(&house, |server| {
        server.port = house.ports().plain;
        server.login = None;
    });
    let (outcome, _) = try_once(&no_starttls, &hello);
    assert!(
        matches!(&outcome, SendResult::Unreachable(words) if words.contains("STARTTLS")),
        "{outcome:?}"
    );

    let untrusted = with_server(&house, |server| server.ca_file = None);
    let (outcome, _) = try_once(&untrusted, &hello);
    assert!(
        matches!(&outcome, SendResult::Unreachable(words) if words.contains("certificate")),
        "{outcome:?}"
    );

    let wrong_name = with_server(&house, |server| server.host = "127.0.0.1".to_owned());
    let (outcome, _) = try_once(&wrong_name, &hello);
    assert!(
        matches!(&outcome, SendResult::Unreachable(words) if words.contains("certificate")),
        "{outcome:?}"
    );

    let local = with_server(&house, |server| {
        server.port = house.ports().plain;
        server.tls = SmtpTls::Plain;
        server.login = None;
    });
    house.answer_recipients_with("450 4.2.0 greylisted");
    let (outcome, _) = try_once(&local, &hello);
    assert!(
        matches!(&outcome, SendResult::Later(words) if words.contains("450 4.2.0")),
        "{outcome:?}"
    );
    house.answer_recipients_with("");
    assert!(holds_in_time(|| matches!(
        try_once(&local, &hello).0,
        SendResult::Taken(_)
    )));

    house.stop_postfix();
    let (outcome, _) = try_once(&local, &hello);
    assert!(matches!(&outcome, SendResult::Unreachable(_)), "{outcome:?}");
    house.start_postfix();
    assert_taken(&local, &hello);
}

#[test]
#[ignore = "needs Postfix and Dovecot: tests/run mail"]
fn the_local_sendmail_takes_mails_too() {
    let house = House::without_list();
    // Postfix's own sendmail, for this Postfix and not the machine's.
    let program = house.folder().join("sendmail");
    let script = format!(
        "#!/bin/sh\nexec /usr/sbin/sendmail -C {}/postfix/config \"$@\"\n",
        house.folder().display()
    );
    std::fs::write(&program, script).expect("writing a script");
    let made = Command::new("chmod").arg("755").arg(&program).status().expect("chmod");
    assert!(made.success());
    let list = MailingList {
        list: "member@example.org".to_owned(),
        way: MailWay::Sendmail(program),
        ..member(&house)
    };
    let (outcome, _) = try_once(&list, &mail("local", &[], ".\nA line that is only a dot."));
    assert!(matches!(outcome, SendResult::Taken(_)), "{outcome:?}");
    let copy = house.mail_in("member", "the mail", has_id("local"));
    assert!(copy.contains("\n\n.\nA line that is only a dot.\n"), "{copy}");
    let missing = MailingList {
        way: MailWay::Sendmail(PathBuf::from("/nowhere/sendmail")),
        ..member(&house)
    };
    assert!(matches!(
        try_once(&missing, &mail("x", &[], "x")).0,
        SendResult::Unreachable(_)
    ));
}

#[test]
#[ignore = "needs Postfix and Dovecot: tests/run mail"]
fn the_adaptor_delivers_and_reports() {
    let house = House::without_list();
    let list = MailingList {
        list: "member@example.org".to_owned(),
        ..member(&house)
    };
    runtime().block_on(async {
        let (reporter, mut reports) = mpsc::channel(8);
        let (_, no_copies) = mpsc::channel(1);
        let handle: SenderHandle = spawn(list, reporter, no_copies);
        let key = OutboxKey { seq: 4, index: 2 };
        let delivery = MailDelivery {
            key,
            mail: mail("adaptor", &[], "Hello."),
        };
        handle.deliveries.send(delivery).await.expect("it runs");
        let network = "mail".to_owned();
        let delivered = Report::Delivered {
            key,
            lines: 1,
            complete: true,
        };
        for expected in [Report::Up { network }, delivered] {
            let report = timeout(DEADLINE, reports.recv()).await.expect("a report");
            assert_eq!(report, Some(expected));
        }
        handle.shutdown().await;
    });
    house.mail_in("member", "the mail", has_id("adaptor"));
}

/// `rfrbot mail test` with this section.
fn trial(house: &House, smtp: &str) -> (bool, String, String) {
    let config = format!(
        "[mail]\nfrom = \"rfrbot@example.org\"\nlist = \"{LIST}\"\narchive = \"https://lists.example.org/archives/\"\n\
         smtp = {{ {smtp} }}\n"
    );
    let path = house.folder().join("rfrbot.toml");
    std::fs::write(&path, config).expect("writing a config");
    let ran = Command::new(crate::shipped::program())
        .args(["mail", "test", "--config"])
        .arg(&path)
        .env("SMTP_PASSWORD", "rfrbot-password")
        .env("WRONG_PASSWORD", "wrong")
        .output()
        .expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (ran.status.success(), text(&ran.stdout), text(&ran.stderr))
}

#[test]
#[ignore = "needs Postfix and Dovecot: tests/run mail"]
fn the_operator_s_test_names_each_step() {
    let house = House::without_list();
    let reached = format!(
        "host = \"localhost\", port = {}, ca_file = \"authority.pem\", account = \"rfrbot\"",
        house.ports().submission
    );
    let (good, out, error) = trial(&house, &format!("{reached}, password_env = \"SMTP_PASSWORD\""));
    assert!(good, "{out}{error}");
    let steps: Vec<&str> = out.lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(
        steps[..7],
        [
            "composed",
            "resolved",
            "connected",
            "protected",
            "logged in",
            "accepted",
            "taken"
        ],
        "{out}"
    );
    assert!(
        out.contains(&format!("https://lists.example.org/archives/list/{LIST}/message/")),
        "{out}"
    );
    let (good, _, error) = trial(&house, &format!("{reached}, password_env = \"WRONG_PASSWORD\""));
    assert!(
        !good && error.contains("the login was refused") && error.contains("535"),
        "{error}"
    );
    assert!(!error.contains("wrong\""), "{error}");
    // A port on which nobody answers.
    let closed = TcpListener::bind(loopback(0))
        .and_then(|listener| listener.local_addr())
        .expect("a port")
        .port();
    let (good, _, error) = trial(
        &house,
        &format!("host = \"localhost\", port = {closed}, ca_file = \"authority.pem\""),
    );
    assert!(!good && error.contains("not sent"), "{error}");
}
