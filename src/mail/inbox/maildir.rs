//! A Maildir: one file for each mail, new ones in `new/`, those that somebody has seen in `cur/`.
//!
//! The system tells when something falls into `new/`; a slow look at both folders finds what it did not tell (network
//! file systems do not tell). A mail that is handled goes to `cur/` with the flag S; one in `cur/` without it is not
//! handled yet, whoever moved it there.

use super::waiting::Waiting;
use super::{DeskGone, InboxState, LARGEST_MAIL, Post, Skipped, Verdict};
use crate::chat::IncomingId;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, mpsc};
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep_until};
use tracing::{info, warn};

/// How often both folders are looked at, whatever the system tells.
const SLOW_LOOK: Duration = Duration::from_secs(30);

/// A file of the Maildir: its name without folder and flags, which stays the same for its life.
type Name = String;

/// Reads the Maildir until nobody listens any more.
pub(super) async fn follow(folder: PathBuf, post: &Post, handled: &mut mpsc::Receiver<IncomingId>) -> DeskGone {
    let fallen_in = Arc::new(Notify::new());
    let mut reader = Reader {
        folder: Arc::from(folder),
        post,
        handled,
        waiting: Waiting::new(),
        unmarked: HashSet::new(),
        unreadable: HashSet::new(),
    };
    let mut watcher = None;
    loop {
        if watcher.is_none() {
            watcher = watch(&reader.folder, fallen_in.clone());
        }
        let Ok(more) = reader.look().await else { return DeskGone };
        let slowly = Instant::now() + SLOW_LOOK;
        // Woken by something to read, or by room for it.
        loop {
            tokio::select! {
                () = fallen_in.notified() => break,
                () = sleep_until(slowly) => break,
                id = reader.handled.recv() => match id {
                    Some(id) => reader.confirmed(&id).await,
                    None => return DeskGone,
                },
            }
            if more && reader.waiting.is_empty() {
                break;
            }
        }
    }
}

/// Asks the system to tell. `None` where it cannot: then only the slow look is left.
fn watch(folder: &Path, fallen_in: Arc<Notify>) -> Option<RecommendedWatcher> {
    let tell = move |_: notify::Result<notify::Event>| fallen_in.notify_one();
    let watcher = notify::recommended_watcher(tell).and_then(|mut watcher| {
        watcher.watch(&folder.join("new"), RecursiveMode::NonRecursive)?;
        Ok(watcher)
    });
    match watcher {
        Ok(watcher) => Some(watcher),
        Err(error) => {
            tracing::debug!(%error, "new mails are found by looking every {SLOW_LOOK:?}");
            None
        }
    }
}

struct Reader<'post> {
    folder: Arc<Path>,
    post: &'post Post,
    handled: &'post mut mpsc::Receiver<IncomingId>,
    waiting: Waiting<Name>,
    /// Handled, but the mark could not be set: not to be reported again.
    unmarked: HashSet<Name>,
    /// Could not be read, and the log says so.
    unreadable: HashSet<Name>,
}

impl Reader<'_> {
    /// Reports what is not handled. True where there is more, but no room for it.
    async fn look(&mut self) -> Result<bool, DeskGone> {
        self.waiting.forget_old(Instant::now());
        let folder = self.folder.clone();
        let files = match spawn_blocking(move || list(&folder)).await {
            Ok(Ok(files)) => files,
            Ok(Err(error)) => {
                let why = format!("the Maildir {} cannot be read: {error}", self.folder.display());
                if *self.post.state.borrow() != InboxState::Down(why.clone()) {
                    warn!("{why}; looking again every {SLOW_LOOK:?}");
                }
                self.post.is(InboxState::Down(why));
                return Ok(false);
            }
            // Only a stop of the whole program cancels it.
            Err(_) => return Err(DeskGone),
        };
        self.post.is(InboxState::Reading);
        self.unmarked.retain(|name| files.iter().any(|file| file.name == *name));
        self.unreadable
            .retain(|name| files.iter().any(|file| file.name == *name));
        for file in files {
            while let Ok(id) = self.handled.try_recv() {
                self.confirmed(&id).await;
            }
            if self.waiting.holds(&file.name) {
                continue;
            }
            if self.unmarked.contains(&file.name) {
                self.mark(file.name).await;
                continue;
            }
            if !self.waiting.has_room() {
                return Ok(true);
            }
            self.take(file).await?;
        }
        Ok(false)
    }

    async fn take(&mut self, file: MailFile) -> Result<(), DeskGone> {
        let path = self.folder.join(&file.path);
        let read = spawn_blocking(move || read(&path)).await.map_err(|_| DeskGone)?;
        let place = file.path.display().to_string();
        let verdict = match read {
            Ok(Content::Mail(bytes)) => self.post.judge(bytes, &place).await,
            Ok(Content::TooLarge) => {
                info!(place, "a mail is skipped: {}", Skipped::TooLarge);
                Verdict::Done
            }
            Ok(Content::NoFile) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => {
                if self.unreadable.insert(file.name) {
                    warn!(place, "a mail is skipped, its file cannot be read: {error}");
                }
                return Ok(());
            }
        };
        match verdict {
            Verdict::Heard(mail) => {
                if self.waiting.add(mail.message_id.clone(), file.name, Instant::now()) {
                    self.post.report(mail).await?;
                }
            }
            Verdict::Done => self.mark(file.name).await,
        }
        Ok(())
    }

    async fn confirmed(&mut self, id: &IncomingId) {
        for name in self.waiting.confirmed(&id.id) {
            self.mark(name).await;
        }
    }

    /// Gives a mail the flag S, wherever it lies by now.
    async fn mark(&mut self, name: Name) {
        let folder = self.folder.clone();
        let file = name.clone();
        let marked = spawn_blocking(move || mark(&folder, &file)).await;
        match marked {
            Ok(Ok(())) => {
                self.unmarked.remove(&name);
            }
            Ok(Err(error)) => {
                if self.unmarked.insert(name.clone()) {
                    warn!(
                        mail = name,
                        "a handled mail cannot be marked: {error}. Let the bot's user write to {}",
                        self.folder.join("cur").display()
                    );
                }
            }
            Err(_) => {}
        }
    }
}

/// A mail that is not handled.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MailFile {
    name: Name,
    /// Within the Maildir.
    path: PathBuf,
}

/// Mails that are not handled, the oldest first.
fn list(folder: &Path) -> io::Result<Vec<MailFile>> {
    let mut found = Vec::new();
    for sub in ["new", "cur"] {
        for entry in fs::read_dir(folder.join(sub))? {
            let entry = entry?;
            // A name that is not UTF-8 is not one that a mail system made.
            let Ok(file) = entry.file_name().into_string() else {
                continue;
            };
            let (name, flags) = split(&file);
            if name.starts_with('.') || name.is_empty() || sub == "cur" && flags.contains('S') {
                continue;
            }
            found.push(MailFile {
                name: name.to_owned(),
                path: Path::new(sub).join(&file),
            });
        }
    }
    // Names begin with the second of delivery.
    let second = |name: &str| name.split('.').next().and_then(|second| second.parse::<u64>().ok());
    found.sort_by(|a, b| (second(&a.name), &a.name).cmp(&(second(&b.name), &b.name)));
    Ok(found)
}

/// Name and flags: `1234.M1P2.host:2,FS` has the flags F and S.
fn split(file: &str) -> (&str, &str) {
    match file.split_once(":2,") {
        Some((name, flags)) => (name, flags),
        None => (file.split(':').next().unwrap_or(file), ""),
    }
}

enum Content {
    Mail(Vec<u8>),
    TooLarge,
    /// A folder, a pipe or something else that holds no mail.
    NoFile,
}

fn read(path: &Path) -> io::Result<Content> {
    // A pipe would let us wait for ever.
    if !fs::metadata(path)?.is_file() {
        return Ok(Content::NoFile);
    }
    let most = u64::try_from(LARGEST_MAIL).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > LARGEST_MAIL {
        Content::TooLarge
    } else {
        Content::Mail(bytes)
    })
}

fn mark(folder: &Path, name: &str) -> io::Result<()> {
    let seen = |flags: &str| {
        let mut flags: Vec<char> = flags.chars().chain(['S']).collect();
        flags.sort_unstable();
        flags.dedup();
        let flags: String = flags.into_iter().collect();
        folder.join("cur").join(format!("{name}:2,{flags}"))
    };
    // A name in `new` has no flags, but mail programs have been seen to move files back.
    match fs::rename(folder.join("new").join(name), seen("")) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        done => return done,
    }
    for sub in ["new", "cur"] {
        for entry in fs::read_dir(folder.join(sub))? {
            let entry = entry?;
            let Ok(file) = entry.file_name().into_string() else {
                continue;
            };
            let (found, flags) = split(&file);
            if found == name && !(sub == "cur" && flags.contains('S')) {
                return fs::rename(entry.path(), seen(flags));
            }
        }
    }
    // Somebody has deleted it, or marked it.
    Ok(())
}
