//! A mailing list for one test: Postfix, Dovecot and, if wanted, Mailman, on free ports and in a temporary folder.
//!
//! ```ignore
//! let mut house = House::with_list(Authors::Kept);
//! house.post_as("member", b"From: member@example.org\r\nTo: infrastructure@lists.example.org\r\n…");
//! let copy = house.mail_in("rfrbot", "the member's post", |mail| mail.contains("Subject: [Infrastructure] hello"));
//! ```
//!
//! Everybody in [`PEOPLE`](crate::postfix::PEOPLE) has an account `NAME` with the password `NAME-password`, the address
//! `NAME@example.org`, and a Maildir, which Dovecot shows by IMAP. `rfrbot`, `member` and `owner` are members of the
//! list `infrastructure@lists.example.org`; `stranger` is not.

use crate::mailman::{self, Authors};
use crate::postfix::{self, Ports};
use crate::running::process::Process;
use crate::servers::certificates::Certificates;
use crate::servers::ports::loopback;
use crate::waiting::found_in_time;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The list's address.
pub(crate) const LIST: &str = "infrastructure@lists.example.org";

/// The list's id (RFC 2919).
pub(crate) const LIST_ID: &str = "infrastructure.lists.example.org";

/// All servers.
pub(crate) struct House {
    // Servers must end before their folder vanishes: fields are dropped in this order.
    mailman: Option<Process>,
    postfix: Option<Process>,
    _dovecot: Process,
    certificates: Certificates,
    ports: Ports,
    mailman_starts: u32,
    folder: TempDir,
}

impl House {
    /// Postfix and Dovecot; what is sent to the list waits in Postfix's queue.
    pub(crate) fn without_list() -> Self {
        let folder = TempDir::with_prefix("rfrbot-mail-").expect("a temporary folder");
        postfix::open_folder(folder.path());
        let certificates = Certificates::create(folder.path());
        let ports = Ports::new();
        let dovecot = postfix::start_dovecot(folder.path(), ports, &certificates);
        let postfix = postfix::start_postfix(folder.path(), ports, &certificates);
        Self {
            mailman: None,
            postfix: Some(postfix),
            _dovecot: dovecot,
            certificates,
            ports,
            mailman_starts: 0,
            folder,
        }
    }

    /// All three.
    pub(crate) fn with_list(authors: Authors) -> Self {
        let mut house = Self::without_list();
        mailman::make(house.folder(), house.ports, authors);
        house.start_list();
        house
    }

    /// Starts Mailman (again).
    pub(crate) fn start_list(&mut self) {
        self.mailman_starts += 1;
        let log = format!("mailman-{}.out", self.mailman_starts);
        self.mailman = Some(mailman::start(self.folder(), self.ports, &log));
    }

    /// Stops Mailman as its operator would.
    pub(crate) fn stop_list(&mut self) {
        self.mailman.take().expect("it runs").end_in_order();
    }

    /// Where the servers listen, on 127.0.0.1 and `localhost`.
    pub(crate) fn ports(&self) -> Ports {
        self.ports
    }

    /// The authority that signed the servers' certificate for `localhost`.
    pub(crate) fn authority(&self) -> &Path {
        &self.certificates.authority
    }

    /// The folder with everything, also for a test's own files.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Somebody's Maildir.
    pub(crate) fn mailbox(&self, name: &str) -> PathBuf {
        self.folder().join("boxes").join(name)
    }

    /// From now on Postfix answers every RCPT on its plain port with this; an empty text makes it accept mail again.
    /// Each of its processes serves one client only, and so reads this each time.
    pub(crate) fn answer_recipients_with(&self, answer: &str) {
        let table = if answer.is_empty() {
            String::new()
        } else {
            format!("/./ {answer}\n")
        };
        fs::write(self.folder().join("postfix/config/greylist"), table).expect("writing a table of Postfix");
    }

    /// Posts a whole mail to the list by SMTP, as that person.
    pub(crate) fn post_as(&self, name: &str, mail: &[u8]) {
        self.post_to(name, LIST, mail);
    }

    /// The same to somebody, past the list.
    pub(crate) fn post_to(&self, name: &str, to: &str, mail: &[u8]) {
        let stream = TcpStream::connect(loopback(self.ports.plain)).expect("Postfix answers");
        let mut wire = stream.try_clone().expect("a second handle of a connection");
        let mut answers = BufReader::new(stream).lines();
        let mut expect = |code: &str| {
            let line = answers.next().expect("an answer").expect("an answer that can be read");
            assert!(line.starts_with(code), "Postfix answered: {line}");
        };
        expect("220");
        for (command, code) in [
            ("HELO localhost".to_owned(), "250"),
            (format!("MAIL FROM:<{name}@example.org>"), "250"),
            (format!("RCPT TO:<{to}>"), "250"),
            ("DATA".to_owned(), "354"),
        ] {
            wire.write_all(format!("{command}\r\n").as_bytes())
                .expect("Postfix listens");
            expect(code);
        }
        for line in mail.split_inclusive(|byte| *byte == b'\n') {
            if line.starts_with(b".") {
                wire.write_all(b".").expect("Postfix listens");
            }
            wire.write_all(line).expect("Postfix listens");
        }
        wire.write_all(b"\r\n.\r\n").expect("Postfix listens");
        expect("250");
        wire.write_all(b"QUIT\r\n").expect("Postfix listens");
    }

    /// All mails in somebody's mailbox, in no particular order.
    pub(crate) fn mails_in(&self, name: &str) -> Vec<String> {
        ["new", "cur"]
            .iter()
            .filter_map(|part| fs::read_dir(self.mailbox(name).join(part)).ok())
            .flatten()
            .filter_map(|entry| fs::read(entry.ok()?.path()).ok())
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .collect()
    }

    /// Waits for a mail in somebody's mailbox.
    pub(crate) fn mail_in(&self, name: &str, what: &str, is_it: impl Fn(&str) -> bool) -> String {
        found_in_time(|| self.mails_in(name).into_iter().find(|mail| is_it(mail))).unwrap_or_else(|| {
            panic!(
                "{what} did not reach {name}.\nPostfix:\n{}\nMailman:\n{}",
                self.postfix_log(),
                self.list_log()
            )
        })
    }

    /// What Postfix has logged so far.
    pub(crate) fn postfix_log(&self) -> String {
        fs::read_to_string(self.folder().join("postfix/log")).unwrap_or_default()
    }

    /// What Mailman has logged so far: posts that it passed, held, rejected or dropped.
    pub(crate) fn list_log(&self) -> String {
        mailman::journal(self.folder())
    }

    /// Stops Postfix: nobody answers on its ports any more.
    pub(crate) fn stop_postfix(&mut self) {
        drop(self.postfix.take());
    }

    /// Starts Postfix again on the same ports, with its queue.
    pub(crate) fn start_postfix(&mut self) {
        let started = postfix::start_postfix(self.folder(), self.ports, &self.certificates);
        self.postfix = Some(started);
    }
}
