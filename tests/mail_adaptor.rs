//! Outgoing mail against a scripted server on a real socket: refusals, cuts, and unreachable servers.
//!
//! The clock is simulated: it jumps to the next timer when nothing else is to do, so that days of waiting take no time;
//! while a connection is served it stands still. Well-behaved servers are real ones, in `tests/mail`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::Utc;
use rfrbot::config::{MailWay, MailingList, SmtpServer, SmtpTls};
use rfrbot::mail::outgoing::{SenderHandle, spawn};
use rfrbot::wire::{Mail, MailDelivery, MessageId, OutboxKey, Report};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// What the server does with one connection.
#[derive(Clone, Copy)]
enum Script {
    /// Answers this step with this, and accepts everything else.
    Answer(&'static str, &'static str),
    /// Accepts the mail.
    Take,
    /// Closes the connection instead of answering this step.
    CutAt(&'static str),
    /// Resets the connection after that many lines of the text.
    ResetInText(usize),
}

/// The bot's sender, with a server that follows scripts, one for each connection.
struct World {
    listener: TcpListener,
    handle: SenderHandle,
    reports: mpsc::Receiver<Report>,
    copies: mpsc::Sender<MessageId>,
}

fn id(seq: u64) -> MessageId {
    MessageId::new(&format!("{seq}@example.org")).unwrap()
}

fn delivery(seq: u64, references: &[u64]) -> MailDelivery {
    MailDelivery {
        key: OutboxKey { seq, index: 0 },
        mail: Mail {
            message_id: id(seq),
            references: references.iter().map(|seq| id(*seq)).collect(),
            about: Some("badges".to_owned()),
            subject: format!("mail {seq}"),
            body: "Hello.".to_owned(),
            // Written after sending started, as almost every mail is.
            at: Utc::now() + chrono::Duration::seconds(60),
        },
    }
}

/// The clock does not jump while a blocking task runs; this one runs until it is dropped.
struct StandingClock {
    _until: std::sync::mpsc::Sender<()>,
}

impl StandingClock {
    fn new() -> Self {
        let (until, dropped) = std::sync::mpsc::channel::<()>();
        tokio::task::spawn_blocking(move || dropped.recv());
        Self { _until: until }
    }
}

/// A list that is reached this way.
fn list(way: MailWay) -> MailingList {
    MailingList {
        from_name: "rfrbot".to_owned(),
        from: "rfrbot@example.org".to_owned(),
        reply_to: None,
        list: "list@example.org".to_owned(),
        list_id: "list.example.org".to_owned(),
        archive: "https://example.org".to_owned(),
        way,
        own_copy_wait: Duration::from_secs(15 * 60),
        subject_prefix: "Infrastructure".to_owned(),
        send: rfrbot::wire::MailKind::ALL.into(),
    }
}

impl World {
    async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let list = list(MailWay::Smtp(SmtpServer {
            host: "127.0.0.1".to_owned(),
            port: listener.local_addr().unwrap().port(),
            tls: SmtpTls::Plain,
            ca_file: None,
            login: None,
            // Longer than any wait here: the clock jumps while the socket works.
            timeout: Duration::from_secs(100 * 24 * 60 * 60),
        }));
        let (reporter, reports) = mpsc::channel(100);
        let (copies, own_copies) = mpsc::channel(100);
        let handle = spawn(list, reporter, own_copies);
        Self {
            listener,
            handle,
            reports,
            copies,
        }
    }

    async fn send(&self, delivery: MailDelivery) {
        self.handle.deliveries.send(delivery).await.unwrap();
    }

    /// Serves the next connection; returns the lines of the received mail.
    async fn serve(&self, script: Script) -> Vec<String> {
        let (stream, _): (TcpStream, _) = self.listener.accept().await.unwrap();
        let _still = StandingClock::new();
        let (read, mut wire) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        let mut mail = Vec::new();
        let mut in_text = false;
        wire.write_all(b"220 scripted\r\n").await.unwrap();
        while let Ok(Some(line)) = lines.next_line().await {
            if in_text && line != "." {
                mail.push(line);
                if matches!(script, Script::ResetInText(after) if after == mail.len()) {
                    let stream = lines.into_inner().into_inner().reunite(wire).unwrap();
                    stream.set_zero_linger().unwrap();
                    return mail;
                }
                continue;
            }
            let step = if in_text {
                "text"
            } else {
                line.split([' ', ':']).next().unwrap_or_default()
            };
            in_text = false;
            match script {
                Script::CutAt(at) if at == step => return mail,
                Script::Answer(at, answer) if at == step => {
                    wire.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
                }
                Script::CutAt(_) | Script::ResetInText(_) | Script::Answer(..) | Script::Take => {
                    let answer: &[u8] = match step {
                        "DATA" => b"354 go on\r\n",
                        "QUIT" => b"221 bye\r\n",
                        _ => b"250 ok\r\n",
                    };
                    in_text = step == "DATA";
                    // The bot may be gone already after its QUIT.
                    let _ = wire.write_all(answer).await;
                }
            }
        }
        mail
    }

    async fn report(&mut self) -> Report {
        loop {
            match self.reports.recv().await.unwrap() {
                Report::Up { network } => assert_eq!(network, "mail"),
                report => return report,
            }
        }
    }

    async fn is_out(&mut self, seq: u64) {
        let key = OutboxKey { seq, index: 0 };
        let out = Report::Delivered {
            key,
            lines: 1,
            complete: true,
        };
        assert_eq!(self.report().await, out);
    }

    async fn is_delayed(&mut self, seq: u64, tries: u32) -> String {
        match self.report().await {
            Report::MailDelayed { key, attempts, why, .. } => {
                assert_eq!((key.seq, attempts), (seq, tries), "{why}");
                why
            }
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_mail_goes_out_and_is_reported() {
    let mut world = World::new().await;
    world.send(delivery(1, &[])).await;
    let mail = world.serve(Script::Take).await;
    assert!(mail.contains(&"Message-ID: <1@example.org>".to_owned()), "{mail:?}");
    world.is_out(1).await;
    world.handle.shutdown().await;
}

#[tokio::test(start_paused = true)]
async fn what_is_refused_for_good_is_reported_once_with_the_servers_words() {
    for (step, answer) in [
        ("RCPT", "550 5.1.1 no such list"),
        ("MAIL", "553 5.7.1 not your address"),
        ("text", "554 5.6.0 not this text"),
    ] {
        let mut world = World::new().await;
        world.send(delivery(1, &[])).await;
        world.send(delivery(2, &[])).await;
        world.serve(Script::Answer(step, answer)).await;
        match world.report().await {
            Report::Undeliverable { key, why } => {
                assert_eq!(key.seq, 1);
                assert!(why.contains(answer), "{why}");
            }
            other => panic!("{other:?}"),
        }
        world.serve(Script::Take).await;
        world.is_out(2).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_greylisted_thread_waits_and_keeps_its_order_while_another_goes_on() {
    let mut world = World::new().await;
    world.send(delivery(1, &[])).await;
    world.send(delivery(2, &[1])).await;
    world.send(delivery(3, &[])).await;
    world.serve(Script::Answer("RCPT", "450 4.2.0 greylisted")).await;
    assert!(world.is_delayed(1, 1).await.contains("450 4.2.0 greylisted"));
    world.serve(Script::Take).await;
    world.is_out(3).await;
    world.serve(Script::Take).await;
    world.is_out(1).await;
    world.serve(Script::Take).await;
    world.is_out(2).await;
}

#[tokio::test(start_paused = true)]
async fn a_connection_lost_before_the_text_is_tried_again_soon() {
    for step in ["EHLO", "MAIL", "RCPT", "DATA"] {
        let mut world = World::new().await;
        world.send(delivery(1, &[])).await;
        let before = tokio::time::Instant::now();
        world.serve(Script::CutAt(step)).await;
        world.is_delayed(1, 1).await;
        world.serve(Script::Take).await;
        world.is_out(1).await;
        assert!(
            before.elapsed() < Duration::from_secs(5 * 60),
            "{step}: {:?}",
            before.elapsed()
        );
    }
}

#[tokio::test(start_paused = true)]
async fn after_a_lost_answer_the_own_copy_settles_it() {
    let mut world = World::new().await;
    world.send(delivery(1, &[])).await;
    world.serve(Script::CutAt("text")).await;
    assert!(world.is_delayed(1, 1).await.contains("may have been taken"));
    world.copies.send(id(1)).await.unwrap();
    world.is_out(1).await;
}

#[tokio::test(start_paused = true)]
async fn without_an_own_copy_the_same_mail_is_sent_again_after_the_wait() {
    let mut world = World::new().await;
    world.send(delivery(1, &[])).await;
    world.serve(Script::CutAt("text")).await;
    world.is_delayed(1, 1).await;
    let lost = tokio::time::Instant::now();
    let again = world.serve(Script::Take).await;
    assert!(lost.elapsed() >= Duration::from_secs(15 * 60));
    assert!(again.contains(&"Message-ID: <1@example.org>".to_owned()));
    world.is_out(1).await;
}

#[tokio::test(start_paused = true)]
async fn a_reset_in_the_middle_of_the_text_counts_as_unclear_and_the_same_mail_is_sent_again() {
    for lines in [1, 5] {
        let mut world = World::new().await;
        world.send(delivery(1, &[])).await;
        let begun = world.serve(Script::ResetInText(lines)).await;
        assert_eq!(begun.len(), lines);
        let why = world.is_delayed(1, 1).await;
        assert!(why.contains("may have been taken"), "{why}");
        let whole = world.serve(Script::Take).await;
        assert!(whole.contains(&"Message-ID: <1@example.org>".to_owned()));
        assert!(whole.contains(&"Hello.".to_owned()));
        world.is_out(1).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_mail_of_an_earlier_run_waits_for_its_copy_first() {
    let mut world = World::new().await;
    let mut old = delivery(1, &[]);
    old.mail.at = Utc::now() - chrono::Duration::hours(1);
    let started = tokio::time::Instant::now();
    world.send(old).await;
    world.serve(Script::Take).await;
    assert!(
        started.elapsed() >= Duration::from_secs(14 * 60),
        "{:?}",
        started.elapsed()
    );
    world.is_out(1).await;
}

#[tokio::test(start_paused = true)]
async fn what_nobody_takes_for_five_days_is_given_up() {
    let mut world = World::new().await;
    world.send(delivery(1, &[])).await;
    let started = tokio::time::Instant::now();
    let mut tries = 0;
    loop {
        world.serve(Script::Answer("RCPT", "451 4.3.0 not now")).await;
        tries += 1;
        match world.report().await {
            Report::MailDelayed { .. } => {}
            Report::Undeliverable { why, .. } => {
                assert!(why.contains("five days") && why.contains("451 4.3.0 not now"), "{why}");
                break;
            }
            other => panic!("{other:?}"),
        }
    }
    let days = started.elapsed().as_secs() / (24 * 60 * 60);
    assert!((4..=5).contains(&days), "{days}");
    assert!((25..60).contains(&tries), "{tries}");
}

#[tokio::test(start_paused = true)]
async fn a_server_that_wants_a_login_is_a_matter_of_the_config() {
    let mut world = World::new().await;
    world.send(delivery(1, &[])).await;
    world
        .serve(Script::Answer("MAIL", "530 5.7.0 Must issue a STARTTLS command first"))
        .await;
    assert!(world.is_delayed(1, 1).await.contains("530 5.7.0 Must issue"));
}

mod attacks {
    use super::*;

    /// The bot's secrets may be in its environment: a program it starts gets none of them.
    #[tokio::test]
    async fn sendmail_gets_an_environment_without_secrets() {
        let folder = tempfile::TempDir::with_prefix("rfrbot-sendmail-").unwrap();
        let (program, seen) = (folder.path().join("sendmail"), folder.path().join("seen"));
        std::fs::write(
            &program,
            format!("#!/bin/sh\nenv > {}\ncat > /dev/null\n", seen.display()),
        )
        .unwrap();
        std::fs::set_permissions(&program, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        assert!(
            std::env::var_os("CARGO_MANIFEST_DIR").is_some(),
            "there is something to leave out"
        );
        let sent = rfrbot::mail::send::send(
            &list(MailWay::Sendmail(program)),
            b"Subject: x\r\n\r\nx\r\n",
            &mut |_| {},
        )
        .await;
        assert!(matches!(sent, rfrbot::mail::send::SendResult::Taken(_)), "{sent:?}");
        let environment = std::fs::read_to_string(seen).unwrap();
        for line in environment.lines() {
            let name = line.split('=').next().unwrap();
            // The shell adds some of its own.
            assert!(
                ["PATH", "LANG", "PWD", "OLDPWD", "SHLVL", "_"].contains(&name),
                "{line}"
            );
        }
        assert!(environment.contains("PATH="), "{environment}");
    }
}
