//! The inbox against a real IMAP server: Dovecot, on loopback and in its own folder. `tests/run mail` installs it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "mail/dovecot.rs"]
mod dovecot;

use dovecot::{Dovecot, PASSWORD, Way};
use rfrbot::config::ListProof;
use rfrbot::config::{ImapMailbox, MailSource, Secret, Tls};
use rfrbot::mail::NETWORK;
use rfrbot::mail::inbox::{InboxHandle, InboxSettings, InboxState, ListRules, spawn};
use rfrbot::wire::{IncomingId, ListMail, MessageId, Report};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep, timeout};

/// A server without IDLE is polled once a minute; this is longer.
const DEADLINE: Duration = Duration::from_secs(100);

struct Inbox {
    handle: InboxHandle,
    reports: mpsc::Receiver<Report>,
    own_copies: mpsc::Receiver<MessageId>,
}

fn mailbox(server: &Dovecot) -> ImapMailbox {
    ImapMailbox {
        host: "localhost".to_owned(),
        port: server.port(),
        tls: match server.authority() {
            Some(authority) => Tls::Checked {
                ca_file: Some(authority),
                client_cert: None,
            },
            None => Tls::Plain,
        },
        account: "rfrbot".to_owned(),
        password: Secret::new(PASSWORD),
        folder: "INBOX".to_owned(),
        connect_timeout: Duration::from_secs(20),
        reconnect_wait: (Duration::from_millis(100), Duration::from_secs(1)),
    }
}

impl Inbox {
    fn open(mailbox: ImapMailbox) -> Self {
        let (tell, reports) = mpsc::channel(100);
        let (copies, own_copies) = mpsc::channel(10);
        let settings = InboxSettings {
            list: ListRules {
                list_id: "infrastructure.lists.fedoraproject.org".to_owned(),
                list_address: "infrastructure@lists.fedoraproject.org".to_owned(),
                subject_prefix: "Infrastructure".to_owned(),
                own_suffix: ".rfrbot@fedoraproject.org".to_owned(),
                own_address: "rfrbot@fedoraproject.org".to_owned(),
                proof: ListProof::default(),
            },
            source: MailSource::Imap(mailbox),
        };
        Self {
            handle: spawn(settings, tell, copies),
            reports,
            own_copies,
        }
    }

    /// Waits for the next mail; its id identifies it.
    async fn next(&mut self) -> ListMail {
        match timeout(DEADLINE, self.reports.recv()).await {
            Ok(Some(Report::Mailed(mail))) => *mail,
            other => panic!("no mail: {other:?}; {:?}", *self.handle.state.borrow()),
        }
    }

    async fn confirm(&self, mail: &ListMail) {
        let id = IncomingId {
            network: NETWORK.to_owned(),
            id: mail.message_id.as_str().to_owned(),
        };
        self.handle.handled.send(id).await.unwrap();
    }

    async fn reads(&mut self) {
        self.is(|state| *state == InboxState::Reading).await;
    }

    /// Waits until it cannot read, and returns why.
    async fn is_down(&mut self) -> String {
        match self.is(|state| matches!(state, InboxState::Down(_))).await {
            InboxState::Down(why) => why,
            InboxState::Starting | InboxState::Reading => unreachable!("waited for another"),
        }
    }

    async fn is(&mut self, wanted: impl Fn(&InboxState) -> bool) -> InboxState {
        let seen = timeout(DEADLINE, self.handle.state.wait_for(|state| wanted(state)));
        seen.await.expect("a state in time").unwrap().clone()
    }

    async fn close(mut self) {
        self.handle.shutdown().await;
        assert!(self.reports.recv().await.is_none(), "nothing more was reported");
    }
}

/// Waits until that many mails have the flag Seen.
async fn seen(server: &Dovecot, wanted: usize) {
    let end = Instant::now() + DEADLINE;
    while server.seen() != wanted {
        assert!(Instant::now() < end, "{} are seen, not {wanted}", server.seen());
        sleep(Duration::from_millis(10)).await;
    }
}

fn mail(id: &str) -> String {
    format!(
        "From: Adam <adam@example.org>\r\nSubject: [Infrastructure] Re: [badges] {id}\r\n\
         Message-ID: <{id}@example.org>\r\nList-Id: <infrastructure.lists.fedoraproject.org>\r\n\r\nWho reads {id}?\r\n"
    )
}

#[tokio::test]
#[ignore = "needs Dovecot: tests/run mail"]
async fn a_new_mail_is_told_by_idle_over_tls_and_marked_once_it_is_handled() {
    let server = Dovecot::start(Way::Tls);
    server.deliver("1.before", &mail("before"));
    let mut inbox = Inbox::open(mailbox(&server));
    let before = inbox.next().await;
    assert_eq!(before.message_id.as_str(), "before@example.org");
    inbox.confirm(&before).await;
    seen(&server, 1).await;
    let begin = Instant::now();
    server.deliver("2.after", &mail("after"));
    let after = inbox.next().await;
    assert_eq!(after.subject, "[badges] after");
    // Without IDLE it would be a minute.
    assert!(begin.elapsed() < Duration::from_secs(45), "{:?}", begin.elapsed());
    assert_eq!(server.seen(), 1, "fetching does not mark");
    inbox.confirm(&after).await;
    seen(&server, 2).await;
    inbox.close().await;
}

#[tokio::test]
#[ignore = "needs Dovecot: tests/run mail"]
async fn a_mail_is_handled_once_over_restarts_of_the_bot() {
    let server = Dovecot::start(Way::Plain);
    for number in 1..=3 {
        server.deliver(&format!("{number}.x"), &mail(&format!("n{number}")));
    }
    let mut inbox = Inbox::open(mailbox(&server));
    for wanted in ["n1@example.org", "n2@example.org"] {
        let next = inbox.next().await;
        assert_eq!(next.message_id.as_str(), wanted);
        inbox.confirm(&next).await;
    }
    // Reported, but the bot ends before it is handled.
    assert_eq!(inbox.next().await.message_id.as_str(), "n3@example.org");
    seen(&server, 2).await;
    inbox.close().await;
    let mut inbox = Inbox::open(mailbox(&server));
    let third = inbox.next().await;
    assert_eq!(third.message_id.as_str(), "n3@example.org");
    inbox.confirm(&third).await;
    seen(&server, 3).await;
    inbox.close().await;
    let mut inbox = Inbox::open(mailbox(&server));
    inbox.reads().await;
    server.deliver("4.x", &mail("n4"));
    assert_eq!(inbox.next().await.message_id.as_str(), "n4@example.org");
    inbox.close().await;
}

#[tokio::test]
#[ignore = "needs Dovecot: tests/run mail"]
async fn a_server_that_restarts_is_found_again() {
    let mut server = Dovecot::start(Way::Tls);
    let mut inbox = Inbox::open(mailbox(&server));
    server.deliver("1.x", &mail("n1"));
    let first = inbox.next().await;
    server.stop();
    let why = inbox.is_down().await;
    assert!(!why.is_empty());
    // Handled while the server is down: the flag is set afterwards, and nothing is reported twice.
    inbox.confirm(&first).await;
    server.deliver("2.x", &mail("n2"));
    server.start_again();
    let second = inbox.next().await;
    assert_eq!(second.message_id.as_str(), "n2@example.org");
    inbox.confirm(&second).await;
    seen(&server, 2).await;
    inbox.close().await;
}

#[tokio::test]
#[ignore = "needs Dovecot: tests/run mail"]
async fn numbers_of_another_time_are_not_used() {
    let mut server = Dovecot::start(Way::Plain);
    server.deliver("1.x", &mail("n1"));
    server.deliver("2.x", &mail("n2"));
    let mut inbox = Inbox::open(mailbox(&server));
    let first = inbox.next().await;
    inbox.confirm(&first).await;
    let second = inbox.next().await;
    seen(&server, 1).await;
    server.stop();
    inbox.is_down().await;
    server.forget_numbers();
    // UIDVALIDITY starts with the second of creation.
    sleep(Duration::from_millis(1100)).await;
    // A mail from before would have its number now.
    server.deliver("0.x", &mail("n0"));
    server.start_again();
    let mut again = [inbox.next().await, inbox.next().await];
    again.sort_by(|a, b| a.message_id.cmp(&b.message_id));
    let ids: Vec<&str> = again.iter().map(|mail| mail.message_id.as_str()).collect();
    assert_eq!(ids, ["n0@example.org", "n2@example.org"]);
    inbox.confirm(&second).await;
    seen(&server, 2).await;
    inbox.confirm(&again[0]).await;
    seen(&server, 3).await;
    inbox.close().await;
}

#[tokio::test]
#[ignore = "needs Dovecot: tests/run mail"]
async fn refusals_name_the_fix() {
    let server = Dovecot::start(Way::Tls);
    let down = async |mailbox: ImapMailbox| {
        let mut inbox = Inbox::open(mailbox);
        let why = inbox.is_down().await;
        inbox.close().await;
        why
    };
    let right = mailbox(&server);
    let wrong_password = ImapMailbox {
        password: Secret::new("wrong"),
        ..right.clone()
    };
    let why = down(wrong_password).await;
    assert!(why.contains("localhost refuses the login of rfrbot"), "{why}");
    assert!(
        why.contains("Authentication failed") && why.contains("password of [mail.inbox]"),
        "{why}"
    );
    assert!(!why.contains("wrong"), "{why}");
    let no_folder = ImapMailbox {
        folder: "Lists".to_owned(),
        ..right.clone()
    };
    let why = down(no_folder).await;
    assert!(why.contains("does not open the folder \"Lists\""), "{why}");
    let unknown_authority = ImapMailbox {
        tls: Tls::Checked {
            ca_file: None,
            client_cert: None,
        },
        ..right.clone()
    };
    let why = down(unknown_authority).await;
    assert!(
        why.contains("ca_file") || why.contains("certificate authority"),
        "{why}"
    );
    let other_name = ImapMailbox {
        host: "127.0.0.1".to_owned(),
        ..right.clone()
    };
    let why = down(other_name).await;
    assert!(why.contains("the certificate is not for 127.0.0.1"), "{why}");
    let nobody_there = ImapMailbox { port: 1, ..right };
    let why = down(nobody_there).await;
    assert!(why.contains("cannot connect to localhost:1"), "{why}");
    let plain = Dovecot::start(Way::Plain);
    let no_tls = ImapMailbox {
        port: plain.port(),
        ..mailbox(&server)
    };
    let why = down(no_tls).await;
    assert!(why.contains("does not speak TLS"), "{why}");
}

#[tokio::test]
#[ignore = "needs Dovecot: tests/run mail"]
async fn a_server_without_idle_is_asked_every_minute() {
    let server = Dovecot::start(Way::PlainWithoutIdle);
    let mut inbox = Inbox::open(mailbox(&server));
    server.deliver("1.x", &mail("n1"));
    let first = inbox.next().await;
    inbox.confirm(&first).await;
    seen(&server, 1).await;
    server.deliver("2.x", &mail("n2"));
    assert_eq!(inbox.next().await.message_id.as_str(), "n2@example.org");
    inbox.close().await;
}

#[tokio::test]
#[ignore = "needs Dovecot: tests/run mail"]
async fn many_odd_mails_do_not_hold_the_inbox_up() {
    let server = Dovecot::start(Way::Plain);
    for number in 0..60 {
        server.deliver(&format!("{number}.junk"), "From: x@example.org\r\n\r\nno list\r\n");
    }
    server.deliver("60.large", &format!("{}{}", mail("large"), "x".repeat(2 * 1024 * 1024)));
    server.deliver(
        "61.own",
        &mail("x").replace("<x@example.org>", "<7.0.rfrbot@fedoraproject.org>"),
    );
    for number in 0..70 {
        server.deliver(&format!("{}.good", 100 + number), &mail(&format!("n{number}")));
    }
    let mut inbox = Inbox::open(mailbox(&server));
    // Only the head of the large one is read, so that the room can be told.
    let large = inbox.next().await;
    assert_eq!(large.message_id.as_str(), "large@example.org");
    inbox.confirm(&large).await;
    for number in 0..70 {
        let next = inbox.next().await;
        assert_eq!(next.message_id.as_str(), format!("n{number}@example.org"));
        inbox.confirm(&next).await;
    }
    let own = timeout(DEADLINE, inbox.own_copies.recv()).await.unwrap().unwrap();
    assert_eq!(own.as_str(), "7.0.rfrbot@fedoraproject.org");
    seen(&server, 60 + 2 + 70).await;
    inbox.close().await;
}
