//! The inbox: mails of the list from a Maildir or over IMAP, each reported once.
//!
//! `parse` turns a mail's bytes into what the desk receives, using `mime` (its parts, within bounds) and `prose` (what
//! its author says); `questions` finds what a text asks. All of these are pure. `maildir` and `imap` fetch the bytes
//! and mark a mail as handled with the Seen flag, set only after the desk has confirmed it (`waiting` tracks
//! unconfirmed ones). A mail reported but not confirmed is reported again after a restart, and recognised by its
//! Message-ID.

mod charset;
mod header;
mod html;
mod imap;
mod maildir;
mod mime;
mod parse;
mod prose;
pub mod questions;
mod waiting;

pub use parse::{LARGEST_MAIL, ListRules, Skipped, parse};

use super::{NETWORK, PANIC_WAIT};
use crate::adaptor::backoff::{Backoff, Wait, chance};
use crate::adaptor::guard::caught;
use crate::adaptor::trial::Tell;
use crate::config::MailSource;
use crate::wire::{IncomingId, ListMail, MessageId, Report};
use chrono::Utc;
use tokio::sync::{mpsc, watch};
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::{Instant, sleep};
use tracing::{error, info, warn};

/// Capacity of the queue of confirmations: more than can be outstanding, so that none is lost.
const HANDLED: usize = 64;

/// The inbox's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxSettings {
    /// How to recognise the list's mails.
    pub list: ListRules,
    /// The mailbox.
    pub source: MailSource,
}

/// State of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InboxState {
    /// It has not opened the mailbox yet.
    Starting,
    /// It reads, and waits for mail.
    Reading,
    /// It cannot read, and retries; the reason, in words that name the fix.
    Down(String),
}

/// Handle to the running reader.
#[derive(Debug)]
pub struct InboxHandle {
    /// Takes the ids of handled mails: they are marked, and never reported again.
    pub handled: mpsc::Sender<IncomingId>,
    /// State of the reader.
    pub state: watch::Receiver<InboxState>,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl InboxHandle {
    /// Ends at once: mails not marked by then are reported again after the next start.
    pub async fn shutdown(self) {
        self.stop.send_replace(true);
        if self.task.await.is_err() {
            error!("the inbox ended badly");
        }
    }
}

/// Starts the reader. Each mail of the list becomes a [`Report::Mailed`], to be confirmed through [`InboxHandle::handled`].
/// Ids of the bot's own mails that came back through the list go to `own_copies`. Read or drop that channel: the reader
/// waits while it is full.
pub fn spawn(
    settings: InboxSettings,
    reports: mpsc::Sender<Report>,
    own_copies: mpsc::Sender<MessageId>,
) -> InboxHandle {
    let (handled, mut confirmed) = mpsc::channel(HANDLED);
    let (stop, mut order) = watch::channel(false);
    let (tell, state) = watch::channel(InboxState::Starting);
    let desk = DeskLink {
        rules: settings.list,
        reports,
        own_copies,
        state: tell,
    };
    let task = tokio::spawn(async move {
        let read = restart_after_panic(&settings.source, &desk, &mut confirmed);
        tokio::select! {
            biased;
            () = crate::adaptor::stopped(&mut order) => {}
            DeskGone = read => {}
        }
    });
    InboxHandle {
        handled,
        state,
        stop,
        task,
    }
}

/// Tries the source once, without fetching a mail.
pub(crate) async fn rehearse(source: &MailSource, tell: &mut Tell<'_>) {
    match source {
        MailSource::Maildir(folder) => tell(maildir::opens(folder)),
        MailSource::Imap(mailbox) => imap::rehearse(mailbox, tell).await,
    }
}

/// Reads; after a panic it starts again, a while later. Unconfirmed mails are reported again.
async fn restart_after_panic(
    source: &MailSource,
    desk: &DeskLink,
    confirmed: &mut mpsc::Receiver<IncomingId>,
) -> DeskGone {
    let mut restarts = Backoff::new(PANIC_WAIT);
    loop {
        let since = Instant::now();
        let read = caught(async {
            #[cfg(test)]
            tests::panic_if_asked(source);
            match source {
                MailSource::Maildir(folder) => maildir::follow(folder.clone(), desk, confirmed).await,
                MailSource::Imap(mailbox) => imap::follow(mailbox.clone(), desk, confirmed).await,
            }
        });
        let why = match read.await {
            Ok(DeskGone) => return DeskGone,
            Err(why) => why,
        };
        let pause = restarts.next(Wait::Usual, Some(since), Instant::now(), chance());
        error!(
            why,
            "the inbox panicked; it starts again in {pause:.1?}. Please report this"
        );
        desk.is(InboxState::Down(
            "a mistake in the program, see the log; it starts again".to_owned(),
        ));
        let network = NETWORK.to_owned();
        if desk.reports.send(Report::Panicked { network, why }).await.is_err() {
            return DeskGone;
        }
        sleep(pause).await;
    }
}

/// The receiver of reports is gone: the bot is ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DeskGone;

/// What to do with a mail.
#[derive(Debug)]
enum MailVerdict {
    /// Report it to the desk.
    Heard(Box<ListMail>),
    /// Nothing (more).
    Done,
}

/// A reader's connection to the rest of the bot.
#[derive(Debug)]
struct DeskLink {
    rules: ListRules,
    reports: mpsc::Sender<Report>,
    own_copies: mpsc::Sender<MessageId>,
    state: watch::Sender<InboxState>,
}

impl DeskLink {
    /// Reads a mail. `place` says where it is, for the log.
    async fn judge(&self, bytes: Vec<u8>, place: &str) -> MailVerdict {
        let rules = self.rules.clone();
        // A large mail takes a while, during which chat must go on.
        let read = spawn_blocking(move || parse(&bytes, &rules, Utc::now())).await;
        match read.unwrap_or(Err(Skipped::Malformed)) {
            Ok(mail) => MailVerdict::Heard(Box::new(mail)),
            Err(Skipped::OwnCopy(id)) => {
                info!(place, %id, "the list has delivered a mail of the bot");
                // The receiver of own copies may have ended already.
                let _ = self.own_copies.send(id).await;
                MailVerdict::Done
            }
            // These may need somebody's attention.
            Err(skipped @ (Skipped::Unproven(_) | Skipped::TooLarge | Skipped::Malformed | Skipped::NoMessageId)) => {
                warn!(place, "a mail is skipped: {skipped}");
                MailVerdict::Done
            }
            Err(
                skipped @ (Skipped::NotOfTheList(_)
                | Skipped::OwnAddress
                | Skipped::Automatic(_)
                | Skipped::Bounce(_)
                | Skipped::NoText),
            ) => {
                info!(place, "a mail is skipped: {skipped}");
                MailVerdict::Done
            }
        }
    }

    /// Sends the report.
    async fn report(&self, mail: Box<ListMail>) -> Result<(), DeskGone> {
        self.reports.send(Report::Mailed(mail)).await.map_err(|_| DeskGone)
    }

    fn is(&self, state: InboxState) {
        // Sent even if unchanged: watchers note when it last read.
        self.state.send_replace(state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;
    use tokio::time::timeout;

    static PANICS: AtomicU32 = AtomicU32::new(2);

    /// Test hook: the Maildir of this name panics twice before it is read.
    pub(super) fn panic_if_asked(source: &MailSource) {
        let asked = matches!(source, MailSource::Maildir(folder) if folder.ends_with("panics-twice"));
        let left = |left: u32| left.checked_sub(1);
        assert!(
            !asked || PANICS.fetch_update(Ordering::SeqCst, Ordering::SeqCst, left).is_err(),
            "a mistake in reading"
        );
    }

    #[tokio::test]
    async fn a_reader_that_panics_is_started_again_and_reads_what_fell_in() {
        let folder = tempfile::tempdir().expect("a folder");
        let maildir = folder.path().join("panics-twice");
        for part in ["new", "cur", "tmp"] {
            fs::create_dir_all(maildir.join(part)).expect("a Maildir");
        }
        let mail = "From: Member <member@example.org>\r\nTo: list@example.org\r\nList-Id: <list.example.org>\r\n\
                    Subject: Re: [badges] New request\r\nMessage-ID: <1@example.org>\r\n\
                    Date: Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\nHello.\r\n";
        fs::write(maildir.join("new/1"), mail).expect("a mail");
        let settings = InboxSettings {
            list: ListRules {
                list_id: "list.example.org".to_owned(),
                list_address: "list@example.org".to_owned(),
                subject_prefix: String::new(),
                own_suffix: ".rfrbot@example.org".to_owned(),
                own_address: "rfrbot@example.org".to_owned(),
                proof: crate::config::ListProof::default(),
            },
            source: MailSource::Maildir(maildir),
        };
        let (reports, mut heard) = mpsc::channel(64);
        let (copies, _kept) = mpsc::channel(64);
        let handle = spawn(settings, reports, copies);
        let mut panics = 0;
        loop {
            let heard = timeout(Duration::from_secs(60), heard.recv()).await.expect("a report");
            match heard.expect("it runs") {
                Report::Panicked { network, why } => {
                    assert_eq!((network.as_str(), why.as_str()), (NETWORK, "a mistake in reading"));
                    panics += 1;
                }
                Report::Mailed(mail) => {
                    assert_eq!(mail.message_id.as_str(), "1@example.org");
                    break;
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(panics, 2);
        assert_eq!(*handle.state.borrow(), InboxState::Reading);
        handle.shutdown().await;
    }
}
