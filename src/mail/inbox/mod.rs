//! The inbox: mails of the list from a Maildir or over IMAP, each reported once.
//!
//! `parse` makes of a mail's bytes what the desk may hear, with the help of `mime` (its parts, within bounds) and
//! `prose` (what its author says in it); `questions` finds what a text asks. These are pure. `maildir` and `imap`
//! bring the bytes and keep the mark that a mail was handled: the flag Seen, which is set only after the desk has said
//! so (`waiting` knows what is under way). A mail that was reported but not confirmed is reported again after a
//! restart, and recognised by its Message-ID.

mod imap;
mod maildir;
mod mime;
mod parse;
mod prose;
pub mod questions;
mod waiting;

pub use parse::{LARGEST_MAIL, ListRules, Skipped, parse};

use super::{ListMail, MessageId};
use crate::chat::{IncomingId, Report};
use crate::config::MailSource;
use chrono::Utc;
use tokio::sync::{mpsc, watch};
use tokio::task::{JoinHandle, spawn_blocking};
use tracing::{error, info};

/// Confirmations that may wait for the reader: more than can be under way, so that none is lost.
const HANDLED: usize = 64;

/// What the inbox needs to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxSettings {
    /// By what the list's mails are recognised.
    pub list: ListRules,
    /// Where they come from.
    pub source: MailSource,
}

/// How the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InboxState {
    /// It has not seen the mailbox yet.
    Starting,
    /// It reads, and waits for mails.
    Reading,
    /// It cannot read, and tries again: why, in words that name the fix.
    Down(String),
}

/// The way to the running reader.
#[derive(Debug)]
pub struct Handle {
    /// Takes the ids of mails that are handled: they are marked, and never reported again.
    pub handled: mpsc::Sender<IncomingId>,
    /// How the reader is.
    pub state: watch::Receiver<InboxState>,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Handle {
    /// Ends at once: what is not marked by then is reported again after the next start.
    pub async fn shutdown(self) {
        self.stop.send_replace(true);
        if self.task.await.is_err() {
            error!("the inbox ended badly");
        }
    }
}

/// Starts the reader. Each mail of the list becomes a [`Report::Mailed`], to be confirmed through
/// [`Handle::handled`]; ids of the bot's own mails that came back through the list go to `own_copies`,
/// which must be read, or dropped: the reader waits for room there.
pub fn spawn(settings: InboxSettings, reports: mpsc::Sender<Report>, own_copies: mpsc::Sender<MessageId>) -> Handle {
    let (handled, confirmed) = mpsc::channel(HANDLED);
    let (stop, mut order) = watch::channel(false);
    let (tell, state) = watch::channel(InboxState::Starting);
    let post = Post {
        rules: settings.list,
        reports,
        own_copies,
        state: tell,
    };
    let task = tokio::spawn(async move {
        let read = async {
            match settings.source {
                MailSource::Maildir(folder) => maildir::follow(folder, post, confirmed).await,
                MailSource::Imap(mailbox) => imap::follow(mailbox, post, confirmed).await,
            }
        };
        tokio::select! {
            biased;
            () = crate::service::stopped(&mut order) => {}
            DeskGone = read => {}
        }
    });
    Handle {
        handled,
        state,
        stop,
        task,
    }
}

/// Nobody listens any more: the bot is ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DeskGone;

/// What a mail is.
#[derive(Debug)]
enum Verdict {
    /// The desk must hear of it.
    Heard(Box<ListMail>),
    /// There is nothing (more) to do about it.
    Done,
}

/// The way from a reader to the rest of the house.
#[derive(Debug)]
struct Post {
    rules: ListRules,
    reports: mpsc::Sender<Report>,
    own_copies: mpsc::Sender<MessageId>,
    state: watch::Sender<InboxState>,
}

impl Post {
    /// Reads a mail. `place` says where it lies, for the log.
    async fn judge(&self, bytes: Vec<u8>, place: &str) -> Verdict {
        let rules = self.rules.clone();
        // A large mail takes a while, in which chat must go on.
        let read = spawn_blocking(move || parse(&bytes, &rules, Utc::now())).await;
        match read.unwrap_or(Err(Skipped::Malformed)) {
            Ok(mail) => Verdict::Heard(Box::new(mail)),
            Err(Skipped::OwnCopy(id)) => {
                info!(place, %id, "the list has delivered a mail of the bot");
                // Whoever waits for own copies may have left already.
                let _ = self.own_copies.send(id).await;
                Verdict::Done
            }
            Err(skipped) => {
                info!(place, "a mail is skipped: {skipped}");
                Verdict::Done
            }
        }
    }

    /// Tells the desk.
    async fn report(&self, mail: Box<ListMail>) -> Result<(), DeskGone> {
        self.reports.send(Report::Mailed(mail)).await.map_err(|_| DeskGone)
    }

    fn is(&self, state: InboxState) {
        self.state.send_if_modified(|known| {
            let is_new = *known != state;
            *known = state;
            is_new
        });
    }
}
