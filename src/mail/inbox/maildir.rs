//! A Maildir: one file per mail, new ones in `new/`, those seen by somebody in `cur/`.
//!
//! The system announces what arrives in `new/`; a slow scan of both folders finds what it missed (network file systems
//! announce nothing). It also announces our own reads, which must not wake us. A handled mail moves to `cur/` with the
//! flag S; one in `cur/` without it is not handled yet, whoever moved it there. Drafts (D) and mails in the trash (T)
//! do not count. A file still being written is read once it is complete.

use super::waiting::Unconfirmed;
use super::{DeskGone, DeskLink, InboxState, LARGEST_MAIL, MailVerdict};
use crate::adaptor::trial::TrialStep;
use crate::wire::IncomingId;
use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};
use tokio::sync::{Notify, mpsc};
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep_until};
use tracing::warn;

/// How often both folders are scanned, whatever the system announces.
const SLOW_LOOK: Duration = Duration::from_secs(30);

/// A file that was not announced counts as complete when nobody has written to it for this long.
const STILL: Duration = Duration::from_secs(2);

/// The name of a mail's file without folder and flags, which never changes.
type FileName = String;

/// Reads the Maildir until the receiver of reports is gone.
pub(super) async fn follow(folder: PathBuf, desk: &DeskLink, handled: &mut mpsc::Receiver<IncomingId>) -> DeskGone {
    let arrivals = Arc::new(Arrivals::default());
    let mut reader = MaildirReader {
        folder: Arc::from(folder),
        desk,
        handled,
        arrivals: arrivals.clone(),
        waiting: Unconfirmed::new(),
        unmarked: HashSet::new(),
        unreadable: HashSet::new(),
    };
    let mut watched = None;
    loop {
        // A folder that was deleted and created again is a different one, which the watcher does not see.
        let there = identity(&reader.folder);
        if watched.as_ref().map(|(_, identity)| *identity) != there {
            watched = watch(&reader.folder, arrivals.clone()).zip(there);
        }
        let Ok(left) = reader.look().await else { return DeskGone };
        let pause = if left == Left::Unfinished { STILL } else { SLOW_LOOK };
        let next_look = Instant::now() + pause;
        // Woken by new mail, or by room for more.
        loop {
            tokio::select! {
                () = arrivals.wake.notified() => break,
                () = sleep_until(next_look) => break,
                id = reader.handled.recv() => match id {
                    Some(id) => reader.confirmed(&id).await,
                    None => return DeskGone,
                },
            }
            if left == Left::More && reader.waiting.is_empty() {
                break;
            }
        }
    }
}

/// Does the folder have the structure of a Maildir?
pub(super) fn opens(folder: &Path) -> TrialStep {
    let named = folder.display();
    for sub in ["new", "cur", "tmp"] {
        fs::read_dir(folder.join(sub)).map_err(|error| {
            format!(
                "{named} is no Maildir that can be read: {sub} ({error}). Look at maildir of [mail.inbox], and let the \
                 bot's user read and write the folder"
            )
        })?;
    }
    Ok(format!("the Maildir {named} opens"))
}

/// Device and inode of the folder now at `new`.
fn identity(folder: &Path) -> Option<(u64, u64)> {
    let folder = fs::metadata(folder.join("new")).ok()?;
    Some((folder.dev(), folder.ino()))
}

/// Asks the system for notifications. `None` if it cannot: then only the slow scan is left.
fn watch(folder: &Path, arrivals: Arc<Arrivals>) -> Option<RecommendedWatcher> {
    let tell = move |event: notify::Result<Event>| arrivals.told(event);
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

/// What the system announced about `new/`.
#[derive(Debug, Default)]
struct Arrivals {
    /// Something arrived.
    wake: Notify,
    files: Mutex<Files>,
}

#[derive(Debug, Default)]
struct Files {
    /// Files being written in place.
    unfinished: HashSet<FileName>,
    /// Complete files: moved here, or written and closed.
    whole: HashSet<FileName>,
}

impl Arrivals {
    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes the reader when a mail arrives, but not for any other event, above all our own reads.
    fn told(&self, event: notify::Result<Event>) {
        let Ok(event) = event else {
            return self.wake.notify_one();
        };
        if event.need_rescan() {
            *self.files() = Files::default();
            return self.wake.notify_one();
        }
        let name = event.paths.last().and_then(|path| path.file_name()?.to_str());
        let Some(name) = name.map(|file| split(file).0.to_owned()) else {
            return;
        };
        match event.kind {
            // A link, or the start of a file: the scan tells which.
            EventKind::Create(_) => self.wake.notify_one(),
            EventKind::Modify(ModifyKind::Data(_)) => {
                self.files().whole.remove(&name);
                self.files().unfinished.insert(name);
            }
            EventKind::Access(AccessKind::Close(AccessMode::Write))
            | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => {
                self.files().unfinished.remove(&name);
                self.files().whole.insert(name);
                self.wake.notify_one();
            }
            EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)) => {
                self.files().unfinished.remove(&name);
            }
            EventKind::Access(_) | EventKind::Modify(_) | EventKind::Any | EventKind::Other => {}
        }
    }
}

/// What a scan left for later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    Nothing,
    /// A file that may be incomplete.
    Unfinished,
    /// Mails for which there is no room yet.
    More,
}

struct MaildirReader<'desk> {
    folder: Arc<Path>,
    desk: &'desk DeskLink,
    handled: &'desk mut mpsc::Receiver<IncomingId>,
    arrivals: Arc<Arrivals>,
    waiting: Unconfirmed<FileName>,
    /// Handled, but the flag could not be set: not to be reported again.
    unmarked: HashSet<FileName>,
    /// Unreadable, and logged as such.
    unreadable: HashSet<FileName>,
}

impl MaildirReader<'_> {
    /// Reports what is not handled.
    async fn look(&mut self) -> Result<Left, DeskGone> {
        self.waiting.forget_old(Instant::now());
        let folder = self.folder.clone();
        let files = match spawn_blocking(move || list(&folder)).await {
            Ok(Ok(files)) => files,
            Ok(Err(error)) => {
                let why = format!("the Maildir {} cannot be read: {error}", self.folder.display());
                if *self.desk.state.borrow() != InboxState::Down(why.clone()) {
                    warn!("{why}; looking again every {SLOW_LOOK:?}");
                }
                self.desk.is(InboxState::Down(why));
                return Ok(Left::Nothing);
            }
            // Cancelled only when the whole program stops.
            Err(_) => return Err(DeskGone),
        };
        self.desk.is(InboxState::Reading);
        let there: HashSet<&FileName> = files.iter().map(|file| &file.name).collect();
        self.unmarked.retain(|name| there.contains(name));
        self.unreadable.retain(|name| there.contains(name));
        {
            let mut told = self.arrivals.files();
            told.whole.retain(|name| there.contains(name));
            told.unfinished.retain(|name| there.contains(name));
        }
        let mut left = Left::Nothing;
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
            if self.arrivals.files().unfinished.contains(&file.name) {
                continue;
            }
            if !self.waiting.has_room() {
                return Ok(Left::More);
            }
            if !self.take(file).await? {
                left = Left::Unfinished;
            }
        }
        Ok(left)
    }

    /// Reads one mail. False if its file may be incomplete.
    async fn take(&mut self, file: MailFile) -> Result<bool, DeskGone> {
        let path = self.folder.join(&file.path);
        let is_whole = self.arrivals.files().whole.contains(&file.name);
        let read = spawn_blocking(move || read(&path, is_whole))
            .await
            .map_err(|_| DeskGone)?;
        if self.arrivals.files().unfinished.contains(&file.name) {
            return Ok(true);
        }
        let place = file.path.display().to_string();
        let verdict = match read {
            Ok(FileContent::Mail(bytes)) => self.desk.judge(bytes, &place).await,
            Ok(FileContent::Unfinished) => return Ok(false),
            Ok(FileContent::NoFile) => return Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
            Err(error) => {
                if self.unreadable.insert(file.name) {
                    warn!(
                        place,
                        "a mail is skipped, its file cannot be read: {error}. Let the bot's user read and write it"
                    );
                }
                return Ok(true);
            }
        };
        match verdict {
            MailVerdict::Heard(mail) => {
                if self.waiting.add(mail.message_id.clone(), file.name, Instant::now()) {
                    self.desk.report(mail).await?;
                }
            }
            MailVerdict::Done => self.mark(file.name).await,
        }
        Ok(true)
    }

    async fn confirmed(&mut self, id: &IncomingId) {
        for name in self.waiting.confirmed(&id.id) {
            self.mark(name).await;
        }
    }

    /// Sets flag S on a mail, wherever it is now.
    async fn mark(&mut self, name: FileName) {
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
    name: FileName,
    /// Relative to the Maildir.
    path: PathBuf,
}

/// Mails that are not handled, oldest first.
fn list(folder: &Path) -> io::Result<Vec<MailFile>> {
    let mut found = Vec::new();
    for sub in ["new", "cur"] {
        for entry in fs::read_dir(folder.join(sub))? {
            let entry = entry?;
            // A name that is not UTF-8 was not made by a mail system.
            let Ok(file) = entry.file_name().into_string() else {
                continue;
            };
            let (name, flags) = split(&file);
            // Seen, a draft, or in the trash; in `new` flags mean nothing.
            let is_done = sub == "cur" && flags.contains(['S', 'D', 'T']);
            if name.starts_with('.') || name.is_empty() || is_done {
                continue;
            }
            found.push(MailFile {
                name: name.to_owned(),
                path: Path::new(sub).join(&file),
            });
        }
    }
    // Names start with the second of delivery.
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

enum FileContent {
    /// Its bytes; one byte over the limit if it is too large.
    Mail(Vec<u8>),
    /// Possibly still being written.
    Unfinished,
    /// A folder, a pipe or something else that holds no mail.
    NoFile,
}

fn read(path: &Path, is_whole: bool) -> io::Result<FileContent> {
    let file = fs::metadata(path)?;
    // Reading a pipe could block for ever.
    if !file.is_file() {
        return Ok(FileContent::NoFile);
    }
    // A time in the future says nothing.
    let age = file
        .modified()
        .ok()
        .and_then(|at| SystemTime::now().duration_since(at).ok());
    if !is_whole && age.is_some_and(|age| age < STILL) {
        return Ok(FileContent::Unfinished);
    }
    let most = u64::try_from(LARGEST_MAIL).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(FileContent::Mail(bytes))
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
    // Deleted or flagged by somebody else.
    Ok(())
}
